-- Limits the rest of the transaction to what a partner may see. An empty code, which would stand for the whole scheme,
-- becomes one that names nobody: no code consists of a hyphen.
-- $1 code of the partner.
SELECT set_config('tessera.partner', COALESCE(NULLIF($1::text, ''), '-'), true);
