CREATE OR REPLACE FUNCTION framework.case_translations(item bigint) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT jsonb_object_agg(language, texts)
    FROM (
        SELECT
            translation.language,
            jsonb_object_agg(
                CASE translation.field
                    WHEN 'full_statement' THEN 'fullStatement'
                    WHEN 'abbreviated_statement' THEN 'abbreviatedStatement'
                    ELSE translation.field
                END,
                translation.text
            ) AS texts
        FROM framework.translation
        WHERE translation.item_key = item
        GROUP BY translation.language
    ) AS by_language
);

COMMENT ON FUNCTION framework.case_translations(bigint) IS
    'The texts of an item (by key) in other languages, by language and CASE name; null when there are none.';

REVOKE EXECUTE ON FUNCTION framework.case_translations(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_translations(bigint) TO tessera_service;
