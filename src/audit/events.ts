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
  /** `detail` is for how many hours. */
  | 'supervision-opened'
  | 'supervision-closed'
  | 'supervision-hold-placed'
  | 'supervision-hold-lifted'

/** What happened to whose record, in ids and numbers only. */
export interface AuditEvent {
  readonly personId: string
  readonly at: Date
  readonly event: EventName
  readonly pieceId?: string
  /** A number that the event's name explains, such as which submission of the piece it was. */
  readonly detail?: number
}
