CREATE OR REPLACE FUNCTION credential.achievement_languages(competence bigint) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT ARRAY(
        SELECT named.language
        FROM framework.translation AS named
        WHERE named.item_key = competence AND named.field = 'full_statement'
            AND NOT EXISTS (
                SELECT 1
                FROM framework.item AS level
                WHERE level.parent_key = competence AND level.kind = 'level'
                    AND framework.item_text(level.item_key, 'full_statement', named.language) IS NULL
            )
        ORDER BY named.language
    )
$$;

COMMENT ON FUNCTION credential.achievement_languages(bigint) IS
    'The languages, other than the framework''s own, in which a competence (by item) and every level of it have a '
    'translation: those in which its achievements can be read.';

REVOKE EXECUTE ON FUNCTION credential.achievement_languages(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.achievement_languages(bigint) TO tessera_service;
