CREATE OR REPLACE FUNCTION framework.import_proposals(onto_document bigint, proposals jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    document framework.document;
    node jsonb;
    place bigint;
    known framework.proposal;
BEGIN
    IF COALESCE(proposals, 'null') IN ('null', '[]') THEN
        RETURN;
    ELSIF jsonb_typeof(proposals) <> 'array' THEN
        PERFORM framework.refuse_proposal('', 'must be an array of proposals');
    END IF;
    SELECT d.* INTO document
    FROM framework.document AS d WHERE d.document_key = onto_document FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no document %', onto_document USING ERRCODE = 'no_data_found';
    END IF;
    FOR node, place IN SELECT * FROM jsonb_array_elements(proposals) WITH ORDINALITY LOOP
        known := NULL;
        PERFORM framework.proposal_object(node, '/' || place - 1, ARRAY[
            'identifier', 'number', 'carries', 'partner', 'title', 'reason', 'language', 'proposedAt', 'status',
            'edits', 'comments', 'endorsements', 'end', 'history'
        ]);
        SELECT proposal.* INTO known
        FROM framework.proposal
        WHERE proposal.identifier
            = framework.proposal_text(node, '/' || place - 1, 'identifier', true, 'uuid')::uuid;
        IF FOUND THEN
            PERFORM framework.import_known_proposal(known, document, node, '/' || place - 1);
        ELSE
            PERFORM framework.import_new_proposal(document, node, '/' || place - 1);
        END IF;
    END LOOP;
END
$$;

COMMENT ON FUNCTION framework.import_proposals(bigint, jsonb) IS
    'Takes in what framework.case_proposals gave out, exactly; to be called before the document is adopted. A proposal '
    'that is here already goes on where the received history continues its own, and stays where its own is the longer '
    'one; two that went different ways raise SQLSTATE 55000, and what breaks a rule 22023.';

REVOKE EXECUTE ON FUNCTION framework.import_proposals(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_proposals(bigint, jsonb) TO tessera_service;
