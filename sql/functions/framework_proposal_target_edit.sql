CREATE OR REPLACE FUNCTION framework.proposal_target_edit(node jsonb, pointer text, of_document framework.document)
    RETURNS framework.proposal_edit
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    edit framework.proposal_edit;
    standing_level smallint;
    standing_weight numeric;
BEGIN
    PERFORM framework.proposal_object(node, pointer, ARRAY['kind', 'profile', 'competence', 'from', 'to']);
    edit.kind := 'target';
    edit.item_code := framework.proposal_text(node, pointer, 'profile', true, 'text', 200);
    edit.competence_code := framework.proposal_text(node, pointer, 'competence', true, 'text', 200);
    IF NOT node ? 'to' THEN
        PERFORM framework.refuse_proposal(pointer || '/to', 'is required; null is for having no target');
    END IF;
    SELECT target.level, target.weight INTO standing_level, standing_weight
    FROM framework.item AS profile
    JOIN framework.profile_target AS target ON target.profile_key = profile.item_key
    JOIN framework.item AS competence ON competence.item_key = target.competence_key
    WHERE profile.document_key = of_document.document_key AND profile.kind = 'profile'
        AND profile.code = edit.item_code AND competence.kind = 'competence'
        AND competence.code = edit.competence_code;
    IF node ? 'from' THEN
        SELECT demand.level, demand.weight INTO edit.old_level, edit.old_weight
        FROM framework.proposal_demand(node, pointer, 'from') AS demand;
        IF edit.old_level IS NOT NULL AND edit.old_weight IS NULL THEN
            edit.old_weight := COALESCE(standing_weight, 1);
        END IF;
    ELSE
        edit.old_level := standing_level;
        edit.old_weight := standing_weight;
    END IF;
    SELECT demand.level, demand.weight INTO edit.new_level, edit.new_weight
    FROM framework.proposal_demand(node, pointer, 'to') AS demand;
    IF edit.new_level IS NOT NULL AND edit.new_weight IS NULL THEN
        -- Who only names another level leaves the weight as it is.
        edit.new_weight := COALESCE(edit.old_weight, 1);
    END IF;
    RETURN edit;
END
$$;

COMMENT ON FUNCTION framework.proposal_target_edit(jsonb, text, framework.document) IS
    'The part of framework.proposal_edits that reads an edit of a profile''s target.';

REVOKE EXECUTE ON FUNCTION framework.proposal_target_edit(jsonb, text, framework.document) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_target_edit(jsonb, text, framework.document) TO tessera_service;
