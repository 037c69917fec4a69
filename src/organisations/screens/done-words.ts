import type { Visit } from '../../platform/web/route.ts'

/** What was done to get to a page, as its address has it. */
const doneWords = {
  founded: 'Your organisation is there, and you are its administrator',
  named: 'The name is saved',
  'team-added': 'The team is added',
  'member-changed': 'What you changed about this member is saved',
  'membership-ended': 'Their time in the organisation ends today',
  left: 'You have left the organisation. Your account and your record are as they were',
  invited: 'The invitation is on its way',
  'taken-back': 'The invitation is taken back: its link no longer works',
  'policy-made': 'The new version of the policy is saved',
  'profile-saved': 'How you are known in supervision is saved',
  'absence-added': 'The absence is saved',
  'absence-removed': 'The absence is removed',
  accepted: 'You have accepted the invitation',
  declined: 'You have declined the invitation',
} as const

export function doneInWords(visit: Pick<Visit, 'query'>): string | null {
  const done = visit.query.get('done')
  return Object.entries(doneWords).find(([name]) => name === done)?.[1] ?? null
}
