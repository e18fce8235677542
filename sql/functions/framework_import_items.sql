CREATE OR REPLACE FUNCTION framework.import_items(document bigint, package jsonb, base text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    odd record;
    kinds text[];
    parents jsonb := framework.received_parents(package);
    received_items jsonb := framework.by_identifier(package -> 'CFItems');
BEGIN
    SELECT
        received.ordinal, received.identifier, received.kind, item.kind AS known_kind,
        (received.extensions ->> 'iust:level')::numeric AS level, item.level AS known_level,
        item.document_key <> document AS is_elsewhere INTO odd
    FROM framework.received_items(package, parents) AS received
    JOIN framework.item ON item.identifier = received.identifier
    WHERE item.document_key <> document OR item.kind <> received.kind
        OR item.level <> (received.extensions ->> 'iust:level')::numeric
    ORDER BY received.ordinal
    LIMIT 1;
    IF NOT FOUND THEN
        NULL;
    ELSIF odd.is_elsewhere THEN
        PERFORM framework.refuse_package(
            format('/CFItems/%s/identifier', odd.ordinal - 1),
            format('must be another: %s is an item of another document', odd.identifier)
        );
    ELSIF odd.kind <> odd.known_kind THEN
        PERFORM framework.refuse_package(
            format('/CFItems/%s/CFItemType', odd.ordinal - 1),
            format('cannot change: %s is of kind %s, not %s', odd.identifier, odd.known_kind, odd.kind)
        );
    ELSE
        PERFORM framework.refuse_package(
            format('/CFItems/%s/extensions/iust:level', odd.ordinal - 1),
            format('cannot change: %s is of level %s, not %s', odd.identifier, odd.known_level, odd.level)
        );
    END IF;

    DELETE FROM framework.translation AS t
    USING framework.item
    WHERE item.item_key = t.item_key AND item.document_key = document;
    BEGIN
        DELETE FROM framework.item
        WHERE item.document_key = document
            AND NOT received_items ? item.identifier::text;
    EXCEPTION WHEN foreign_key_violation THEN
        PERFORM framework.refuse_package(
            '/CFItems', 'must have all items that are in use elsewhere; derive a new version to leave some out'
        );
    END;
    -- Codes may change hands.
    UPDATE framework.item SET code = item.identifier::text WHERE item.document_key = document AND item.kind <> 'item';

    FOREACH kinds SLICE 1 IN ARRAY ARRAY[['area', 'profile', 'item'], ['competence', NULL, NULL], ['level', NULL, NULL]]
    LOOP
        INSERT INTO framework.item AS item (
            document_key, identifier, kind, code, full_statement, abbreviated_statement, parent_key, level,
            eqf_reference, position, notes, concept_keywords, extensions, ordinal, last_change
        )
        SELECT
            document, received.identifier, received.kind, received.object ->> 'humanCodingScheme',
            received.object ->> 'fullStatement', received.object ->> 'abbreviatedStatement', parent.item_key,
            CASE received.kind WHEN 'level' THEN (received.extensions ->> 'iust:level')::numeric END,
            CASE received.kind WHEN 'level' THEN (received.extensions ->> 'iust:eqfReference')::numeric END,
            row_number() OVER (
                PARTITION BY received.kind, parent.item_key ORDER BY received.sequence, received.ordinal
            ),
            received.object ->> 'notes',
            ARRAY(SELECT jsonb_array_elements_text(received.object -> 'conceptKeywords')),
            received.extensions - CASE received.kind
                WHEN 'level' THEN '{iust:translations,iust:level,iust:eqfReference}'::text[]
                ELSE '{iust:translations}'
            END,
            received.ordinal, (received.object ->> 'lastChangeDateTime')::timestamptz
        FROM framework.received_items(package, parents) AS received
        LEFT JOIN framework.item AS parent
            ON received.kind IN ('competence', 'level') AND parent.identifier = received.parent
        WHERE received.kind = ANY (kinds)
        ORDER BY received.ordinal
        ON CONFLICT (identifier) DO UPDATE SET
            code = excluded.code, full_statement = excluded.full_statement,
            abbreviated_statement = excluded.abbreviated_statement, parent_key = excluded.parent_key,
            level = excluded.level, eqf_reference = excluded.eqf_reference, position = excluded.position,
            notes = excluded.notes, concept_keywords = excluded.concept_keywords, extensions = excluded.extensions,
            ordinal = excluded.ordinal, last_change = excluded.last_change, members = '{}';
    END LOOP;

    INSERT INTO framework.translation (item_key, language, field, text)
    SELECT
        item.item_key, language.key,
        CASE text.key
            WHEN 'fullStatement' THEN 'full_statement'
            WHEN 'abbreviatedStatement' THEN 'abbreviated_statement'
            ELSE text.key
        END,
        text.value
    FROM framework.received_items(package, parents) AS received
    JOIN framework.item ON item.identifier = received.identifier
    CROSS JOIN jsonb_each(received.extensions -> 'iust:translations') AS language
    CROSS JOIN jsonb_each_text(language.value) AS text
    WHERE text.value <> '';

    UPDATE framework.item
    SET members = framework.case_members(
        (received_items -> told.identifier::text) - 'extensions', told.told - 'extensions')
    FROM framework.case_items(base) AS told
    WHERE told.document_key = document AND item.item_key = told.item_key
        AND told.told - 'extensions' <> (received_items -> told.identifier::text) - 'extensions';
END
$$;

COMMENT ON FUNCTION framework.import_items(bigint, jsonb, text) IS
    'Writes the items of a CFPackage with their translations; items of the document that are not among them go, unless '
    'they are in use.';

REVOKE EXECUTE ON FUNCTION framework.import_items(bigint, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_items(bigint, jsonb, text) TO tessera_service;
