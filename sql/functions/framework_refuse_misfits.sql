CREATE OR REPLACE FUNCTION framework.refuse_misfits(of_proposal bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    misfits jsonb := framework.proposal_misfits(of_proposal);
BEGIN
    IF misfits <> '[]' THEN
        RAISE EXCEPTION 'the proposal does not fit the framework as it is now'
            USING ERRCODE = 'object_not_in_prerequisite_state', DETAIL = misfits::text;
    END IF;
END
$$;

COMMENT ON FUNCTION framework.refuse_misfits(bigint) IS
    'Raises SQLSTATE 55000 if edits of a proposal do not fit the document; the detail is all of them, as '
    'framework.proposal_misfits gives them.';

REVOKE EXECUTE ON FUNCTION framework.refuse_misfits(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.refuse_misfits(bigint) TO tessera_service;
