CREATE OR REPLACE FUNCTION credential.award_state(decision text, withdrawn_at timestamptz) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- Without a search path of its own, so that queries have it in line.
RETURN CASE
    WHEN decision = 'refused' THEN 'refused'
    WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
    WHEN decision = 'proposed' THEN 'proposed'
    ELSE 'awarded'
END;

COMMENT ON FUNCTION credential.award_state(text, timestamptz) IS
    'What became of an award, as people are told it: proposed, awarded, refused or withdrawn.';

REVOKE EXECUTE ON FUNCTION credential.award_state(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.award_state(text, timestamptz) TO tessera_service;
