-- The id that the browser gave the save which wrote the draft, so that a browser whose reply was lost knows its own
-- text again; null where a form was sent without one.
alter table piece add column save_id uuid;
