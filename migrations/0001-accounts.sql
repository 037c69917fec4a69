-- Who has an account, how they sign in, and when they were on the register.

create table person (
  person_id uuid primary key default gen_random_uuid(),
  email text not null,
  -- The address as two spellings of it are compared: trimmed, NFC, lower case.
  email_key text not null unique,
  password_hash text not null,
  created_at timestamptz not null,
  reminders_on boolean not null default true
);

-- A sign-up waits here until its mailed link is followed and its password typed again. Each request is its own row:
-- nobody can change what somebody else asked for with the same address.
create table sign_up (
  sign_up_id uuid primary key default gen_random_uuid(),
  email text not null,
  email_key text not null,
  password_hash text not null,
  scheme text not null,
  registration_number text not null,
  -- [{"from": "2015-09-01", "to": null, "kind": "joined"}]
  periods jsonb not null,
  voluntary_removal_on date,
  token_hash text unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_up_expires_at on sign_up (expires_at);

create table registration (
  person_id uuid primary key references person on delete cascade,
  scheme text not null,
  registration_number text not null,
  periods jsonb not null,
  voluntary_removal_on date
);

create table session (
  token_hash text primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- In words, such as "Firefox on Windows", so that people can tell their sessions apart.
  browser text not null
);
create index session_person_id on session (person_id);

-- Browsers that have signed in to an account before.
create table known_device (
  person_id uuid not null references person on delete cascade,
  token_hash text not null,
  last_used_at timestamptz not null,
  primary key (person_id, token_hash)
);

-- A secret sent by mail that stands for a person's own press on a link.
create table mailed_link (
  token_hash text primary key,
  person_id uuid not null references person on delete cascade,
  purpose text not null check (purpose in ('sign-in', 'reset-password', 'reminders-off')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index mailed_link_person_id on mailed_link (person_id);
create index mailed_link_expires_at on mailed_link (expires_at);

-- How often something was tried of late. The bucket's name is a hash: it holds no address of any kind.
create table throttle (
  bucket text primary key,
  tries integer not null,
  -- When the counting starts again from nothing.
  ends_at timestamptz not null
);
create index throttle_ends_at on throttle (ends_at);

-- Who signed in from which network in the last day: the more people share a network, the more of them mistype. The
-- network is a hash, and rows are purged after a day.
create table recent_network (
  network text not null,
  person_id uuid not null references person on delete cascade,
  signed_in_at timestamptz not null,
  primary key (network, person_id)
);
create index recent_network_signed_in_at on recent_network (signed_in_at);
create index recent_network_person_id on recent_network (person_id);
