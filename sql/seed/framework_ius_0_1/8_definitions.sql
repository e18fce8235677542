-- What the document and its items name: the four types of items, the subject, the licence.

INSERT INTO framework.definition AS definition (
    document_key, kind, identifier, ordinal, title, description, hierarchy_code, last_change
)
SELECT
    d.document_key, defined.kind, framework.name_uuid(d.identifier, 'definition/' || defined.title),
    defined.ordinal, defined.title, defined.description, defined.hierarchy_code, d.last_change
FROM (
    VALUES
        ('item type', 1, 'Area', 'A group of competences.', '1'),
        ('item type', 2, 'Competence', 'What people can be good at, at one of four levels.', '1.1'),
        ('item type', 3, 'Level descriptor', 'What is shown at one level of a competence; levels are cumulative.',
            '1.1.1'),
        ('item type', 4, 'Staff profile', 'A role in urban security, with a target level for each competence.', '2'),
        ('subject', 1, 'Urban security', 'The security of public spaces and of those who use them.', '1')
) AS defined (kind, ordinal, title, description, hierarchy_code)
JOIN framework.document AS d ON d.code = 'IUS' AND d.version = '0.1'
    AND d.adoption_status IN ('Draft', 'Private Draft')
ON CONFLICT (document_key, identifier) DO UPDATE SET
    kind = excluded.kind, ordinal = excluded.ordinal, title = excluded.title, description = excluded.description,
    hierarchy_code = excluded.hierarchy_code, last_change = excluded.last_change
WHERE (definition.kind, definition.ordinal, definition.title, definition.description, definition.hierarchy_code)
    IS DISTINCT FROM (excluded.kind, excluded.ordinal, excluded.title, excluded.description, excluded.hierarchy_code);

INSERT INTO framework.definition AS definition (
    document_key, kind, identifier, ordinal, title, last_change, members
)
SELECT
    d.document_key, 'licence', framework.name_uuid(d.identifier, 'definition/' || d.licence), 1, d.licence,
    d.last_change, jsonb_build_object('licenseText', d.licence_uri)
FROM framework.document AS d
WHERE d.code = 'IUS' AND d.version = '0.1' AND d.adoption_status IN ('Draft', 'Private Draft')
ON CONFLICT (document_key, identifier) DO UPDATE SET
    title = excluded.title, members = excluded.members, last_change = excluded.last_change
WHERE (definition.title, definition.members) IS DISTINCT FROM (excluded.title, excluded.members);
