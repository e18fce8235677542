CREATE OR REPLACE FUNCTION framework.case_renamed(translations jsonb, names jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT jsonb_build_object('iust:translations', jsonb_object_agg(language, texts))
    FROM (
        SELECT language.key AS language, jsonb_object_agg(names ->> text.key, text.value) AS texts
        FROM jsonb_each(translations) AS language
        CROSS JOIN jsonb_each(language.value) AS text
        WHERE names ? text.key
        GROUP BY language.key
    ) AS by_language
    HAVING count(*) > 0
);

COMMENT ON FUNCTION framework.case_renamed(jsonb, jsonb) IS
    'Extensions with the translations of an item''s texts, under the names that another object has the texts by; null '
    'when it has none of them.';

REVOKE EXECUTE ON FUNCTION framework.case_renamed(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_renamed(jsonb, jsonb) TO tessera_service;
