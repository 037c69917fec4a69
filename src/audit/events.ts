/** Everything that is worth a trace: a closed list, so that nothing free-form can slip in. */
export type EventName =
  | 'account-created'
  | 'signed-in'
  | 'signed-out'
  | 'password-changed'
  | 'session-ended'
  | 'registration-changed'
  | 'reminders-changed'
  | 'signature-mails-changed'
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
  // Supervision. What they are about is an organisation, but where it says otherwise.
  | 'organisation-founded'
  | 'organisation-named'
  /** A team. */
  | 'team-added'
  | 'team-named'
  /** Whoever joined is whose event it is. */
  | 'member-joined'
  /** The member. */
  | 'member-changed'
  | 'membership-ended'
  /** The member; the detail is the number of the role in `organisationRoles`. */
  | 'role-given'
  | 'role-taken'
  /** The detail is the version. */
  | 'policy-version-made'
  /** An invitation. */
  | 'invitation-made'
  | 'invitation-accepted'
  | 'invitation-declined'
  | 'invitation-taken-back'
  /** A relationship. */
  | 'relationship-begun'
  | 'relationship-joined'
  | 'relationship-ended'
  | 'supervision-policy-chosen'
  | 'supervision-draft-started'
  /** The detail is the agreement's version. */
  | 'supervision-agreement-offered'
  | 'supervision-agreement-signed'
  /** The detail is how many. */
  | 'supervision-sessions-planned'
  /** A session. */
  | 'supervision-session-moved'
  | 'supervision-session-cancelled'
  | 'supervision-session-held'
  | 'supervision-attendance-corrected'
  | 'supervision-session-not-held'
  | 'supervision-agenda-changed'
  /** A session. */
  | 'case-decision-written'
  | 'case-decision-changed'
  | 'case-decision-removed'
  /** The detail is how many. */
  | 'case-decisions-taken-out'
  | 'joint-record-signed'
  /** The detail is 1 for agreed and 0 for disagreed. */
  | 'joint-record-answered'
  | 'joint-record-added-to'
  | 'supervision-notes-started'
  | 'supervision-notes-deleted'
  /** An agreed action. */
  | 'supervision-action-agreed'
  | 'supervision-action-closed'
  | 'supervision-action-reopened'
  /** A session. */
  | 'time-spent-told'
  | 'piece-shared'
  | 'piece-taken-back'
  /** Nothing: one's own. */
  | 'supervision-calendar-made'
  | 'supervision-calendar-taken-away'
  | 'supervision-profile-saved'
  | 'absence-added'
  | 'absence-removed'
  /** A relationship; the detail is for how many hours. */
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
  /** Whom or what it was done to, where that is not a piece: the event's name says which. */
  readonly aboutId?: string
  /** A number that the event's name explains, such as which submission of the piece it was. */
  readonly detail?: number
}
