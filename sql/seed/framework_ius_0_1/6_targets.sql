-- Target levels of the profiles: one row a profile, one column a competence, as in the table that the partners
-- discuss; a dot is no target. A target is an isRelatedTo association from the profile to the level item, marked
-- as target.

WITH matrix (profile, cells) AS (
    VALUES
        ('',   'A1 A2 A3 B1 B2 B3 B4 C1 C2 C3 C4 D1 D2 D3 E1 E2 E3 F1 F2 F3'),
        ('P1', ' 4  3  3  3  2  2  2  4  4  3  3  3  3  3  2  3  3  4  3  3'),
        ('P2', ' 2  2  3  1  4  1  2  2  2  2  2  3  1  2  2  2  1  3  2  2'),
        ('P3', ' 2  2  1  3  1  3  3  3  2  2  1  3  2  3  1  1  2  2  2  2'),
        ('P4', ' 2  2  2  2  2  3  3  2  1  3  1  2  2  3  3  2  3  1  1  2'),
        ('P5', ' 1  1  1  1  1  3  2  1  ·  2  ·  2  1  3  2  1  2  ·  1  1'),
        ('P6', ' 1  ·  1  1  1  1  1  1  ·  1  ·  2  1  2  1  1  1  ·  ·  1'),
        ('P7', ' 2  2  1  1  1  ·  1  3  3  3  3  3  3  2  1  2  3  1  2  1'),
        ('P8', ' 1  2  3  ·  3  2  2  2  2  2  1  2  2  2  4  3  3  3  2  2')
),
cell AS (
    SELECT matrix.profile, part.position, part.cell
    FROM matrix
    CROSS JOIN regexp_split_to_table(trim(matrix.cells), ' +') WITH ORDINALITY AS part (cell, position)
),
target AS MATERIALIZED (
    SELECT
        d.document_key, d.identifier AS namespace, d.last_change,
        profile.item_key AS profile_key, profile.code AS profile,
        competence.item_key AS competence_key, competence.code AS competence, level.level,
        level.item_key AS level_key, cell.position
    FROM cell
    JOIN cell AS head ON head.profile = '' AND head.position = cell.position
    JOIN framework.document AS d
        ON d.code = 'IUS' AND d.version = '0.1' AND d.adoption_status IN ('Draft', 'Private Draft')
    JOIN framework.item AS profile
        ON profile.document_key = d.document_key AND profile.kind = 'profile' AND profile.code = cell.profile
    JOIN framework.item AS competence
        ON competence.document_key = d.document_key AND competence.kind = 'competence'
        AND competence.code = head.cell
    JOIN framework.item AS level ON level.parent_key = competence.item_key AND level.level::text = cell.cell
),
association AS (
    INSERT INTO framework.association AS a (
        document_key, identifier, association_type, origin_key, destination_key, sequence_number, extensions,
        last_change
    )
    SELECT
        document_key, framework.name_uuid(namespace, 'association/target/' || profile || '/' || competence),
        'isRelatedTo', profile_key, level_key, position, '{"iust:target": true}', last_change
    FROM target
    -- The no-change update makes RETURNING give every row, so that the targets below find their association.
    ON CONFLICT (identifier) DO UPDATE SET
        destination_key = excluded.destination_key,
        last_change = CASE WHEN a.destination_key = excluded.destination_key THEN a.last_change
            ELSE excluded.last_change END
    RETURNING a.association_key, a.origin_key, a.destination_key
)
INSERT INTO framework.profile_target (profile_key, competence_key, level, level_key, association_key)
SELECT target.profile_key, target.competence_key, target.level, target.level_key, association.association_key
FROM target
JOIN association ON association.origin_key = target.profile_key AND association.destination_key = target.level_key
ON CONFLICT (profile_key, competence_key) DO UPDATE SET
    level = excluded.level, level_key = excluded.level_key, association_key = excluded.association_key
WHERE profile_target.level_key <> excluded.level_key;
