CREATE OR REPLACE FUNCTION framework.import_new_proposal(document framework.document, node jsonb, pointer text)
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    made framework.proposal;
BEGIN
    IF jsonb_typeof(node -> 'number') IS DISTINCT FROM 'number' OR node ->> 'number' !~ '^[1-9]\d{0,8}$' THEN
        PERFORM framework.refuse_proposal(pointer || '/number', 'must be a whole number from 1 to 999999999');
    END IF;
    made.number := (node ->> 'number')::integer;
    IF EXISTS (
        SELECT FROM framework.proposal
        WHERE proposal.document_key = document.document_key AND proposal.number = made.number
    ) THEN
        PERFORM framework.refuse_proposal(pointer || '/number', 'is the number of another proposal here');
    END IF;
    made.identifier := framework.proposal_text(node, pointer, 'identifier', true, 'uuid')::uuid;
    made.partner := framework.proposal_text(node, pointer, 'partner', false, 'text', 200);
    made.title := framework.proposal_text(node, pointer, 'title', true, 'text', 200);
    made.reason := framework.proposal_text(node, pointer, 'reason', true, 'text', 4000);
    made.language := framework.proposal_text(node, pointer, 'language', true, 'language');
    made.carries := framework.proposal_text(node, pointer, 'carries', false, 'uuid')::uuid;
    made.proposed_at := framework.proposal_text(node, pointer, 'proposedAt', true, 'time')::timestamptz;
    INSERT INTO framework.proposal (
        document_key, number, identifier, partner, title, reason, language, carries, proposed_at
    )
    VALUES (
        document.document_key, made.number, made.identifier, made.partner, made.title, made.reason, made.language,
        made.carries, made.proposed_at
    )
    RETURNING proposal.proposal_key INTO made.proposal_key;
    INSERT INTO framework.proposal_edit (
        proposal_key, number, kind, item_code, field, language, old_text, new_text, competence_code, old_level,
        new_level, old_weight, new_weight
    )
    SELECT
        made.proposal_key, edit.number, edit.kind, edit.item_code, edit.field, edit.language, edit.old_text,
        edit.new_text, edit.competence_code, edit.old_level, edit.new_level, edit.old_weight, edit.new_weight
    FROM framework.proposal_edits(
        framework.proposal_list(node, pointer, 'edits', 100), pointer || '/edits', document
    ) AS edit;
    PERFORM framework.import_proposal_course(made.proposal_key, node, pointer);
END
$$;

COMMENT ON FUNCTION framework.import_new_proposal(framework.document, jsonb, text) IS
    'The part of framework.import_proposals that takes in a proposal that is not here yet.';

REVOKE EXECUTE ON FUNCTION framework.import_new_proposal(framework.document, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_new_proposal(framework.document, jsonb, text) TO tessera_service;
