CREATE OR REPLACE FUNCTION lrs.merged_members(stored json, received json, nested text[]) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT '{' || coalesce(string_agg(to_json(key)::text || ':' || value::text, ',' ORDER BY position), '') || '}'
        FROM (
            SELECT
                key,
                CASE
                    WHEN n.value IS NULL THEN o.value
                    WHEN key = ANY (nested) AND json_typeof(o.value) = 'object' AND json_typeof(n.value) = 'object'
                        THEN lrs.merged_members(o.value, n.value, '{}')
                    ELSE n.value
                END AS value,
                -- Places count from 1; no object has so many members that those received meet those stored.
                coalesce(o.position, 1000000000 + n.position) AS position
            FROM json_each(stored) WITH ORDINALITY AS o (key, value, position)
            FULL JOIN json_each(received) WITH ORDINALITY AS n (key, value, position) USING (key)
        ) AS member
    );
END
$$;

COMMENT ON FUNCTION lrs.merged_members(json, json, text[]) IS
    'An object with the members of another: they replace those of the same name or follow them. Members of the names '
    '`nested` are merged themselves where both are objects. Values keep their digits and spelling.';

CREATE OR REPLACE FUNCTION lrs.merged_definition(stored json, received json) RETURNS json
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF stored IS NULL OR received IS NULL THEN
        RETURN coalesce(received, stored);
    END IF;
    RETURN lrs.merged_members(stored, received, '{name,description,extensions}');
END
$$;

COMMENT ON FUNCTION lrs.merged_definition(json, json) IS
    'An activity definition with what another says of the same activity (xAPI 2.0 §4.1.6.4): names, descriptions and '
    'extensions are merged one by one, other members replaced. With only one of them, that one, byte for byte.';

CREATE OR REPLACE AGGREGATE lrs.merged_definitions(json) (
    SFUNC = lrs.merged_definition,
    STYPE = json,
    PARALLEL = SAFE
);

COMMENT ON AGGREGATE lrs.merged_definitions(json) IS 'Definitions of one activity merged in the order in which they came.';

REVOKE EXECUTE ON FUNCTION lrs.merged_members(json, json, text[]), lrs.merged_definition(json, json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lrs.merged_members(json, json, text[]), lrs.merged_definition(json, json) TO tessera_service;
