-- Keys of partners.
-- $1 their codes.
SELECT partner_key, code FROM training.partner WHERE code = ANY ($1::text[]);
