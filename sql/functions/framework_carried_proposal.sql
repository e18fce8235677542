CREATE OR REPLACE FUNCTION framework.carried_proposal(definition jsonb, onto framework.document) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted uuid := framework.proposal_text(definition, '', 'carries', true, 'uuid');
    standing framework.proposal;
BEGIN
    WITH RECURSIVE origin AS (
        SELECT document.document_key, document.derived_from, document.adoption_status
        FROM framework.document WHERE document.document_key = onto.derived_from
        UNION
        SELECT document.document_key, document.derived_from, document.adoption_status
        FROM origin
        JOIN framework.document ON document.document_key = origin.derived_from
    )
    SELECT proposal.* INTO standing
    FROM framework.proposal
    JOIN origin ON origin.document_key = proposal.document_key
    WHERE proposal.identifier = wanted AND origin.adoption_status <> 'Private Draft';
    IF NOT FOUND THEN
        PERFORM framework.refuse_proposal(
            '/carries', 'names no proposal against a version that this one was derived from'
        );
    ELSIF standing.status <> 'open' THEN
        PERFORM framework.refuse_proposal('/carries', format('names a proposal that is %s', standing.status));
    ELSIF EXISTS (
        SELECT FROM framework.document
        WHERE document.document_key = standing.document_key
            AND document.adoption_status NOT IN ('Adopted', 'Deprecated')
    ) THEN
        PERFORM framework.refuse_proposal(
            '/carries', 'names a proposal against a draft, where it can still be decided'
        );
    ELSIF EXISTS (
        SELECT FROM framework.proposal
        WHERE proposal.carries = wanted AND proposal.document_key = onto.document_key
            AND proposal.status <> 'withdrawn'
    ) THEN
        PERFORM framework.refuse_proposal('/carries', 'names a proposal that goes on here already');
    END IF;
    RETURN jsonb_build_object(
        'title', standing.title, 'reason', standing.reason, 'language', standing.language,
        'edits', framework.proposal_json(standing.proposal_key) -> 'edits'
    );
END
$$;

COMMENT ON FUNCTION framework.carried_proposal(jsonb, framework.document) IS
    'What a proposal says that was left undecided when its document was adopted, for one that carries it to a draft '
    'derived from that; raises SQLSTATE 22023 if there is no such proposal.';

REVOKE EXECUTE ON FUNCTION framework.carried_proposal(jsonb, framework.document) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.carried_proposal(jsonb, framework.document) TO tessera_service;
