-- The command that makes an evaluator's login role: commands take no parameters, so it is put together here, quoted.
-- $1 name; $2 SCRAM verifier of the password.
SELECT format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE tessera_evaluator', $1::text, $2::text);
