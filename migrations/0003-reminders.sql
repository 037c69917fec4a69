-- Each day on which reminders go out, and how far that has come, so that a second run, or one after a crash, goes on
-- from there and reminds nobody twice.
create table reminder_day (
  day date primary key,
  -- The last person whose turn it was: they come in the order of their ids. No reference: that person may go.
  reached uuid,
  finished_at timestamptz
);
