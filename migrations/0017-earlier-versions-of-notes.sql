-- What a supervisee's own notes said before, packed as the revisions of a piece are. By the key of the notes themselves: there
-- is no way to them but by the id of whoever wrote them, and they go when the notes' session goes.
create table personal_note_revision (
  person_id uuid not null,
  session_id uuid not null,
  number integer not null,
  packed bytea not null,
  saved_at timestamptz not null,
  was_replaced boolean not null default false,
  primary key (person_id, session_id, number),
  foreign key (person_id, session_id) references personal_note on delete cascade
);
