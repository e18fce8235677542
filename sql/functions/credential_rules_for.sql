CREATE OR REPLACE FUNCTION credential.rules_for(competences bigint[], pilots bigint[])
    RETURNS TABLE (competence_item_key bigint, level smallint, pilot_key bigint, rule_key integer)
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT ranked.competence_item_key, ranked.level, ranked.pilot_key, ranked.rule_key
    FROM (
        SELECT
            place.competence_item_key, level.number AS level, place.pilot_key, rule.rule_key,
            rank() OVER (
                PARTITION BY place.competence_item_key, level.number, place.pilot_key
                ORDER BY
                    rule.pilot_key IS NULL, rule.competence_item_key IS NULL, rule.level IS NULL,
                    rule.document_key IS NULL
            ) AS place
        FROM unnest(competences, pilots) AS place (competence_item_key, pilot_key)
        JOIN framework.item AS competence ON competence.item_key = place.competence_item_key
        CROSS JOIN unnest('{1,2,3,4}'::smallint[]) AS level (number)
        JOIN credential.rule
            ON rule.state = 'published'
            AND (rule.document_key IS NULL OR rule.document_key = competence.document_key)
            AND (rule.competence_item_key IS NULL OR rule.competence_item_key = place.competence_item_key)
            AND (rule.level IS NULL OR rule.level = level.number)
            AND (rule.pilot_key IS NULL OR rule.pilot_key = place.pilot_key)
    ) AS ranked
    WHERE ranked.place = 1
$$;

COMMENT ON FUNCTION credential.rules_for(bigint[], bigint[]) IS
    'The published rules that decide the levels of competences for evidence of pilots (0: of none): the narrowest that '
    'fit, by pilot, then competence, then level, then framework. Several equally narrow ones are alternatives.';

REVOKE EXECUTE ON FUNCTION credential.rules_for(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.rules_for(bigint[], bigint[]) TO tessera_service;
