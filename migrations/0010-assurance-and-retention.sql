-- How supervision goes in an organisation, as it may be shown: reckoned every night for each period that can be chosen.
-- What is hidden because it is about few people is not in here either.
create table assurance_report (
  organisation_id uuid not null references organisation on delete cascade,
  months smallint not null check (months in (3, 6, 12)),
  -- The morning on which it stood like this.
  reckoned_on date not null,
  content jsonb not null,
  primary key (organisation_id, months)
);

-- A relationship is deleted whole: by these keys PostgreSQL finds what goes with it.
create index supervision_action_session_id on supervision_action (session_id);
create index supervision_action_closed_in on supervision_action (closed_in);
create index personal_note_session_id on personal_note (session_id);
create index shared_piece_session_id on shared_piece (session_id);
create index shared_draft_relationship_id on shared_draft (relationship_id);
create index invitation_relationship_id on invitation (relationship_id);

create index relationship_to_day on relationship (to_day, relationship_id);
create index supervision_action_open on supervision_action (owner_id) where closed_at is null;
