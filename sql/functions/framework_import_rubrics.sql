CREATE OR REPLACE FUNCTION framework.import_rubrics(document bigint, package jsonb, base text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    received_rubrics jsonb := framework.by_identifier(package -> 'CFRubrics');
    received_criteria jsonb := framework.by_identifier(
        jsonb_path_query_array(package, '$.CFRubrics[*].CFRubricCriteria[*]'));
    received_levels jsonb := framework.by_identifier(
        jsonb_path_query_array(package, '$.CFRubrics[*].CFRubricCriteria[*].CFRubricCriterionLevels[*]'));
BEGIN
    INSERT INTO framework.rubric (document_key, identifier, ordinal, competence_key, last_change)
    SELECT
        document, (r.object ->> 'identifier')::uuid, r.ordinal,
        CASE WHEN competence.document_key = document AND competence.kind = 'competence' THEN competence.item_key END,
        (r.object ->> 'lastChangeDateTime')::timestamptz
    FROM jsonb_array_elements(package -> 'CFRubrics') WITH ORDINALITY AS r (object, ordinal)
    LEFT JOIN framework.item AS competence
        -- By identifier alone: there is but one way to find it then.
        ON jsonb_array_length(r.object -> 'CFRubricCriteria') = 1
        AND competence.identifier = (r.object #>> '{CFRubricCriteria,0,CFItemURI,identifier}')::uuid
    ORDER BY r.ordinal;

    UPDATE framework.rubric AS r
    SET members = framework.case_members((received_rubrics -> told.identifier::text) - 'CFRubricCriteria', told.told)
    FROM framework.case_rubrics(base) AS told
    WHERE told.document_key = document AND r.rubric_key = told.rubric_key
        AND told.told <> (received_rubrics -> told.identifier::text) - 'CFRubricCriteria';

    INSERT INTO framework.rubric_criterion (document_key, rubric_key, identifier, ordinal, item_key, last_change)
    SELECT
        document, rubric.rubric_key, (c.object ->> 'identifier')::uuid, c.ordinal,
        CASE WHEN item.document_key = document THEN item.item_key END,
        (c.object ->> 'lastChangeDateTime')::timestamptz
    FROM jsonb_array_elements(package -> 'CFRubrics') AS r (object)
    JOIN framework.rubric ON rubric.identifier = (r.object ->> 'identifier')::uuid
    CROSS JOIN jsonb_array_elements(r.object -> 'CFRubricCriteria') WITH ORDINALITY AS c (object, ordinal)
    LEFT JOIN framework.item ON item.identifier = (c.object #>> '{CFItemURI,identifier}')::uuid
    ORDER BY rubric.ordinal, c.ordinal;

    UPDATE framework.rubric_criterion AS c
    SET members = framework.case_members(
        (received_criteria -> told.identifier::text) - 'CFRubricCriterionLevels', told.told)
    FROM framework.case_rubric_criteria(base) AS told
    WHERE told.document_key = document AND c.criterion_key = told.criterion_key
        AND told.told <> (received_criteria -> told.identifier::text) - 'CFRubricCriterionLevels';

    INSERT INTO framework.rubric_criterion_level (
        document_key, criterion_key, identifier, ordinal, level_key, last_change
    )
    SELECT
        document, criterion.criterion_key, (l.object ->> 'identifier')::uuid, l.ordinal, level.item_key,
        (l.object ->> 'lastChangeDateTime')::timestamptz
    FROM jsonb_array_elements(package -> 'CFRubrics') AS r (object)
    CROSS JOIN jsonb_array_elements(r.object -> 'CFRubricCriteria') AS c (object)
    JOIN framework.rubric_criterion AS criterion ON criterion.identifier = (c.object ->> 'identifier')::uuid
    CROSS JOIN jsonb_array_elements(c.object -> 'CFRubricCriterionLevels') WITH ORDINALITY AS l (object, ordinal)
    LEFT JOIN framework.item AS level
        ON level.parent_key = criterion.item_key AND level.level = (l.object ->> 'score')::numeric
        AND level.full_statement = l.object ->> 'description'
    ORDER BY criterion.criterion_key, l.ordinal;

    UPDATE framework.rubric_criterion_level AS l
    SET members = framework.case_members(received_levels -> told.identifier::text, told.told)
    FROM framework.case_rubric_levels(base) AS told
    WHERE told.document_key = document AND l.criterion_level_key = told.criterion_level_key
        AND told.told <> received_levels -> told.identifier::text;
END
$$;

COMMENT ON FUNCTION framework.import_rubrics(bigint, jsonb, text) IS
    'Writes the rubrics of a CFPackage, for a document that has none.';

REVOKE EXECUTE ON FUNCTION framework.import_rubrics(bigint, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_rubrics(bigint, jsonb, text) TO tessera_service;
