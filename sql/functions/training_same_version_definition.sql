CREATE OR REPLACE FUNCTION training.same_version_definition(one jsonb, other jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    -- Containment does not heed the order of lists; that of the units counts, so they get their numbers.
    WITH given AS (
        SELECT
            definition.number,
            jsonb_build_object('profiles', '[]'::jsonb, 'assessments', '[]'::jsonb) || definition.body
                || jsonb_build_object('units', (
                    SELECT COALESCE(
                        jsonb_agg(jsonb_build_object('teaches', '[]'::jsonb, 'position', place) || unit), '[]'
                    )
                    FROM jsonb_array_elements(definition.body -> 'units') WITH ORDINALITY AS listed (unit, place)
                )) AS body
        FROM (VALUES (1, jsonb_strip_nulls(one)), (2, jsonb_strip_nulls(other))) AS definition (number, body)
    )
    SELECT first.body @> second.body AND second.body @> first.body
    FROM given AS first, given AS second
    WHERE first.number = 1 AND second.number = 2
$$;

COMMENT ON FUNCTION training.same_version_definition(jsonb, jsonb) IS
    'Whether two definitions of a version of a curriculum say the same: the order of units counts, that of profiles, '
    'competences and assessments does not.';

REVOKE EXECUTE ON FUNCTION training.same_version_definition(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.same_version_definition(jsonb, jsonb) TO tessera_service;
