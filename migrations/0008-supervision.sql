-- Organisations, and supervision in them or without one. What two people share belongs to neither's record: these keys
-- lead with the organisation, the relationship or the session. What is one person's alone leads with the person.

create table organisation (
  organisation_id uuid primary key default gen_random_uuid(),
  name text not null,
  created_at timestamptz not null
);

create table team (
  organisation_id uuid not null references organisation on delete cascade,
  team_id uuid not null default gen_random_uuid(),
  name text not null,
  primary key (organisation_id, team_id)
);

-- How somebody is known to those they are supervised with. Nobody else sees it, and no page of their CPD has it.
create table supervision_profile (
  person_id uuid primary key references person on delete cascade,
  known_as text not null,
  -- Whether they say that they are a registered social worker.
  is_registered boolean not null,
  newly_qualified_from date,
  -- ISO days of the week: 1 is Monday.
  weekdays smallint[] not null default '{1,2,3,4,5}'
);

-- Days on which somebody is not at work. Never why.
create table absence (
  person_id uuid not null references person on delete cascade,
  absence_id uuid not null default gen_random_uuid(),
  from_day date not null,
  to_day date,
  primary key (person_id, absence_id)
);

-- Somebody's work for an organisation, both days included. Rows stay when they leave.
create table membership (
  organisation_id uuid not null references organisation on delete cascade,
  person_id uuid not null references person on delete cascade,
  from_day date not null,
  to_day date,
  team_id uuid,
  job_role text not null,
  primary key (organisation_id, person_id, from_day),
  foreign key (organisation_id, team_id) references team
);
create unique index membership_current on membership (organisation_id, person_id) where to_day is null;
create index membership_person_id on membership (person_id);

create table organisation_role (
  organisation_id uuid not null references organisation on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('administrator', 'principal-social-worker', 'auditor')),
  given_at timestamptz not null,
  primary key (organisation_id, person_id, role)
);
create index organisation_role_person_id on organisation_role (person_id);

-- Versions are only ever added.
create table supervision_policy (
  organisation_id uuid not null references organisation on delete cascade,
  version integer not null,
  from_day date not null,
  -- The policy but for its version and day: see `src/supervision/policy/policy.ts`.
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (organisation_id, version)
);

create table relationship (
  relationship_id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisation,
  supervisor_id uuid not null references person,
  kind text not null check (kind in ('line-management', 'professional', 'group')),
  from_day date not null,
  to_day date,
  -- Two people without an organisation choose for themselves: as `supervision_policy.content`.
  own_policy jsonb,
  check ((organisation_id is null) = (own_policy is not null))
);
create index relationship_supervisor_id on relationship (supervisor_id);
create index relationship_organisation_id on relationship (organisation_id);

create table relationship_supervisee (
  relationship_id uuid not null references relationship on delete cascade,
  person_id uuid not null references person,
  from_day date not null,
  to_day date,
  primary key (relationship_id, person_id, from_day)
);
create index relationship_supervisee_person_id on relationship_supervisee (person_id);

-- Asks somebody to join an organisation, or to be the other side of a relationship. Nothing is so before they accept.
create table invitation (
  invitation_id uuid primary key default gen_random_uuid(),
  -- Set when the mail is written.
  token_hash text unique,
  email text not null,
  email_key text not null,
  organisation_id uuid references organisation on delete cascade,
  team_id uuid,
  job_role text,
  role text check (role in ('administrator', 'principal-social-worker', 'auditor')),
  -- What they are asked to be in a relationship that begins when they accept; null for an organisation alone.
  part text check (part in ('supervisor', 'supervisee')),
  relationship_kind text check (relationship_kind in ('line-management', 'professional', 'group')),
  -- The group that they are asked to join, where it is there already.
  relationship_id uuid references relationship on delete cascade,
  invited_by uuid not null references person on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  was_accepted boolean
);
create index invitation_organisation_id on invitation (organisation_id);
create index invitation_invited_by on invitation (invited_by);

-- Each version as it was offered for signature; never changed afterwards.
create table agreement (
  relationship_id uuid not null references relationship on delete cascade,
  version integer not null,
  -- JSON with each question as it was asked. Text and not jsonb: the hash is of these bytes.
  content text not null,
  sha256 text not null,
  offered_at timestamptz not null,
  offered_by uuid not null references person,
  primary key (relationship_id, version)
);

create table agreement_signature (
  relationship_id uuid not null,
  version integer not null,
  person_id uuid not null references person,
  -- Of the text that was on the screen when they signed.
  sha256 text not null,
  signed_at timestamptz not null,
  primary key (relationship_id, version, person_id),
  foreign key (relationship_id, version) references agreement on delete cascade
);

create table supervision_session (
  session_id uuid primary key default gen_random_uuid(),
  relationship_id uuid not null references relationship on delete cascade,
  kind text not null check (kind in ('planned', 'ad-hoc', 'critical-incident')),
  form text not null check (form in ('one-to-one', 'group', 'remote', 'observed')),
  starts_at timestamptz not null,
  minutes integer not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  held_minutes integer,
  was_interrupted boolean,
  -- After a critical incident those who were there may choose that nothing is written down but that it was held.
  is_content_recorded boolean not null default true,
  -- One more with every change, for forms that were left open.
  version integer not null default 1
);
create index supervision_session_relationship_id on supervision_session (relationship_id, starts_at);

-- How a session came to be when it is, or is not.
create table session_change (
  session_id uuid not null references supervision_session on delete cascade,
  number integer not null,
  change text not null check (change in ('planned', 'moved', 'cancelled', 'held')),
  changed_at timestamptz not null,
  changed_by uuid not null references person,
  reason text,
  starts_at timestamptz not null,
  primary key (session_id, number)
);

-- Which supervisees a session was held with.
create table session_attendance (
  session_id uuid not null references supervision_session on delete cascade,
  person_id uuid not null references person,
  primary key (session_id, person_id)
);
create index session_attendance_person_id on session_attendance (person_id);

create table agenda_item (
  session_id uuid not null references supervision_session on delete cascade,
  item_id uuid not null,
  person_id uuid not null references person,
  text text not null,
  added_at timestamptz not null,
  primary key (session_id, item_id)
);

-- Compartment (a): on its way to the case-recording system. Emptied here once it has been extracted.
create table case_decision (
  session_id uuid not null references supervision_session on delete cascade,
  decision_id uuid not null,
  reference text,
  decision text,
  rationale text,
  actions text,
  by_day date,
  written_by uuid not null references person,
  written_at timestamptz not null,
  extracted_at timestamptz,
  primary key (session_id, decision_id),
  check ((extracted_at is null) = (decision is not null))
);

-- Compartment (b): the joint record as its supervisor signed it. After that there are answers and additions.
create table joint_record (
  session_id uuid primary key references supervision_session on delete cascade,
  content text not null,
  sha256 text not null,
  signed_by uuid not null references person,
  signed_at timestamptz not null
);

create table joint_answer (
  session_id uuid not null references joint_record on delete cascade,
  person_id uuid not null references person,
  agrees boolean not null,
  words text not null,
  sha256 text not null,
  signed_at timestamptz not null,
  primary key (session_id, person_id)
);

create table joint_addition (
  session_id uuid not null references joint_record on delete cascade,
  number integer not null,
  person_id uuid not null references person,
  text text not null,
  added_at timestamptz not null,
  primary key (session_id, number)
);

-- What is being written and is not signed yet: the next version of an agreement, or a joint record.
create table shared_draft (
  kind text not null check (kind in ('agreement', 'joint-record')),
  -- The relationship's id or the session's.
  about_id uuid not null,
  relationship_id uuid not null references relationship on delete cascade,
  version integer not null,
  draft jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null references person,
  recent_saves uuid[] not null default '{}',
  primary key (kind, about_id)
);

create table shared_revision (
  kind text not null,
  about_id uuid not null,
  number integer not null,
  packed bytea not null,
  saved_at timestamptz not null,
  was_replaced boolean not null default false,
  primary key (kind, about_id, number),
  foreign key (kind, about_id) references shared_draft on delete cascade
);

-- Compartment (c): a supervisee's own notes. No route shows them to anybody else.
create table personal_note (
  person_id uuid not null references person on delete cascade,
  session_id uuid not null references supervision_session on delete cascade,
  version integer not null,
  text text not null,
  changed_at timestamptz not null,
  recent_saves uuid[] not null default '{}',
  primary key (person_id, session_id)
);

create table supervision_action (
  relationship_id uuid not null references relationship on delete cascade,
  action_id uuid not null,
  -- The session in which it was agreed.
  session_id uuid not null references supervision_session on delete cascade,
  what text not null,
  owner_id uuid not null references person,
  by_day date not null,
  closed_at timestamptz,
  closed_in uuid references supervision_session on delete set null,
  outcome text,
  primary key (relationship_id, action_id),
  check ((closed_at is null) = (outcome is null))
);

-- How the time of a session went, as each of those who were there saw it.
create table time_spent (
  session_id uuid not null references supervision_session on delete cascade,
  person_id uuid not null references person,
  topics text[] not null,
  primary key (session_id, person_id)
);

-- A version of a piece of CPD that its author takes to supervision: read-only, until a day.
create table shared_piece (
  person_id uuid not null references person on delete cascade,
  piece_id uuid not null,
  session_id uuid not null references supervision_session on delete cascade,
  content text not null,
  until_day date not null,
  shared_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (person_id, piece_id, session_id),
  foreign key (person_id, piece_id) references piece on delete cascade
);

-- The supervisor's manager or an auditor opens what two people share, for a reason and for a time that both see.
create table door (
  relationship_id uuid not null references relationship on delete cascade,
  door_id uuid not null default gen_random_uuid(),
  person_id uuid not null references person,
  opened_as text not null check (opened_as in ('manager', 'auditor')),
  reason text not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (relationship_id, door_id)
);
create index door_person_id on door (person_id);

-- Every reading of what two people share by anybody.
create table supervision_reading (
  relationship_id uuid not null references relationship on delete cascade,
  reading_id bigint generated always as identity,
  session_id uuid,
  person_id uuid not null references person,
  what text not null,
  read_at timestamptz not null,
  primary key (relationship_id, reading_id)
);

-- While one stands nothing of the relationship is deleted.
create table supervision_hold (
  relationship_id uuid not null references relationship on delete cascade,
  hold_id uuid not null default gen_random_uuid(),
  reason text not null,
  placed_by uuid not null references person,
  placed_at timestamptz not null,
  lifted_at timestamptz,
  primary key (relationship_id, hold_id)
);

-- The secret in the address of somebody's calendar.
create table calendar_feed (
  person_id uuid primary key references person on delete cascade,
  token_hash text not null unique,
  made_at timestamptz not null
);
