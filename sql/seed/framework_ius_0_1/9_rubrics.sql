-- One rubric for each competence, whose levels are the competence's levels; their texts are those of the items.

INSERT INTO framework.rubric (document_key, identifier, ordinal, competence_key, last_change)
SELECT
    d.document_key, framework.name_uuid(d.identifier, 'rubric/' || competence.code),
    row_number() OVER (ORDER BY competence.item_key), competence.item_key, d.last_change
FROM framework.document AS d
JOIN framework.item AS competence ON competence.document_key = d.document_key AND competence.kind = 'competence'
WHERE d.code = 'IUS' AND d.version = '0.1' AND d.adoption_status IN ('Draft', 'Private Draft')
ON CONFLICT (identifier) DO NOTHING;

INSERT INTO framework.rubric_criterion (document_key, rubric_key, identifier, ordinal, item_key, last_change)
SELECT
    d.document_key, rubric.rubric_key,
    framework.name_uuid(d.identifier, 'rubric/' || competence.code || '/criterion'), 1, competence.item_key,
    d.last_change
FROM framework.document AS d
JOIN framework.rubric ON rubric.document_key = d.document_key
JOIN framework.item AS competence ON competence.item_key = rubric.competence_key
WHERE d.code = 'IUS' AND d.version = '0.1' AND d.adoption_status IN ('Draft', 'Private Draft')
ON CONFLICT (identifier) DO NOTHING;

INSERT INTO framework.rubric_criterion_level (
    document_key, criterion_key, identifier, ordinal, level_key, last_change
)
SELECT
    d.document_key, criterion.criterion_key,
    framework.name_uuid(d.identifier, 'rubric/' || competence.code || '/level/' || level.level), level.level,
    level.item_key, d.last_change
FROM framework.document AS d
JOIN framework.rubric_criterion AS criterion ON criterion.document_key = d.document_key
JOIN framework.item AS competence ON competence.item_key = criterion.item_key
JOIN framework.item AS level ON level.parent_key = competence.item_key
WHERE d.code = 'IUS' AND d.version = '0.1' AND d.adoption_status IN ('Draft', 'Private Draft')
ON CONFLICT (identifier) DO NOTHING;
