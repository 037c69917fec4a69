-- A practitioner's record. Every key leads with the person, and every reference stays within the person.

-- How somebody likes the form: all questions on one page, which is what there is without a row, or one question a page.
create table form_preference (
  person_id uuid primary key references person on delete cascade,
  layout text not null check (layout in ('one-page', 'one-question'))
);

create table piece (
  person_id uuid not null references person on delete cascade,
  piece_id uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- One more with every change, so that a form left open in another tab is noticed.
  version integer not null,
  -- Answers as they were typed and not yet submitted; null when nothing waits to be submitted.
  draft jsonb,
  -- The draft's title and, where one can be read, its date: lists need no more.
  draft_title text,
  draft_date date,
  -- When the practitioner copied the piece to the regulator's own account, and which submission that was.
  copied_on date,
  copied_number integer,
  primary key (person_id, piece_id)
);

-- What was submitted, as it was asked and answered. Rows are only ever added; the one thing that may be set later is
-- that the version was withdrawn.
create table submission (
  person_id uuid not null,
  piece_id uuid not null,
  -- 1 for the first submission of the piece, 2 for the next.
  number integer not null,
  submitted_at timestamptz not null,
  withdrawn_at timestamptz,
  -- The version of the piece that was submitted: the same press twice is the same submission.
  piece_version integer not null,
  receipt text not null,
  -- SHA-256 of `content`, in hex.
  sha256 text not null,
  -- The submission whole, as JSON text with each question as it was asked. Text and not jsonb: the hash is of these bytes.
  content text not null,
  -- What the lists and the verdict need, so that neither has to read what was written.
  title text not null,
  activity_date date not null,
  has_peer_reflection boolean not null,
  fingerprint text not null,
  likeness text not null,
  primary key (person_id, piece_id, number),
  foreign key (person_id, piece_id) references piece on delete cascade
);

-- Renewal steps that the practitioner says they have done elsewhere.
create table renewal_step (
  person_id uuid not null references person on delete cascade,
  closing_year integer not null,
  step text not null,
  done_on date not null,
  told_at timestamptz not null,
  primary key (person_id, closing_year, step)
);

-- What happened and when, in ids only.
create table audit_event (
  person_id uuid not null references person on delete cascade,
  event_id bigint generated always as identity,
  at timestamptz not null,
  event text not null,
  piece_id uuid,
  detail integer,
  primary key (person_id, event_id)
);
