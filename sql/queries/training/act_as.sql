-- Tells the rest of the transaction who changes what, for the history.
-- $1 name of the API key.
SELECT set_config('tessera.actor', $1::text, true);
