-- What a draft was before, kept as often as src/cpd/revisions/which-to-keep.ts says. Each is packed as the difference to
-- the one kept before it.
create table revision (
  person_id uuid not null,
  piece_id uuid not null,
  -- 1 for the first that was kept of the piece; there may be gaps.
  number integer not null,
  saved_at timestamptz not null,
  packed bytea not null,
  primary key (person_id, piece_id, number),
  foreign key (person_id, piece_id) references piece on delete cascade
);

-- A draft that was deleted can be brought back for as long as src/cpd/deleted-drafts.ts says.
alter table piece add column deleted_at timestamptz;
create index piece_deleted_at on piece (deleted_at) where deleted_at is not null;
