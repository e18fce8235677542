CREATE OR REPLACE FUNCTION framework.proposal_text_edit(node jsonb, pointer text, of_document framework.document)
    RETURNS framework.proposal_edit
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    edit framework.proposal_edit;
BEGIN
    PERFORM framework.proposal_object(node, pointer, ARRAY['kind', 'item', 'field', 'language', 'from', 'to']);
    edit.kind := 'text';
    edit.item_code := framework.proposal_text(node, pointer, 'item', true, 'text', 200);
    edit.field := CASE framework.proposal_text(node, pointer, 'field', true)
        WHEN 'fullStatement' THEN 'full_statement'
        WHEN 'abbreviatedStatement' THEN 'abbreviated_statement'
        WHEN 'notes' THEN 'notes'
    END;
    IF edit.field IS NULL THEN
        PERFORM framework.refuse_proposal(
            pointer || '/field', 'must be fullStatement, abbreviatedStatement or notes'
        );
    END IF;
    edit.language := framework.proposal_text(node, pointer, 'language', false, 'language');
    IF lower(edit.language) = lower(of_document.language) THEN
        edit.language := NULL;
    ELSIF edit.language IS NOT NULL THEN
        -- A tag is the same in any case; a translation has one spelling of it.
        SELECT translation.language INTO edit.language
        FROM framework.item
        JOIN framework.translation ON translation.item_key = item.item_key
        WHERE item.document_key = of_document.document_key AND lower(translation.language) = lower(edit.language)
        ORDER BY translation.language
        LIMIT 1;
        edit.language := COALESCE(edit.language, node ->> 'language');
    END IF;
    IF NOT node ? 'to' THEN
        PERFORM framework.refuse_proposal(pointer || '/to', 'is required; null is for having no such text');
    END IF;
    edit.new_text := framework.proposal_text(node, pointer, 'to', false);
    IF edit.new_text IS NULL AND edit.field = 'full_statement' AND edit.language IS NULL THEN
        PERFORM framework.refuse_proposal(pointer || '/to', 'must be a string: every item has a fullStatement');
    END IF;
    IF node ? 'from' THEN
        edit.old_text := framework.proposal_text(node, pointer, 'from', false);
    ELSE
        SELECT framework.item_text(item.item_key, edit.field, edit.language) INTO edit.old_text
        FROM framework.item
        WHERE item.document_key = of_document.document_key AND item.kind <> 'item' AND item.code = edit.item_code;
    END IF;
    RETURN edit;
END
$$;

COMMENT ON FUNCTION framework.proposal_text_edit(jsonb, text, framework.document) IS
    'The part of framework.proposal_edits that reads an edit of a text.';

REVOKE EXECUTE ON FUNCTION framework.proposal_text_edit(jsonb, text, framework.document) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_text_edit(jsonb, text, framework.document) TO tessera_service;
