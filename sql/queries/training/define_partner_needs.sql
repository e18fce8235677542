-- Replaces a partner's list of needs.
-- $1 code of the partner; $2 the list, as training.define_partner_needs describes it.
SELECT training.define_partner_needs($1::text, $2::jsonb);
