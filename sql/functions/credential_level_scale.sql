CREATE OR REPLACE FUNCTION credential.level_scale(competence bigint, in_language text)
    RETURNS TABLE (numbers smallint[], identifiers uuid[], names text[], descriptors text[], eqf smallint[])
    LANGUAGE sql STABLE ROWS 1
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT
        array_agg(level.level ORDER BY level.level), array_agg(level.identifier ORDER BY level.level),
        array_agg(
            COALESCE(
                regexp_replace(
                    COALESCE(
                        framework.item_text(level.item_key, 'abbreviated_statement', in_language),
                        level.abbreviated_statement
                    ),
                    '^L[0-9] ', ''
                ),
                'Level ' || level.level
            )
            ORDER BY level.level
        ),
        array_agg(
            COALESCE(framework.item_text(level.item_key, 'full_statement', in_language), level.full_statement)
            ORDER BY level.level
        ),
        array_agg(level.eqf_reference ORDER BY level.level)
    FROM framework.item AS level
    WHERE level.parent_key = competence AND level.kind = 'level'
$$;

COMMENT ON FUNCTION credential.level_scale(bigint, text) IS
    'The levels of a competence (by item), each array from the lowest: number, identifier, name without its number, '
    'descriptor, indicative level of the European Qualifications Framework. Texts are in the language where there is a '
    'translation, else in the framework''s own, as all are where the language is null.';

REVOKE EXECUTE ON FUNCTION credential.level_scale(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.level_scale(bigint, text) TO tessera_service;
