-- Who was at a session that was held, or that it was held at all, can turn out to be wrong. What was said before that stays
-- with the correction, as {"attended", "heldMinutes", "wasInterrupted"}.
alter table session_change
  drop constraint session_change_change_check,
  add constraint session_change_change_check
    check (change in ('planned', 'moved', 'cancelled', 'held', 'attendance-corrected', 'not-held')),
  add column said_before jsonb,
  add check ((said_before is not null) = (change in ('attendance-corrected', 'not-held')));
