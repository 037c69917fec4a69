-- What two people without an organisation choose holds from the day on which one of them chose it, and what was due before
-- is judged by what they had then. `own_policy` is the newest; before it, oldest first, [{"from", "content"}].
alter table relationship
  -- Null for the first: it holds from the beginning.
  add column own_policy_from date,
  -- Who chose it; null for the first, which is nobody's choice.
  add column own_policy_by uuid references person on delete set null,
  add column own_policies_before jsonb not null default '[]';

-- Only how long they kept things was known of what they had before. Which interval it was, nobody can tell any more.
update relationship
set own_policy_from = (longer_retention ->> 'replacedOn')::date,
  own_policies_before = jsonb_build_array(jsonb_build_object('from', from_day,
    'content', own_policy || jsonb_build_object('retention', longer_retention - 'replacedOn')))
where longer_retention is not null;

alter table relationship drop column longer_retention;
