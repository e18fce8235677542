CREATE OR REPLACE FUNCTION framework.import_known_proposal(
    known framework.proposal, document framework.document, node jsonb, pointer text
) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    here jsonb := framework.proposal_json(known.proposal_key);
    own integer := jsonb_array_length(here -> 'history');
    received jsonb := framework.proposal_list(node, pointer, 'history', 100000);
    differing text;
BEGIN
    IF known.document_key <> document.document_key THEN
        PERFORM framework.refuse_proposal(pointer || '/identifier', 'is of a proposal against another document here');
    END IF;
    SELECT field INTO differing
    FROM unnest(ARRAY['number', 'carries', 'partner', 'title', 'reason', 'language', 'proposedAt', 'edits']) AS field
    WHERE here -> field IS DISTINCT FROM node -> field
    LIMIT 1;
    -- Of what only grows, what both have must be the same.
    IF differing IS NULL THEN
        SELECT grown.field INTO differing
        FROM (
            VALUES
                ('history', received),
                ('comments', framework.proposal_list(node, pointer, 'comments', 100000))
        ) AS grown (field, list)
        CROSS JOIN LATERAL generate_series(
            0, least(jsonb_array_length(here -> grown.field), jsonb_array_length(grown.list)) - 1
        ) AS place
        WHERE here -> grown.field -> place IS DISTINCT FROM grown.list -> place
        LIMIT 1;
    END IF;
    IF differing IS NOT NULL THEN
        RAISE EXCEPTION '% differs from that of proposal % here', pointer || '/' || differing, known.number
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    IF jsonb_array_length(received) > own THEN
        PERFORM framework.import_proposal_course(known.proposal_key, node, pointer);
    END IF;
END
$$;

COMMENT ON FUNCTION framework.import_known_proposal(framework.proposal, framework.document, jsonb, text) IS
    'The part of framework.import_proposals that brings a proposal forward that is here already.';

REVOKE EXECUTE ON FUNCTION framework.import_known_proposal(framework.proposal, framework.document, jsonb, text)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_known_proposal(framework.proposal, framework.document, jsonb, text)
    TO tessera_service;
