-- What differs between two versions of a framework, for people: items added, removed and changed with their old and new
-- texts, and targets. Items are matched by replacedBy, in whichever direction the versions are compared, else by kind
-- and code. No row when one of the versions does not exist, or nobody may see it.
-- $1 code; $2 the version that is looked at; $3 the version that it is compared with.
WITH old_document AS MATERIALIZED (
    SELECT d.document_key FROM framework.document AS d
    WHERE d.code = $1::text AND d.version = $3::text AND d.adoption_status <> 'Private Draft'
),
new_document AS MATERIALIZED (
    SELECT d.document_key FROM framework.document AS d
    WHERE d.code = $1::text AND d.version = $2::text AND d.adoption_status <> 'Private Draft'
),
old_item AS MATERIALIZED (
    SELECT i.*, parent.code AS parent_code
    FROM old_document AS d
    JOIN framework.item AS i ON i.document_key = d.document_key
    LEFT JOIN framework.item AS parent ON parent.item_key = i.parent_key
),
new_item AS MATERIALIZED (
    SELECT i.*, parent.code AS parent_code
    FROM new_document AS d
    JOIN framework.item AS i ON i.document_key = d.document_key
    LEFT JOIN framework.item AS parent ON parent.item_key = i.parent_key
),
replaced AS MATERIALIZED (
    SELECT o.item_key AS old_key, n.item_key AS new_key
    FROM framework.association AS a
    JOIN old_item AS o ON o.item_key IN (a.origin_key, a.destination_key)
    JOIN new_item AS n ON n.item_key IN (a.origin_key, a.destination_key) AND n.item_key <> o.item_key
    WHERE a.association_type = 'replacedBy' AND n.kind = o.kind
),
pair AS MATERIALIZED (
    SELECT r.old_key, r.new_key FROM replaced AS r
    UNION
    SELECT o.item_key, n.item_key
    FROM old_item AS o
    JOIN new_item AS n ON n.kind = o.kind AND n.code = o.code
    WHERE o.item_key NOT IN (SELECT r.old_key FROM replaced AS r)
        AND n.item_key NOT IN (SELECT r.new_key FROM replaced AS r)
),
item_change AS (
    SELECT
        'removed' AS change, o.kind, o.code, o.code AS old_code, o.parent_code AS parent, o.full_statement AS name,
        json_build_array(json_build_object('field', 'statement', 'old', o.full_statement)) AS fields
    FROM old_item AS o
    WHERE o.item_key NOT IN (SELECT p.old_key FROM pair AS p)
    UNION ALL
    SELECT
        'added', n.kind, n.code, NULL, n.parent_code, n.full_statement,
        json_build_array(json_build_object('field', 'statement', 'new', n.full_statement))
    FROM new_item AS n
    WHERE n.item_key NOT IN (SELECT p.new_key FROM pair AS p)
    UNION ALL
    SELECT 'changed', n.kind, n.code, o.code, n.parent_code, n.full_statement, field.list
    FROM pair AS p
    JOIN old_item AS o ON o.item_key = p.old_key
    JOIN new_item AS n ON n.item_key = p.new_key
    CROSS JOIN LATERAL (
        SELECT json_agg(
            json_build_object('field', f.name, 'old', f.old, 'new', f.new) ORDER BY f.position
        ) AS list
        FROM (
            VALUES
                (1, 'code', o.code, n.code),
                (2, 'statement', o.full_statement, n.full_statement),
                (3, 'name', o.abbreviated_statement, n.abbreviated_statement),
                -- A parent that only got another code is the same parent.
                (4, 'parent', o.parent_code, CASE
                    WHEN EXISTS (
                        SELECT FROM pair AS q WHERE q.old_key = o.parent_key AND q.new_key = n.parent_key
                    ) THEN o.parent_code
                    ELSE n.parent_code
                END),
                (5, 'eqf', o.eqf_reference::text, n.eqf_reference::text),
                (6, 'notes', o.notes, n.notes)
        ) AS f (position, name, old, new)
        WHERE f.old IS DISTINCT FROM f.new
    ) AS field
    WHERE field.list IS NOT NULL
),
old_target AS MATERIALIZED (
    SELECT
        o.code AS profile, competence.code AS competence, t.level, trim_scale(t.weight)::text AS weight,
        profile_pair.new_key AS profile_key, competence_pair.new_key AS competence_key
    FROM old_item AS o
    JOIN framework.profile_target AS t ON t.profile_key = o.item_key
    JOIN old_item AS competence ON competence.item_key = t.competence_key
    LEFT JOIN pair AS profile_pair ON profile_pair.old_key = t.profile_key
    LEFT JOIN pair AS competence_pair ON competence_pair.old_key = t.competence_key
),
new_target AS MATERIALIZED (
    SELECT
        n.code AS profile, competence.code AS competence, t.level, trim_scale(t.weight)::text AS weight,
        t.profile_key, t.competence_key
    FROM new_item AS n
    JOIN framework.profile_target AS t ON t.profile_key = n.item_key
    JOIN new_item AS competence ON competence.item_key = t.competence_key
),
target_change AS (
    SELECT
        coalesce(n.profile, o.profile) AS profile, coalesce(n.competence, o.competence) AS competence,
        o.level AS old_level, n.level AS new_level, o.weight AS old_weight, n.weight AS new_weight
    FROM old_target AS o
    FULL JOIN new_target AS n ON n.profile_key = o.profile_key AND n.competence_key = o.competence_key
    WHERE (o.level, o.weight) IS DISTINCT FROM (n.level, n.weight)
)
SELECT json_build_object(
    'items', coalesce(
        (
            SELECT json_agg(
                json_build_object(
                    'change', c.change, 'kind', c.kind, 'code', c.code, 'oldCode', c.old_code, 'parent', c.parent,
                    'name', c.name, 'fields', c.fields)
                ORDER BY array_position(ARRAY['area', 'competence', 'level', 'profile'], c.kind), c.code)
            FROM item_change AS c
        ),
        '[]'
    ),
    'targets', coalesce(
        (
            SELECT json_agg(
                json_build_object(
                    'profile', c.profile, 'competence', c.competence, 'oldLevel', c.old_level,
                    'newLevel', c.new_level, 'oldWeight', c.old_weight, 'newWeight', c.new_weight)
                ORDER BY c.profile, c.competence)
            FROM target_change AS c
        ),
        '[]'
    )
)
FROM old_document, new_document;
