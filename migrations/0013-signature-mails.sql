-- Whether somebody wants a mail when an agreement or a record of supervision waits for their signature.
alter table person add column signature_mails_on boolean not null default true;
alter table mailed_link
  drop constraint mailed_link_purpose_check,
  add constraint mailed_link_purpose_check
    check (purpose in ('sign-in', 'reset-password', 'reminders-off', 'signature-mails-off'));
