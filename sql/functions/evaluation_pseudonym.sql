-- Plain enough for the planner to put it into the query: no call per row, and the digest only where it is needed.
CREATE OR REPLACE FUNCTION evaluation.pseudonym(registration uuid, secret uuid, agent_key bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN COALESCE(
    registration,
    left(encode(sha256((secret::text || ':' || agent_key::text)::bytea), 'hex'), 32)::uuid
);

COMMENT ON FUNCTION evaluation.pseudonym(uuid, uuid, bigint) IS
    'How evaluators know a person within one pilot: by the registration of the enrolment; without enrolment by a '
    'digest of the account''s key with a secret of the pilot, which cannot be linked to other pilots.';

REVOKE EXECUTE ON FUNCTION evaluation.pseudonym(uuid, uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.pseudonym(uuid, uuid, bigint)
    TO tessera_evaluator, tessera_reporting, tessera_service;
