CREATE OR REPLACE FUNCTION framework.case_proposals(of_document bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT jsonb_agg(framework.proposal_json(proposal.proposal_key) ORDER BY proposal.number)
        FROM framework.proposal
        WHERE proposal.document_key = of_document
    );
END
$$;

COMMENT ON FUNCTION framework.case_proposals(bigint) IS
    'All proposals against a document by number, each as framework.proposal_json gives it; null when there are none. '
    'framework.import_proposals takes it back.';

REVOKE EXECUTE ON FUNCTION framework.case_proposals(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_proposals(bigint) TO tessera_service;
