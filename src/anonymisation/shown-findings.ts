import { asJobRole } from './as-job-role.ts'
import type { Finding } from './finding.ts'

/**
 * What is put before an author of what was found in one text, in order: a postcode that belongs to an address needs no
 * question of its own, and a peer's job role is asked about in its own way.
 */
export function shownFindings(findings: readonly Finding[], isJobRole: boolean): readonly Finding[] {
  let addressEnd = 0
  const each = findings.filter(finding => {
    if (finding.class === 'address') addressEnd = finding.end
    return finding.class !== 'postcode' || finding.end > addressEnd
  })
  return isJobRole ? asJobRole(each) : each
}
