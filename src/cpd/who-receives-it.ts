/**
 * Who gets what is submitted here, in whole sentences. Most copies of Confer are not the regulator's, and somebody who
 * thought otherwise could lose their registration: every page that could mislead says this.
 */
export function whoReceivesIt(recordGoesTo: 'nobody' | 'regulator', regulatorName: string): string {
  switch (recordGoesTo) {
    case 'nobody':
      return `Confer sends nothing to ${regulatorName}. What you submit here reaches them only if you copy each piece into your account with them yourself.`
    case 'regulator':
      return `This service is run by ${regulatorName}. What you submit here is received by ${regulatorName}, and you do not need to copy it anywhere.`
  }
}
