const sentences = [
  'I went through the assessment again with a colleague and asked what I had taken for granted.',
  'The family told us that they had been asked the same questions by three different people.',
  'We looked at the research on how often a first impression decides the plan.',
  'I now write down what would change my mind before I visit.',
  'The training gave me words for something that I had noticed and could not explain.',
  'My peer pointed out that I had described the risk and hardly mentioned what was going well.',
  'Next time I will bring the advocate in earlier, and agree beforehand who says what.',
  'It made me think about how little time the young person had to answer.',
  'The team has since changed the order of the first conversation.',
  'I found it hard to hear, and it was the most useful part of the day.',
  'Two weeks later the plan was reviewed, and the wishes of the person were on its first page.',
  'I checked the guidance, which is clearer than I remembered about who must consent.',
  'It matters for my role because I supervise two newly qualified workers.',
  'We compared notes on how each of us would have put it to the court.',
  'The difference was not in the law but in how soon we shared what we knew.',
  'I asked for feedback from the people concerned, and one answer surprised me.',
]
const particulars = [
  'At first',
  'On reflection',
  'In the second week',
  'Since then',
  'By the end',
  'Looking back',
  'Together',
  'In practice',
]

/** Plain prose, always the same for the same seed: long enough to be stored and compressed as real answers are. */
export function writing(seed: number, length: number): string {
  let state = (seed + 1) * 2_654_435_761
  const pick = (list: readonly string[]) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9) >>> 0
    return list[(state >>> 8) % list.length] ?? ''
  }
  let text = ''
  while (text.length < length) {
    const number = (state % 97) + 2
    text += `${pick(particulars)} (${number}): ${pick(sentences)} ${pick(sentences)} `
  }
  return text.slice(0, length).trim()
}
