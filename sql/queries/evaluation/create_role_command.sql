-- The commands that make an evaluator's login role: commands take no parameters, so they are put together here, quoted.
-- It reads, for as long as a question may take; a role's owner may lift both, the missing rights stay missing.
-- $1 name; $2 SCRAM verifier of the password.
SELECT
    format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE tessera_evaluator;', $1::text, $2::text)
    || format(' ALTER ROLE %I SET default_transaction_read_only = on;', $1::text)
    || format(' ALTER ROLE %I SET statement_timeout = ''5min'';', $1::text);
