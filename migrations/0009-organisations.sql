-- What an invitation needs beside its row, and what a trace says of more than one person.

-- Whoever was invited and has no account yet makes one, and is led back. The address they are led to has a secret of its
-- own: the mailed one is not kept, and goes on working.
alter table invitation add column led_back_token_hash text unique;
-- No address gets more than a few of these mails a day, whoever asks for them.
create index invitation_email_key on invitation (email_key, created_at);

alter table sign_up add column invitation_id uuid references invitation on delete set null;
create index sign_up_invitation_id on sign_up (invitation_id) where invitation_id is not null;

-- Whom or what somebody did it to, where that is not a piece of theirs: a person, an organisation, a relationship. No
-- reference, since a trace outlives what it speaks of.
alter table audit_event add column about_id uuid;
