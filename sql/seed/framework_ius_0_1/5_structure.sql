-- The tree and the levels as CASE associations: areas and profiles are children of the document, competences of their
-- area, levels of their competence; a competence has its four levels as skill levels.

INSERT INTO framework.association (
    document_key, identifier, association_type, origin_key, destination_key, destination_document_key,
    sequence_number, last_change
)
SELECT
    d.document_key,
    framework.name_uuid(d.identifier, 'association/' || relation.type || '/' || item.code),
    relation.type,
    CASE relation.type WHEN 'hasSkillLevel' THEN item.parent_key ELSE item.item_key END,
    CASE relation.type WHEN 'hasSkillLevel' THEN item.item_key ELSE item.parent_key END,
    CASE WHEN item.parent_key IS NULL THEN d.document_key END,
    item.position, d.last_change
FROM framework.document AS d
JOIN framework.item ON item.document_key = d.document_key
JOIN (VALUES ('isChildOf'), ('hasSkillLevel')) AS relation (type)
    ON relation.type = 'isChildOf' OR item.kind = 'level'
WHERE d.code = 'IUS' AND d.version = '0.1'
    AND d.adoption_status IN ('Draft', 'Private Draft')
ON CONFLICT (identifier) DO UPDATE SET
    origin_key = excluded.origin_key, destination_key = excluded.destination_key,
    destination_document_key = excluded.destination_document_key, sequence_number = excluded.sequence_number,
    last_change = excluded.last_change
WHERE (association.origin_key, association.destination_key, association.destination_document_key,
       association.sequence_number)
    IS DISTINCT FROM (excluded.origin_key, excluded.destination_key, excluded.destination_document_key,
       excluded.sequence_number);
