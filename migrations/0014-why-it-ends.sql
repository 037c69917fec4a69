-- Who ended a supervision, or somebody's part in it, when they said so, and why. Null of one that ended before this was asked.
alter table relationship
  add column ended_by uuid references person,
  add column ended_at timestamptz,
  add column end_reason text;
alter table relationship_supervisee
  add column ended_by uuid references person,
  add column ended_at timestamptz,
  add column end_reason text;
