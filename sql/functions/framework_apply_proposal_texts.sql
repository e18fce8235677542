CREATE OR REPLACE FUNCTION framework.apply_proposal_texts(of_proposal bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    DELETE FROM framework.translation
    USING framework.proposal_edit AS edit
    JOIN framework.proposal USING (proposal_key)
    JOIN framework.item
        ON item.document_key = proposal.document_key AND item.kind <> 'item' AND item.code = edit.item_code
    WHERE edit.proposal_key = of_proposal AND edit.kind = 'text' AND edit.new_text IS NULL
        AND translation.item_key = item.item_key AND translation.field = edit.field
        AND translation.language = edit.language;

    INSERT INTO framework.translation AS translation (item_key, language, field, text, last_change)
    SELECT item.item_key, edit.language, edit.field, edit.new_text, now()
    FROM framework.proposal_edit AS edit
    JOIN framework.proposal USING (proposal_key)
    JOIN framework.item
        ON item.document_key = proposal.document_key AND item.kind <> 'item' AND item.code = edit.item_code
    WHERE edit.proposal_key = of_proposal AND edit.language IS NOT NULL AND edit.new_text IS NOT NULL
    ON CONFLICT (item_key, language, field) DO UPDATE SET
        text = excluded.text, last_change = excluded.last_change;

    -- An item whose translation changes has changed, too: CASE knows the two as one object.
    WITH edited AS (
        SELECT
            item.item_key,
            bool_or(edit.field = 'full_statement' AND edit.language IS NULL) AS has_statement,
            max(edit.new_text) FILTER (WHERE edit.field = 'full_statement' AND edit.language IS NULL) AS statement,
            bool_or(edit.field = 'abbreviated_statement' AND edit.language IS NULL) AS has_name,
            max(edit.new_text) FILTER (WHERE edit.field = 'abbreviated_statement' AND edit.language IS NULL) AS name,
            bool_or(edit.field = 'notes' AND edit.language IS NULL) AS has_notes,
            max(edit.new_text) FILTER (WHERE edit.field = 'notes' AND edit.language IS NULL) AS notes
        FROM framework.proposal_edit AS edit
        JOIN framework.proposal USING (proposal_key)
        JOIN framework.item
            ON item.document_key = proposal.document_key AND item.kind <> 'item' AND item.code = edit.item_code
        WHERE edit.proposal_key = of_proposal AND edit.kind = 'text'
        GROUP BY item.item_key
    )
    UPDATE framework.item
    SET full_statement = CASE WHEN edited.has_statement THEN edited.statement ELSE item.full_statement END,
        abbreviated_statement = CASE WHEN edited.has_name THEN edited.name ELSE item.abbreviated_statement END,
        notes = CASE WHEN edited.has_notes THEN edited.notes ELSE item.notes END,
        last_change = now()
    FROM edited
    WHERE item.item_key = edited.item_key;
END
$$;

COMMENT ON FUNCTION framework.apply_proposal_texts(bigint) IS
    'The part of framework.decide_proposal that changes texts; it is known that the edits fit.';

REVOKE EXECUTE ON FUNCTION framework.apply_proposal_texts(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.apply_proposal_texts(bigint) TO tessera_service;
