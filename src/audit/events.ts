/** Everything that is worth a trace: a closed list, so that nothing free-form can slip in. */
export type EventName =
  | 'account-created'
  | 'signed-in'
  | 'signed-out'
  | 'password-changed'
  | 'session-ended'
  | 'registration-changed'
  | 'reminders-changed'
  | 'renewal-step-told'
  | 'renewal-step-taken-back'
  | 'piece-started'
  | 'piece-submitted'
  | 'piece-withdrawn'
  | 'piece-copied'
  | 'piece-not-copied'
  | 'draft-deleted'
  | 'draft-restored'
  | 'changes-discarded'
  | 'case-decision-written'
  | 'case-decision-changed'
  | 'case-decision-removed'
  /** `detail` is how many. */
  | 'case-decisions-taken-out'
  | 'joint-record-signed'
  /** `detail` is 1 for agreed and 0 for disagreed. */
  | 'joint-record-answered'
  | 'joint-record-added-to'
  | 'supervision-notes-started'
  | 'supervision-action-agreed'
  | 'supervision-action-closed'
  | 'supervision-action-reopened'
  | 'time-spent-told'
  | 'piece-shared'
  | 'piece-taken-back'
  | 'relationship-ended'
  | 'supervision-policy-chosen'
  | 'supervision-draft-started'
  /** `detail` is the agreement's version. */
  | 'supervision-agreement-offered'
  | 'supervision-agreement-signed'
  /** `detail` is how many. */
  | 'supervision-sessions-planned'
  | 'supervision-session-moved'
  | 'supervision-session-cancelled'
  | 'supervision-session-held'
  | 'supervision-agenda-changed'
  | 'supervision-calendar-made'
  | 'supervision-calendar-taken-away'

/** What happened to whose record, in ids and numbers only. */
export interface AuditEvent {
  readonly personId: string
  readonly at: Date
  readonly event: EventName
  readonly pieceId?: string
  /** A number that the event's name explains, such as which submission of the piece it was. */
  readonly detail?: number
}
