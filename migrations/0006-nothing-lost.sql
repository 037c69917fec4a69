-- A session that has ended is known for a while yet, so that what its browser still sends can be set aside for its owner.
alter table session
  -- Signed out, here or elsewhere; null while it lasts. One that ran out by itself has none.
  add column ended_at timestamptz,
  -- The person said at sign-in that others use this computer: its pages keep nothing on it.
  add column is_shared_computer boolean not null default false;

-- A form that was sent after its session had ended: shown to its owner once they have signed in again.
create table set_aside_form (
  form_id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- Where it was sent to.
  path text not null,
  -- [["title", "What I read"], …], in the order they were sent
  fields jsonb not null,
  set_aside_at timestamptz not null
);
create index set_aside_form_person_id on set_aside_form (person_id);
create index set_aside_form_set_aside_at on set_aside_form (set_aside_at);

-- The ids that browsers gave the last saves of the piece, newest last: one that comes again changes nothing.
alter table piece drop column save_id;
alter table piece add column recent_saves uuid[] not null default '{}';

-- A text that another replaced instead of continuing it: kept whatever became of its ten minutes.
alter table revision add column was_replaced boolean not null default false;
