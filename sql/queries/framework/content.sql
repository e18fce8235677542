-- One version of a framework as its pages show it, in the language that fits a reader best: the document, its areas,
-- competences and profiles, the levels that are wanted, targets, and where items lead outside. No row when there is no
-- such version, or nobody may see it.
-- $1 code; $2 version; $3 BCP 47 tags, the reader's favourite first; $4 the area or competence whose levels are wanted,
-- null for all levels, empty for none.
WITH document AS MATERIALIZED (
    SELECT d.*
    FROM framework.document AS d
    WHERE d.code = $1::text AND d.version = $2::text AND d.adoption_status <> 'Private Draft'
),
spoken AS MATERIALIZED (
    SELECT d.language FROM document AS d
    UNION
    SELECT t.language
    FROM document AS d
    JOIN framework.document_translation AS t ON t.document_key = d.document_key
    UNION
    SELECT t.language
    FROM document AS d
    JOIN framework.item AS i ON i.document_key = d.document_key
    JOIN framework.translation AS t ON t.item_key = i.item_key
),
-- What is asked for as fr also fits as fr-CH, if nothing fits better.
chosen AS MATERIALIZED (
    SELECT coalesce(
        (
            SELECT s.language
            FROM unnest($3::text[]) WITH ORDINALITY AS wanted (language, rank)
            JOIN spoken AS s ON lower(s.language) = lower(wanted.language)
                OR starts_with(lower(s.language), lower(wanted.language) || '-')
            ORDER BY wanted.rank, length(s.language), s.language
            LIMIT 1
        ),
        d.language
    ) AS language
    FROM document AS d
),
told AS MATERIALIZED (
    SELECT
        max(t.text) FILTER (WHERE t.field = 'title') AS title,
        max(t.text) FILTER (WHERE t.field = 'description') AS description,
        max(t.text) FILTER (WHERE t.field = 'notes') AS notes
    FROM document AS d
    CROSS JOIN chosen
    JOIN framework.document_translation AS t ON t.document_key = d.document_key AND t.language = chosen.language
),
item AS MATERIALIZED (
    SELECT
        i.kind, i.position, i.code, area.position AS area_position, parent.position AS parent_position,
        json_build_object(
            'identifier', i.identifier, 'kind', i.kind, 'code', CASE i.kind WHEN 'item' THEN i.identifier::text ELSE i.code END,
            'parent', coalesce(parent.code, above.identifier::text), 'level', i.level,
            'eqf', i.eqf_reference, 'keywords', i.concept_keywords,
            'statement', coalesce(t.statement, i.full_statement),
            'statementLanguage', CASE WHEN t.statement IS NULL THEN d.language ELSE chosen.language END,
            'name', coalesce(t.name, i.abbreviated_statement, CASE i.kind WHEN 'item' THEN i.code END),
            'nameLanguage', CASE WHEN t.name IS NULL THEN d.language ELSE chosen.language END,
            'notes', coalesce(t.notes, i.notes),
            'notesLanguage', CASE WHEN t.notes IS NULL THEN d.language ELSE chosen.language END
        ) AS json
    FROM document AS d
    CROSS JOIN chosen
    JOIN framework.item AS i ON i.document_key = d.document_key
    LEFT JOIN framework.item AS parent ON parent.item_key = i.parent_key
    LEFT JOIN framework.item AS area ON area.item_key = parent.parent_key
    -- The tree of items without a kind of the scheme stands in associations alone.
    LEFT JOIN LATERAL (
        SELECT other.identifier
        FROM framework.association AS a
        JOIN framework.item AS other ON other.item_key = a.destination_key
        WHERE i.kind = 'item' AND a.origin_key = i.item_key AND a.association_type = 'isChildOf'
            AND a.document_key = i.document_key
        ORDER BY a.ordinal, a.association_key
        LIMIT 1
    ) AS above ON true
    CROSS JOIN LATERAL (
        SELECT
            max(t.text) FILTER (WHERE t.field = 'full_statement') AS statement,
            max(t.text) FILTER (WHERE t.field = 'abbreviated_statement') AS name,
            max(t.text) FILTER (WHERE t.field = 'notes') AS notes
        FROM framework.translation AS t
        WHERE t.item_key = i.item_key AND t.language = chosen.language
    ) AS t
    WHERE i.kind <> 'level' OR $4::text IS NULL OR $4::text IN (parent.code, area.code)
)
SELECT json_build_object(
    'identifier', d.identifier, 'code', d.code, 'version', d.version,
    'title', coalesce(told.title, d.title),
    'titleLanguage', CASE WHEN told.title IS NULL THEN d.language ELSE chosen.language END,
    'creator', d.creator, 'publisher', d.publisher,
    'description', coalesce(told.description, d.description),
    'descriptionLanguage', CASE WHEN told.description IS NULL THEN d.language ELSE chosen.language END,
    'language', d.language, 'status', d.adoption_status,
    'since', d.status_start_date, 'until', d.status_end_date, 'licence', d.licence, 'licenceAddress', d.licence_uri,
    'source', d.official_source_url, 'subjects', d.subjects,
    'notes', coalesce(told.notes, d.notes),
    'notesLanguage', CASE WHEN told.notes IS NULL THEN d.language ELSE chosen.language END,
    'changed', d.last_change::date,
    'derivedFrom', (
        SELECT origin.version FROM framework.document AS origin
        WHERE origin.document_key = d.derived_from AND origin.code = d.code
            AND origin.adoption_status <> 'Private Draft'
    ),
    'versions', (
        SELECT json_agg(
            other.version ORDER BY other.status_start_date DESC NULLS LAST, other.last_change DESC,
                other.document_key DESC)
        FROM framework.document AS other
        WHERE other.code = d.code AND other.adoption_status <> 'Private Draft'
    ),
    'proposals', (SELECT count(*) FROM framework.proposal AS p WHERE p.document_key = d.document_key),
    'shown', chosen.language,
    'languages', (SELECT json_agg(s.language ORDER BY s.language <> d.language, s.language) FROM spoken AS s),
    'items', coalesce(
        (
            SELECT json_agg(
                i.json ORDER BY i.kind = 'item', coalesce(i.area_position, i.parent_position, i.position),
                    coalesce(i.parent_position, i.position), i.position, i.code)
            FROM item AS i
        ),
        '[]'
    ),
    'targets', coalesce(
        (
            SELECT json_agg(
                json_build_array(profile.code, competence.code, t.level, trim_scale(t.weight)::text)
                ORDER BY profile.position, competence.code)
            FROM framework.item AS profile
            JOIN framework.profile_target AS t ON t.profile_key = profile.item_key
            JOIN framework.item AS competence ON competence.item_key = t.competence_key
            WHERE profile.document_key = d.document_key AND profile.kind = 'profile'
                AND competence.document_key = d.document_key
        ),
        '[]'
    ),
    'alignments', coalesce(
        (
            SELECT json_agg(
                json_build_object(
                    'item', i.code, 'type', a.association_type, 'address', a.destination_uri,
                    'title', a.destination_title, 'scheme', a.target_type, 'match', a.match_kind,
                    'version', a.target_version, 'group', a.target_group, 'notes', a.notes)
                ORDER BY i.position, a.sequence_number NULLS LAST, a.destination_uri)
            FROM framework.association AS a
            JOIN framework.item AS i ON i.item_key = a.origin_key AND i.document_key = d.document_key
            WHERE a.document_key = d.document_key AND a.destination_uri IS NOT NULL
        ),
        '[]'
    )
)
FROM document AS d
CROSS JOIN chosen
CROSS JOIN told;
