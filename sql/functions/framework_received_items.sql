CREATE OR REPLACE FUNCTION framework.received_items(package jsonb, parents jsonb)
RETURNS TABLE (ordinal integer, identifier uuid, kind text, object jsonb, extensions jsonb, parent uuid, sequence integer)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT
        i.ordinal::integer,
        (i.object ->> 'identifier')::uuid,
        CASE i.object ->> 'CFItemType'
            WHEN 'Area' THEN 'area'
            WHEN 'Competence' THEN 'competence'
            WHEN 'Level descriptor' THEN 'level'
            WHEN 'Staff profile' THEN 'profile'
            ELSE 'item'
        END,
        i.object,
        COALESCE(i.object -> 'extensions', '{}'),
        framework.case_identifier(parents -> (i.object ->> 'identifier') ->> 0),
        (parents -> (i.object ->> 'identifier') ->> 1)::numeric::integer
    FROM jsonb_array_elements(COALESCE(package -> 'CFItems', '[]')) WITH ORDINALITY AS i (object, ordinal)
$$;

COMMENT ON FUNCTION framework.received_items(jsonb, jsonb) IS
    'The items of a CFPackage: place in it, CASE identifier, kind by their CFItemType, the object, its extensions, what '
    'an isChildOf names as their parent, and the place there; parents are those of framework.received_parents.';

REVOKE EXECUTE ON FUNCTION framework.received_items(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.received_items(jsonb, jsonb) TO tessera_service;
