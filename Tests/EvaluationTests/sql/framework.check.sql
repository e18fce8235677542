-- The shipped framework: counts, a few cells, and that adoption freezes it.
DO $$
BEGIN
    ASSERT (SELECT count(*) FROM framework.item WHERE kind = 'area') = 6;
    ASSERT (SELECT count(*) FROM framework.item WHERE kind = 'competence') = 20;
    ASSERT (SELECT count(*) FROM framework.item WHERE kind = 'level') = 80;
    ASSERT (SELECT count(*) FROM framework.item WHERE kind = 'profile') = 8;
    ASSERT (SELECT bool_and(eqf_reference = level + 3) FROM framework.item WHERE kind = 'level');
    -- Eight times twenty cells, ten of them without a target.
    ASSERT (SELECT count(*) FROM framework.profile_target) = 150;
    ASSERT (
        SELECT string_agg(COALESCE(target.level::text, '·'), ' ' ORDER BY competence.code)
        FROM framework.item AS competence
        JOIN framework.item AS profile ON profile.code = 'P6'
        LEFT JOIN framework.profile_target AS target
            ON target.competence_key = competence.item_key AND target.profile_key = profile.item_key
        WHERE competence.kind = 'competence'
    ) = '1 · 1 1 1 1 1 1 · 1 · 2 1 2 1 1 1 · · 1';
    ASSERT (SELECT count(*) FROM framework.association WHERE association_type = 'isChildOf') = 114;
    ASSERT (SELECT count(*) FROM framework.association WHERE association_type = 'hasSkillLevel') = 80;
    ASSERT (SELECT count(*) FROM framework.association WHERE target_type = 'ext:esco') = 14;
    ASSERT NOT EXISTS (
        SELECT FROM framework.association JOIN framework.item ON item_key = origin_key
        WHERE code IN ('P1', 'P6') AND association_type = 'exactMatchOf'
    );
    -- uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), from Python's documentation.
    ASSERT framework.name_uuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'python.org')
        = '6fa459ea-ee8a-3ca4-894e-db77e160355e';
    ASSERT (SELECT identifier FROM framework.item WHERE code = 'A1.3') = 'ab3da3d4-3f19-34f2-b676-470e65f8983d';
END
$$;

-- The tree, the levels and the targets cannot contradict each other.
SELECT test.refused('tessera_service', command, state)
FROM (
    VALUES
        ('UPDATE framework.item SET parent_key = (SELECT item_key FROM framework.item WHERE code = ''B1'')
          WHERE code = ''A1''', '23503'),
        ('UPDATE framework.item SET parent_key = NULL WHERE code = ''A1''', '23514'),
        ('UPDATE framework.item SET level = 5 WHERE code = ''A1.4''', '23514'),
        ('UPDATE framework.item SET eqf_reference = 5 WHERE code = ''P1''', '23514'),
        ('UPDATE framework.profile_target SET level = 1 + level % 4', '23503'),
        ('UPDATE framework.association SET destination_uri = NULL WHERE target_type = ''ext:esco''', '23514'),
        ('UPDATE framework.association
          SET destination_key = NULL, target_type = ''ext:x'', destination_uri = ''x:'' || identifier
          WHERE association_key IN (SELECT association_key FROM framework.profile_target);
          SET CONSTRAINTS ALL IMMEDIATE', '23503'),
        ('UPDATE framework.association SET destination_key = (SELECT item_key FROM framework.item WHERE code = ''B'')
          WHERE association_type = ''isChildOf'' AND origin_key =
            (SELECT item_key FROM framework.item WHERE code = ''A1''); SET CONSTRAINTS ALL IMMEDIATE', '23503')
) AS attempt (command, state);

UPDATE framework.document SET adoption_status = 'Adopted', status_start_date = '2027-01-01';
SELECT test.refused(asking, command, '55000', 'framework IUS version 0.1 is adopted and cannot be changed')
FROM (
    VALUES
        ('UPDATE framework.document SET title = ''x'''),
        ('UPDATE framework.document SET adoption_status = ''Draft'''),
        ('UPDATE framework.document SET adoption_status = ''Deprecated'', title = ''x'''),
        ('DELETE FROM framework.document'),
        ('UPDATE framework.item SET notes = ''x'' WHERE code = ''A1'''),
        ('DELETE FROM framework.item WHERE code = ''A1.1'''),
        ('UPDATE framework.association SET notes = ''x'''),
        ('UPDATE framework.profile_target SET weight = 2'),
        ('DELETE FROM framework.profile_target'),
        ('UPDATE framework.rubric SET ordinal = ordinal + 100'),
        ('UPDATE framework.rubric_criterion SET item_key = NULL'),
        ('DELETE FROM framework.rubric_criterion_level'),
        ('UPDATE framework.definition SET description = ''x'''),
        ('INSERT INTO framework.document_translation (document_key, language, field, text)
          SELECT document_key, ''it'', ''title'', ''x'' FROM framework.document'),
        ('UPDATE framework.document SET members = ''{"title": "x"}'''),
        ('UPDATE framework.document
          SET adoption_status = ''Deprecated'', members = ''{"title": "x"}'''),
        ('INSERT INTO framework.translation (item_key, language, field, text)
          SELECT item_key, ''it'', ''full_statement'', ''x'' FROM framework.item WHERE code = ''A1''')
) AS attempt (command)
CROSS JOIN (VALUES ('tessera_service'), ('tessera_owner')) AS role (asking);
SELECT test.refused('tessera_owner', 'TRUNCATE framework.translation', '55000');
SELECT test.refused('tessera_service', 'ALTER TABLE framework.item DISABLE TRIGGER keep_frozen', '42501');
-- Retiring it is the one change left.
UPDATE framework.document SET adoption_status = 'Deprecated', status_end_date = '2028-01-01';
SELECT test.refused(
    'tessera_service', 'UPDATE framework.document SET adoption_status = ''Adopted''', '55000',
    'framework IUS version 0.1 is deprecated and cannot be changed'
);
