CREATE OR REPLACE FUNCTION framework.open_proposal(of_code text, of_version text, of_number bigint)
    RETURNS framework.proposal
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    document framework.document := framework.proposal_document(of_code, of_version);
    standing framework.proposal;
BEGIN
    SELECT proposal.* INTO standing
    FROM framework.proposal
    WHERE proposal.document_key = document.document_key AND proposal.number = of_number;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'framework % % has no proposal %', of_code, of_version, of_number
            USING ERRCODE = 'no_data_found';
    ELSIF standing.status <> 'open' THEN
        RAISE EXCEPTION 'proposal % is %, its discussion is over', of_number, standing.status
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN standing;
END
$$;

COMMENT ON FUNCTION framework.open_proposal(text, text, bigint) IS
    'A proposal that is still open, its document locked; raises SQLSTATE P0002 if there is none, and 55000 if it is '
    'decided or withdrawn, or its document frozen.';

REVOKE EXECUTE ON FUNCTION framework.open_proposal(text, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.open_proposal(text, text, bigint) TO tessera_service;
