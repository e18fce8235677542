CREATE OR REPLACE FUNCTION framework.received_items(package jsonb)
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
        framework.case_identifier(above.object #>> '{destinationNodeURI,identifier}'),
        (above.object ->> 'sequenceNumber')::numeric::integer
    FROM jsonb_array_elements(COALESCE(package -> 'CFItems', '[]')) WITH ORDINALITY AS i (object, ordinal)
    LEFT JOIN (
        -- The first parent; a competence and a level have but one.
        SELECT DISTINCT ON (a.object #>> '{originNodeURI,identifier}')
            a.object #>> '{originNodeURI,identifier}' AS origin, a.object
        FROM jsonb_array_elements(COALESCE(package -> 'CFAssociations', '[]')) WITH ORDINALITY AS a (object, ordinal)
        WHERE a.object ->> 'associationType' = 'isChildOf'
        ORDER BY a.object #>> '{originNodeURI,identifier}', a.ordinal
    ) AS above ON above.origin = i.object ->> 'identifier'
$$;

COMMENT ON FUNCTION framework.received_items(jsonb) IS
    'The items of a CFPackage: place in it, CASE identifier, kind by their CFItemType, the object, its extensions, what '
    'an isChildOf names as their parent, and the place there.';

REVOKE EXECUTE ON FUNCTION framework.received_items(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.received_items(jsonb) TO tessera_service;
