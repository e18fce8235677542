-- Whether a partner has this code.
-- $1 code.
SELECT EXISTS (SELECT FROM training.partner WHERE code = $1::text);
