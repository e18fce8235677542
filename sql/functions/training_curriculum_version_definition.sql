CREATE OR REPLACE FUNCTION training.curriculum_version_definition(of_version bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'version', version.version,
        'iri', version.iri,
        'framework', jsonb_build_object('code', document.code, 'version', document.version),
        'title', version.title,
        'changes', version.changes,
        'derivedFrom', parent.version,
        'profiles', (
            SELECT COALESCE(jsonb_agg(item.code ORDER BY item.position, item.code), '[]')
            FROM training.curriculum_profile
            JOIN framework.item ON item.item_key = curriculum_profile.profile_key
            WHERE curriculum_profile.curriculum_version_key = version.curriculum_version_key
        ),
        'units', (
            SELECT COALESCE(
                jsonb_agg(
                    jsonb_build_object(
                        'title', unit.title, 'hours', trim_scale(unit.hours), 'method', unit.method,
                        'description', unit.description, 'teaches', COALESCE(taught.teaches, '[]')
                    )
                    ORDER BY unit.position
                ),
                '[]'
            )
            FROM training.curriculum_unit AS unit
            LEFT JOIN (
                SELECT
                    teaching.unit_key,
                    jsonb_agg(
                        jsonb_build_object('competence', item.code, 'level', teaching.level) ORDER BY item.code
                    ) AS teaches
                FROM training.curriculum_teaching AS teaching
                JOIN framework.item ON item.item_key = teaching.competence_key
                WHERE teaching.curriculum_version_key = of_version
                GROUP BY teaching.unit_key
            ) AS taught USING (unit_key)
            WHERE unit.curriculum_version_key = version.curriculum_version_key
        ),
        'assessments', (
            SELECT COALESCE(
                jsonb_agg(
                    jsonb_build_object(
                        'instrument', assessment.instrument_iri, 'title', assessment.title, 'competence', item.code,
                        'level', assessment.level
                    )
                    ORDER BY item.code, assessment.instrument_iri
                ),
                '[]'
            )
            FROM training.curriculum_assessment AS assessment
            JOIN framework.item ON item.item_key = assessment.competence_key
            WHERE assessment.curriculum_version_key = version.curriculum_version_key
        )
    ))
    FROM training.curriculum_version AS version
    JOIN framework.document USING (document_key)
    LEFT JOIN training.curriculum_version AS parent ON parent.curriculum_version_key = version.derived_from
    WHERE version.curriculum_version_key = of_version
$$;

COMMENT ON FUNCTION training.curriculum_version_definition(bigint) IS
    'A version of a curriculum as the document that training.define_curriculum_version takes.';

REVOKE EXECUTE ON FUNCTION training.curriculum_version_definition(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.curriculum_version_definition(bigint) TO tessera_service;
