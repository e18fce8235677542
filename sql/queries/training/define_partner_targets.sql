-- Replaces a partner's list of targets.
-- $1 code of the partner; $2 the list, as training.define_partner_targets describes it.
SELECT training.define_partner_targets($1::text, $2::jsonb);
