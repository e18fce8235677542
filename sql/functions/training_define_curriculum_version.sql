CREATE OR REPLACE FUNCTION training.define_curriculum_version(of_code text, definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_curriculum bigint := training.own_curriculum(of_code);
    parent text;
    earlier training.curriculum_version;
    wanted training.curriculum_version;
    profile_codes jsonb;
    units jsonb;
    assessments jsonb;
    scheme_type text;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY[
        'version', 'iri', 'framework', 'title', 'changes', 'derivedFrom', 'profiles', 'units', 'assessments'
    ]);
    wanted.version := training.definition_text(definition, '', 'version', true);
    IF wanted.version !~ '^[0-9A-Za-z][0-9A-Za-z.+-]*$' OR length(wanted.version) > 64 THEN
        PERFORM training.refuse_definition(
            '/version', 'must be letters a-z, digits, dots, hyphens and plus signs, at most 64, such as 2.0'
        );
    END IF;
    -- Definitions are rare; one at a time they cannot deadlock.
    PERFORM pg_advisory_xact_lock(hashtextextended('training.define_curriculum', 0));

    parent := training.definition_text(definition, '', 'derivedFrom', false);
    IF parent IS NOT NULL THEN
        SELECT version.curriculum_version_key INTO wanted.derived_from
        FROM training.curriculum_version AS version
        WHERE version.curriculum_key = of_curriculum AND version.version = parent AND version.version <> wanted.version;
        IF NOT FOUND THEN
            PERFORM training.refuse_definition('/derivedFrom', 'names no other version of the curriculum: ' || parent);
        ELSIF EXISTS (
            WITH RECURSIVE ancestor (curriculum_version_key) AS (
                SELECT wanted.derived_from
                UNION
                SELECT version.derived_from
                FROM ancestor
                JOIN training.curriculum_version AS version USING (curriculum_version_key)
            )
            SELECT FROM ancestor
            JOIN training.curriculum_version AS version USING (curriculum_version_key)
            WHERE version.version = wanted.version
        ) THEN
            PERFORM training.refuse_definition(
                '/derivedFrom', 'names a version that was derived from this one: ' || parent
            );
        END IF;
        -- What is left out is as it was.
        definition := (
            training.curriculum_version_definition(wanted.derived_from) - ARRAY['iri', 'changes', 'derivedFrom']
        ) || definition;
    END IF;
    wanted.iri := training.definition_text(definition, '', 'iri', true, 'iri');
    wanted.title := training.definition_text(definition, '', 'title', false);
    wanted.changes := training.definition_text(definition, '', 'changes', false);
    wanted.document_key := training.definition_framework(definition, '');
    profile_codes := training.definition_list(definition, '', 'profiles');
    units := training.definition_list(definition, '', 'units');
    assessments := training.definition_list(definition, '', 'assessments');

    SELECT version.* INTO earlier
    FROM training.curriculum_version AS version
    WHERE version.curriculum_key = of_curriculum AND version.version = wanted.version;
    IF earlier.curriculum_version_key IS NOT NULL THEN
        IF training.same_version_definition(
            training.curriculum_version_definition(earlier.curriculum_version_key), definition
        ) THEN
            RETURN;
        END IF;
        PERFORM training.refuse_published(ARRAY[earlier.curriculum_version_key]);
        IF earlier.iri <> wanted.iri THEN
            PERFORM training.refuse_definition('/iri', format('cannot change; the version has %s', earlier.iri));
        ELSIF earlier.document_key <> wanted.document_key THEN
            PERFORM training.refuse_definition('/framework', 'cannot change; make a version of its own');
        END IF;
    END IF;

    IF EXISTS (
        SELECT FROM training.curriculum_version AS version
        WHERE version.iri = wanted.iri
            AND version.curriculum_version_key IS DISTINCT FROM earlier.curriculum_version_key
    ) THEN
        PERFORM training.refuse_definition('/iri', 'is the IRI of another version');
    END IF;

    -- What statements will name gets its type now, so that ingest recognises it even where a platform leaves it out.
    SELECT activity.type INTO scheme_type FROM lrs.activity WHERE activity.iri = wanted.iri;
    IF scheme_type LIKE 'https://w3id.org/xapi/iust/activity-types/%'
        AND scheme_type <> 'https://w3id.org/xapi/iust/activity-types/curriculum' THEN
        PERFORM training.refuse_definition('/iri', 'names something else already: ' || scheme_type);
    END IF;
    PERFORM lrs.define_activities(
        ARRAY[wanted.iri], ARRAY['https://w3id.org/xapi/iust/activity-types/curriculum']
    );
    SELECT activity.activity_key INTO wanted.activity_key FROM lrs.activity WHERE activity.iri = wanted.iri;

    INSERT INTO training.curriculum_version (
        curriculum_key, version, iri, activity_key, document_key, title, changes, derived_from
    )
    VALUES (
        of_curriculum, wanted.version, wanted.iri, wanted.activity_key, wanted.document_key, wanted.title,
        wanted.changes, wanted.derived_from
    )
    ON CONFLICT (curriculum_key, version) DO UPDATE SET
        title = excluded.title, changes = excluded.changes, derived_from = excluded.derived_from, changed_at = now()
    RETURNING curriculum_version_key INTO wanted.curriculum_version_key;

    DELETE FROM training.curriculum_profile WHERE curriculum_version_key = wanted.curriculum_version_key;
    DELETE FROM training.curriculum_assessment WHERE curriculum_version_key = wanted.curriculum_version_key;
    DELETE FROM training.curriculum_unit WHERE curriculum_version_key = wanted.curriculum_version_key;
    -- A profile that is listed twice is one.
    INSERT INTO training.curriculum_profile (curriculum_version_key, document_key, profile_key)
    SELECT DISTINCT wanted.curriculum_version_key, wanted.document_key, training.definition_item(
        wanted.document_key,
        training.definition_text(
            jsonb_build_object((place - 1)::text, code), '/profiles', (place - 1)::text, true
        ),
        '/profiles/' || place - 1, ARRAY['profile']
    )
    FROM jsonb_array_elements(profile_codes) WITH ORDINALITY AS listed (code, place);
    PERFORM training.define_curriculum_units(wanted.curriculum_version_key, wanted.document_key, units);
    PERFORM training.define_curriculum_assessments(wanted.curriculum_version_key, wanted.document_key, assessments);
END
$$;

COMMENT ON FUNCTION training.define_curriculum_version(text, jsonb) IS
$$Defines a version of a curriculum, or changes it while it is a draft, from one JSON document; the same document twice
changes nothing. Also writes the lrs.activity row of the version, with its type. Field by field (? optional):

{
  "version": "2.0",
  "iri": "https://...",                        by which statements and pilots name the version; never changes
  "framework": {"code": "IUS", "version": "0.1"},     never changes
  "title": "..." ?, "changes": "..." ?,
  "derivedFrom": "1.0" ?,                      what the document leaves out but these is as in that version
  "profiles": ["P4", ...] ?,                   the staff profiles that it is for
  "units": [{"title": "...", "hours": 3.5, "method": "workshop", "description": "..." ?,
             "teaches": [{"competence": "B3", "level": 3}, ...] ?}, ...] ?,              in order
  "assessments": [{"instrument": "https://...", "title": "..." ?, "competence": "B3", "level": 3}, ...] ?
}

The document replaces what was there. A document that breaks a rule changes nothing and raises SQLSTATE 22023; the
message names the field (JSON Pointer) and the rule, the detail is the pointer. 55000: the version is published and the
document says something else; P0002: there is no such curriculum, or it is another partner's.$$;

REVOKE EXECUTE ON FUNCTION training.define_curriculum_version(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_curriculum_version(text, jsonb) TO tessera_service;
