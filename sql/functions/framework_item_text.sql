CREATE OR REPLACE FUNCTION framework.item_text(of_item bigint, of_field text, in_language text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE
        WHEN in_language IS NOT NULL THEN (
            SELECT translation.text
            FROM framework.translation
            WHERE translation.item_key = of_item AND translation.field = of_field
                AND translation.language = in_language
        )
        WHEN of_field = 'full_statement' THEN item.full_statement
        WHEN of_field = 'abbreviated_statement' THEN item.abbreviated_statement
        WHEN of_field = 'notes' THEN item.notes
    END
    FROM framework.item
    WHERE item.item_key = of_item;
$$;

COMMENT ON FUNCTION framework.item_text(bigint, text, text) IS
    'A text of an item by its field (full_statement, abbreviated_statement or notes): the original where the language '
    'is null, else the translation; null where there is none.';

REVOKE EXECUTE ON FUNCTION framework.item_text(bigint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.item_text(bigint, text, text) TO tessera_service;
