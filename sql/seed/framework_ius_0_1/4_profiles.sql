-- Eight staff profiles.

INSERT INTO framework.item (
    document_key, identifier, kind, code, full_statement, abbreviated_statement, parent_key, level, eqf_reference,
    position, notes, last_change
)
SELECT
    d.document_key, framework.name_uuid(d.identifier, 'item/' || profile.code), 'profile', profile.code, profile.name,
    NULL, NULL, NULL, NULL, row_number() OVER (ORDER BY profile.code), profile.notes, d.last_change
FROM (
    VALUES
        ('P1', 'Urban security coordinator',
            'No exact ESCO match: the nearest are policy officer and community development officer. '
            'For the security and prevention coordinator, the public security and the urban security coordinator.'),
        ('P2', 'Urban planner', NULL),
        ('P3', 'Social or street-based youth worker', NULL),
        ('P4', 'Local police officer', NULL),
        ('P5', 'Street warden or public-space mediator', NULL),
        ('P6', 'Volunteer or neighbourhood-watch member',
            'No ESCO occupation: volunteering is not an occupation; align by skill only.'),
        ('P7', 'Elected official in charge of security', NULL),
        ('P8', 'Public-space, event or housing manager', NULL)
) AS profile (code, name, notes)
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
