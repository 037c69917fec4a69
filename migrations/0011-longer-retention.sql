-- Two people without an organisation have one policy, not versions of it. Where they chose to keep what they share for a
-- shorter time, this says for how long and why until then, and on which day they changed it: what is shorter deletes
-- nothing for a while. As {"years", "reason", "replacedOn"}.
alter table relationship add column longer_retention jsonb;
