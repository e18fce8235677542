-- Six areas and twenty competences. A competence's note says who else has it.

INSERT INTO framework.item (
    document_key, identifier, kind, code, full_statement, abbreviated_statement, parent_key, level, eqf_reference,
    position, notes, last_change
)
SELECT
    d.document_key, framework.name_uuid(d.identifier, 'item/' || area.code), 'area', area.code, area.name, NULL,
    NULL, NULL, NULL, row_number() OVER (ORDER BY area.code), NULL, d.last_change
FROM (
    VALUES
        ('A', 'Understanding local security'),
        ('B', 'Prevention practice'),
        ('C', 'Integrated governance'),
        ('D', 'Community and communication'),
        ('E', 'Operations, technology and resilience'),
        ('F', 'Management, evaluation and learning')
) AS area (code, name)
JOIN framework.document AS d ON d.code = 'IUS' AND d.version = '0.1'
    AND d.adoption_status IN ('Draft', 'Private Draft')
ON CONFLICT (identifier) DO UPDATE SET
    code = excluded.code, full_statement = excluded.full_statement,
    abbreviated_statement = excluded.abbreviated_statement, parent_key = excluded.parent_key,
    level = excluded.level, eqf_reference = excluded.eqf_reference, position = excluded.position,
    notes = excluded.notes, last_change = excluded.last_change
WHERE (item.code, item.full_statement, item.abbreviated_statement, item.parent_key, item.level, item.eqf_reference,
       item.position, item.notes)
    IS DISTINCT FROM (excluded.code, excluded.full_statement, excluded.abbreviated_statement, excluded.parent_key,
       excluded.level, excluded.eqf_reference, excluded.position, excluded.notes);

INSERT INTO framework.item (
    document_key, identifier, kind, code, full_statement, abbreviated_statement, parent_key, level, eqf_reference,
    position, notes, last_change
)
SELECT
    d.document_key, framework.name_uuid(d.identifier, 'item/' || competence.code), 'competence', competence.code,
    competence.name, NULL, area.item_key, NULL, NULL,
    row_number() OVER (PARTITION BY area.item_key ORDER BY competence.code),
    'Also in: ' || competence.provenance || '.', d.last_change
FROM (
    VALUES
        ('A1', 'Local safety diagnosis', 'safety audit (Efus), ICCP units 3 and 7'),
        ('A2', 'Data and problem analysis', 'CLSPD observatory, Beccaria criminology, CVF "analyse critically"'),
        ('A3', 'Risk and vulnerability of public spaces', 'Secu4All module 1'),
        ('B1', 'Social and developmental prevention', 'IcARUS, EUPC'),
        ('B2', 'Situational prevention and safe design', 'ICCP, Secu4All CPTED, UK L5'),
        ('B3', 'Mediation and de-escalation', 'peace wardens, street workers, IcARUS gender principles'),
        ('B4', 'Victim support and inclusive practice', 'peace wardens, street workers, IcARUS gender principles'),
        ('C1', 'Multi-agency partnership', 'URBIS, Beccaria, CVF "collaborative"'),
        ('C2', 'Strategy and action planning', 'CLSPD, Italian manager'),
        ('C3', 'Law, ethics and fundamental rights', 'EU-STNA fundamental rights, ICCP unit 6'),
        ('C4', 'European and transnational dimension', 'the seed''s "European dimension"'),
        ('D1', 'Citizen participation and co-production', 'Action 5, IcARUS participation'),
        ('D2', 'Communication and perception of insecurity', 'Secu4All crisis communication, Italian manager'),
        ('D3', 'Diversity, intercultural contact and trust', 'CVF "emotionally aware"'),
        ('E1', 'Presence in and management of public space', 'proximity policing (Tuscany), event profiles'),
        ('E2', 'Security technology and data protection', 'Secu4All ethical technology, Action 3'),
        ('E3', 'Crisis preparedness and cooperation', 'crisis modules'),
        ('F1', 'Project and resource management', 'Beccaria, CLSPD funding'),
        ('F2', 'Monitoring and evaluation', 'Beccaria project coaching, EUPC'),
        ('F3', 'Reflective practice and peer learning', 'CVF, train-the-trainer in EUPC')
) AS competence (code, name, provenance)
JOIN framework.document AS d ON d.code = 'IUS' AND d.version = '0.1'
    AND d.adoption_status IN ('Draft', 'Private Draft')
JOIN framework.item AS area
    ON area.document_key = d.document_key AND area.kind = 'area' AND area.code = left(competence.code, 1)
ON CONFLICT (identifier) DO UPDATE SET
    code = excluded.code, full_statement = excluded.full_statement,
    abbreviated_statement = excluded.abbreviated_statement, parent_key = excluded.parent_key,
    level = excluded.level, eqf_reference = excluded.eqf_reference, position = excluded.position,
    notes = excluded.notes, last_change = excluded.last_change
WHERE (item.code, item.full_statement, item.abbreviated_statement, item.parent_key, item.level, item.eqf_reference,
       item.position, item.notes)
    IS DISTINCT FROM (excluded.code, excluded.full_statement, excluded.abbreviated_statement, excluded.parent_key,
       excluded.level, excluded.eqf_reference, excluded.position, excluded.notes);
