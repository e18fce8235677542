CREATE OR REPLACE FUNCTION framework.received_parents(package jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT COALESCE(jsonb_object_agg(origin, jsonb_build_array(destination, sequence)), '{}')
    FROM (
        -- The first parent; a competence and a level have but one.
        SELECT DISTINCT ON (a.object #>> '{originNodeURI,identifier}')
            a.object #>> '{originNodeURI,identifier}' AS origin,
            a.object #>> '{destinationNodeURI,identifier}' AS destination,
            a.object -> 'sequenceNumber' AS sequence
        FROM jsonb_array_elements(COALESCE(package -> 'CFAssociations', '[]')) WITH ORDINALITY AS a (object, ordinal)
        WHERE a.object ->> 'associationType' = 'isChildOf'
        ORDER BY a.object #>> '{originNodeURI,identifier}', a.ordinal
    ) AS first
);

COMMENT ON FUNCTION framework.received_parents(jsonb) IS
    'What the items of a CFPackage are children of: by CASE identifier, the parent''s and the place there. One object, '
    'because a join of two lists whose lengths nobody knows searches one of them for each of the other.';

REVOKE EXECUTE ON FUNCTION framework.received_parents(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.received_parents(jsonb) TO tessera_service;
