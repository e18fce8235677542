CREATE OR REPLACE FUNCTION framework.proposal_edits(edits jsonb, pointer text, of_document framework.document)
    RETURNS SETOF framework.proposal_edit
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb;
    place bigint;
    at text;
    edit framework.proposal_edit;
    target text;
    targets text[] := '{}';
BEGIN
    FOR node, place IN SELECT * FROM jsonb_array_elements(edits) WITH ORDINALITY LOOP
        at := pointer || '/' || place - 1;
        IF jsonb_typeof(node) = 'object' AND node ->> 'kind' = 'text' THEN
            edit := framework.proposal_text_edit(node, at, of_document);
        ELSIF jsonb_typeof(node) = 'object' AND node ->> 'kind' = 'target' THEN
            edit := framework.proposal_target_edit(node, at, of_document);
        ELSE
            PERFORM framework.refuse_proposal(at || '/kind', 'must be text or target');
        END IF;
        target := concat_ws(
            E'\n', edit.kind, edit.item_code, edit.field, COALESCE(edit.language, ''), edit.competence_code
        );
        IF target = ANY (targets) THEN
            PERFORM framework.refuse_proposal(at, 'changes what an edit before it changes');
        ELSIF (edit.old_text, edit.old_level, edit.old_weight)
            IS NOT DISTINCT FROM (edit.new_text, edit.new_level, edit.new_weight) THEN
            PERFORM framework.refuse_proposal(at, 'changes nothing');
        END IF;
        targets := targets || target;
        edit.number := place;
        RETURN NEXT edit;
    END LOOP;
END
$$;

COMMENT ON FUNCTION framework.proposal_edits(jsonb, text, framework.document) IS
    'The edits of a proposal as rows without their proposal; raises SQLSTATE 22023 if one is not as '
    'framework.make_proposal describes it. Whether they fit is not looked at.';

REVOKE EXECUTE ON FUNCTION framework.proposal_edits(jsonb, text, framework.document) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_edits(jsonb, text, framework.document) TO tessera_service;
