/// A small framework in two versions, for tests: what the second changes, and translations of the first.
///
/// The first version, 1.0, has the areas A and B, the competences A1, A2 and B1, and the profiles P1, P2 and P3. In
/// the second, 2.0, A1 and the level B1.2 are worded anew, A3 replaces A2, B2 and P4 are new, P3 is gone, and targets
/// differ. There is a French translation of some of the first, and an Austrian one of a single text; the version 3.0
/// is a private draft.
public enum SampleFramework {
    /// The code of the framework.
    public static let code = "SAMPLE"

    /// The SQL that makes it, as one script.
    public static let sql = """
        INSERT INTO framework.document (
            identifier, code, version, title, creator, description, language, adoption_status, status_start_date,
            licence, notes
        )
        VALUES
            (gen_random_uuid(), 'SAMPLE', '1.0', 'Sample <framework>', 'Tests', 'First & only.', 'en', 'Draft',
                date '2020-01-01', 'CC0', 'Notes "of" it.'),
            (gen_random_uuid(), 'SAMPLE', '2.0', 'Sample <framework>', 'Tests', 'The second.', 'en', 'Draft',
                date '2020-02-01', NULL, NULL),
            (gen_random_uuid(), 'SAMPLE', '3.0', 'Secret', 'Tests', NULL, 'en', 'Private Draft',
                date '2020-03-01', NULL, NULL);
        UPDATE framework.document SET derived_from = (
            SELECT document_key FROM framework.document WHERE code = 'SAMPLE' AND version = '1.0'
        ) WHERE code = 'SAMPLE' AND version = '2.0';

        INSERT INTO framework.document_translation (document_key, language, field, text)
        SELECT document_key, 'fr', text.field, text.text
        FROM framework.document
        CROSS JOIN (VALUES ('title', 'Cadre <modèle>'), ('description', 'Première & seule.')) AS text (field, text)
        WHERE code = 'SAMPLE' AND version = '1.0';

        CREATE TEMP TABLE sample_item (version text, kind text, code text, parent text, name text, position integer);
        INSERT INTO sample_item VALUES
            ('1.0', 'area', 'A', NULL, 'Seeing', 1), ('1.0', 'area', 'B', NULL, 'Acting', 2),
            ('1.0', 'competence', 'A1', 'A', 'Seeing well', 1), ('1.0', 'competence', 'A2', 'A', 'Telling', 2),
            ('1.0', 'competence', 'B1', 'B', 'Acting <now>', 1),
            ('1.0', 'profile', 'P1', NULL, 'Guide', 1), ('1.0', 'profile', 'P2', NULL, 'Ranger', 2),
            ('1.0', 'profile', 'P3', NULL, 'Keeper', 3),
            ('2.0', 'area', 'A', NULL, 'Seeing', 1), ('2.0', 'area', 'B', NULL, 'Acting', 2),
            ('2.0', 'competence', 'A1', 'A', 'Seeing far', 1), ('2.0', 'competence', 'A3', 'A', 'Telling', 2),
            ('2.0', 'competence', 'B1', 'B', 'Acting <now>', 1), ('2.0', 'competence', 'B2', 'B', 'Waiting', 2),
            ('2.0', 'profile', 'P1', NULL, 'Guide', 1), ('2.0', 'profile', 'P2', NULL, 'Ranger', 2),
            ('2.0', 'profile', 'P4', NULL, 'Warden', 3),
            ('3.0', 'area', 'A', NULL, 'Secret', 1);
        INSERT INTO framework.item (
            document_key, identifier, kind, code, full_statement, parent_key, position, notes
        )
        SELECT d.document_key, gen_random_uuid(), s.kind, s.code, s.name, NULL, s.position,
            CASE WHEN s.kind = 'area' THEN 'Notes on ' || s.code END
        FROM sample_item AS s JOIN framework.document AS d USING (version)
        WHERE d.code = 'SAMPLE' AND s.kind <> 'competence';
        INSERT INTO framework.item (
            document_key, identifier, kind, code, full_statement, parent_key, position, notes
        )
        SELECT d.document_key, gen_random_uuid(), s.kind, s.code, s.name, area.item_key, s.position,
            'Also in: <elsewhere> & ' || s.code
        FROM sample_item AS s JOIN framework.document AS d USING (version)
        JOIN framework.item AS area ON area.document_key = d.document_key AND area.code = s.parent
        WHERE d.code = 'SAMPLE' AND s.kind = 'competence';
        INSERT INTO framework.item (
            document_key, identifier, kind, code, full_statement, abbreviated_statement, parent_key, level,
            eqf_reference, position
        )
        SELECT d.document_key, gen_random_uuid(), 'level', c.code || '.' || n,
            CASE WHEN c.code IN ('A2', 'A3') THEN 'Tells' ELSE 'Does ' || c.code END || ' at level ' || n
                || CASE WHEN d.version = '2.0' AND c.code = 'B1' AND n = 2 THEN ' and more' ELSE '' END,
            'L' || n || ' Step', c.item_key, n, n + 3, n
        FROM framework.document AS d
        JOIN framework.item AS c ON c.document_key = d.document_key AND c.kind = 'competence'
        CROSS JOIN generate_series(1, 4) AS n
        WHERE d.code = 'SAMPLE';

        INSERT INTO framework.association (
            document_key, identifier, association_type, origin_key, destination_key, destination_document_key,
            sequence_number
        )
        SELECT d.document_key, gen_random_uuid(), 'isChildOf', i.item_key, i.parent_key,
            CASE WHEN i.parent_key IS NULL THEN d.document_key END, i.position
        FROM framework.item AS i JOIN framework.document AS d USING (document_key)
        WHERE d.code = 'SAMPLE';
        INSERT INTO framework.association (
            document_key, identifier, association_type, origin_key, destination_key
        )
        SELECT n.document_key, gen_random_uuid(), 'replacedBy', o.item_key, n.item_key
        FROM framework.item AS o
        JOIN framework.document AS od ON od.document_key = o.document_key AND od.code = 'SAMPLE' AND od.version = '1.0'
        JOIN framework.item AS n ON n.code = replace(o.code, 'A2', 'A3')
        JOIN framework.document AS nd ON nd.document_key = n.document_key AND nd.code = 'SAMPLE' AND nd.version = '2.0'
        WHERE o.code LIKE 'A2%';
        INSERT INTO framework.association (
            document_key, identifier, association_type, origin_key, destination_uri, destination_title, target_type,
            match_kind, target_version, target_group
        )
        SELECT d.document_key, gen_random_uuid(), 'isRelatedTo', i.item_key, 'https://example.org/guide', 'guide & co',
            'ext:esco', 'close', '1.2', 'ISCO-08 5113'
        FROM framework.item AS i JOIN framework.document AS d USING (document_key)
        WHERE d.code = 'SAMPLE' AND d.version = '1.0' AND i.code = 'P1';

        WITH target (version, profile, level_code, weight) AS (
            VALUES
                ('1.0', 'P1', 'A1.3', 1), ('1.0', 'P1', 'A2.2', 1.5), ('1.0', 'P1', 'B1.1', 1),
                ('1.0', 'P2', 'A1.3', 1), ('1.0', 'P2', 'B1.4', 2), ('1.0', 'P3', 'B1.1', 1),
                ('2.0', 'P1', 'A1.4', 1), ('2.0', 'P1', 'A3.2', 1.5), ('2.0', 'P1', 'B1.1', 1),
                ('2.0', 'P2', 'A1.3', 1), ('2.0', 'P2', 'B1.4', 1), ('2.0', 'P4', 'B2.1', 1)
        ),
        found AS MATERIALIZED (
            SELECT d.document_key, p.item_key AS profile_key, l.parent_key AS competence_key, l.level,
                l.item_key AS level_key, t.weight
            FROM target AS t
            JOIN framework.document AS d ON d.code = 'SAMPLE' AND d.version = t.version
            JOIN framework.item AS p ON p.document_key = d.document_key AND p.code = t.profile
            JOIN framework.item AS l ON l.document_key = d.document_key AND l.code = t.level_code
        ),
        stated AS (
            INSERT INTO framework.association (
                document_key, identifier, association_type, origin_key, destination_key, extensions
            )
            SELECT document_key, gen_random_uuid(), 'isRelatedTo', profile_key, level_key, '{"iust:target": true}'
            FROM found
            RETURNING association_key, origin_key, destination_key
        )
        INSERT INTO framework.profile_target (
            profile_key, competence_key, level, level_key, weight, association_key
        )
        SELECT f.profile_key, f.competence_key, f.level, f.level_key, f.weight, s.association_key
        FROM found AS f JOIN stated AS s ON s.origin_key = f.profile_key AND s.destination_key = f.level_key;

        INSERT INTO framework.translation (item_key, language, field, text)
        SELECT i.item_key, t.language, t.field, t.text
        FROM (
            VALUES
                ('A', 'fr', 'full_statement', 'Voir'), ('A1', 'fr', 'full_statement', 'Bien voir'),
                ('A1', 'fr', 'notes', 'Ailleurs aussi'), ('A1.1', 'fr', 'full_statement', 'Voit de près'),
                ('P1', 'fr', 'full_statement', 'Accompagnatrice'), ('P2', 'de-AT', 'full_statement', 'Förster')
        ) AS t (code, language, field, text)
        JOIN framework.document AS d ON d.code = 'SAMPLE' AND d.version = '1.0'
        JOIN framework.item AS i ON i.document_key = d.document_key AND i.code = t.code;
        DROP TABLE sample_item;
        """
}
