CREATE OR REPLACE FUNCTION training.definition_item(
    of_document bigint, item_code text, pointer text, kinds text[]
) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found bigint;
BEGIN
    SELECT item.item_key INTO found
    FROM framework.item
    WHERE item.document_key = of_document AND item.code = item_code AND item.kind = ANY (kinds);
    IF found IS NULL THEN
        PERFORM training.refuse_definition(
            pointer,
            (
                SELECT format(
                    'names no %s of framework %s %s: %s', array_to_string(kinds, ' or '), document.code,
                    document.version, item_code
                )
                FROM framework.document WHERE document.document_key = of_document
            )
        );
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.definition_item(bigint, text, text, text[]) IS
    'Key of the item of a framework version that has the code and is of one of the kinds; raises 22023, naming the '
    'field by the pointer, if there is none.';

REVOKE EXECUTE ON FUNCTION training.definition_item(bigint, text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_item(bigint, text, text, text[]) TO tessera_service;
