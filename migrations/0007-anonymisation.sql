-- One secret for each person, made when it is first needed. Keyed with it, hashes of words that their author chose to keep
-- say nothing to whoever has only those; and what it seals on a device opens only for whoever is signed in as them.
create table word_secret (
  person_id uuid primary key references person on delete cascade,
  secret bytea not null
);

-- Words of a piece that its author chose to keep although the check found them.
create table kept_word (
  person_id uuid not null,
  piece_id uuid not null,
  -- HMAC-SHA-256 of the piece's id and the word: the word itself is nowhere but in what they wrote.
  word_hash bytea not null,
  primary key (person_id, piece_id, word_hash),
  foreign key (person_id, piece_id) references piece on delete cascade
);

-- That the check ran when the piece was submitted, which one, and how much it found: never what, nor where. Null for what
-- was submitted before there was a check.
alter table submission
  add column check_version text,
  add column found_likely integer,
  add column found_check integer,
  add column found_note integer,
  -- Of what was found, what its author had chosen to keep; not counted above.
  add column found_kept integer;
