-- What a version of a curriculum covers of the profiles that it is for, as one JSON document; the numbers are those of
-- evaluation.coverage.
-- $1 code of the curriculum; $2 the version.
WITH cell AS MATERIALIZED (
    SELECT * FROM evaluation.coverage WHERE curriculum = $1::text AND curriculum_version = $2::text
),
covered AS (
    SELECT
        cell.profile,
        json_build_object(
            'profile', cell.profile,
            'targets', count(*),
            'taught', count(*) FILTER (WHERE cell.taught),
            'assessed', count(*) FILTER (WHERE cell.assessed),
            'evidenced', count(*) FILTER (WHERE cell.evidenced),
            'uncovered', COALESCE(
                json_agg(cell.competence ORDER BY cell.competence) FILTER (WHERE NOT cell.taught), '[]'
            ),
            'competences', json_agg(
                json_strip_nulls(json_build_object(
                    'competence', cell.competence,
                    'name', cell.competence_name,
                    'targetLevel', cell.target_level,
                    'taughtLevel', cell.taught_level,
                    'taught', cell.taught,
                    'assessedLevel', cell.assessed_level,
                    'assessed', cell.assessed,
                    'evidenced', cell.evidenced,
                    'evidencedPeople', cell.evidenced_people,
                    'suppressed', cell.suppressed
                ))
                ORDER BY cell.competence
            )
        ) AS body
    FROM cell
    GROUP BY cell.profile
)
SELECT json_build_object(
    'curriculum', curriculum.code,
    'version', version.version,
    'state', version.state,
    'framework', json_build_object('code', document.code, 'version', document.version),
    'profiles', (SELECT COALESCE(json_agg(covered.body ORDER BY covered.profile), '[]') FROM covered),
    'asOf', now()
)
FROM training.curriculum_version AS version
JOIN training.curriculum USING (curriculum_key)
JOIN framework.document USING (document_key)
WHERE curriculum.code = $1::text AND version.version = $2::text;
