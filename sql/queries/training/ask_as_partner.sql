-- Limits the rest of the transaction to what a partner may see.
-- $1 code of the partner.
SELECT set_config('tessera.partner', $1::text, true);
