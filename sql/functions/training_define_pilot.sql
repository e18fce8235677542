CREATE OR REPLACE FUNCTION training.define_pilot(definition jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    pilot_code text;
    pilot_iri text;
    profile_code text;
    profile_iri text;
    partner_codes text[];
    further_profiles uuid[];
    earlier training.pilot;
    wanted training.pilot;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY[
        'code', 'iri', 'title', 'framework', 'profile', 'profiles', 'curriculum', 'partners', 'startsOn', 'endsOn',
        'phases', 'plannedHours', 'plan', 'instruments', 'invitations', 'methodology', 'state', 'closingReason',
        'report', 'enrolments'
    ]);
    pilot_code := training.definition_text(definition, '', 'code', true, 'code');
    pilot_iri := training.definition_text(definition, '', 'iri', true, 'iri');
    wanted.document_key := training.definition_framework(definition, '');
    PERFORM training.definition_object(definition -> 'profile', '/profile', ARRAY['code', 'iri']);
    profile_code := training.definition_text(definition -> 'profile', '/profile', 'code', true);
    profile_iri := training.definition_text(definition -> 'profile', '/profile', 'iri', false, 'iri');
    SELECT * INTO wanted.curriculum_iri, wanted.curriculum_version, wanted.curriculum_title
    FROM training.definition_curriculum(definition);
    IF wanted.curriculum_iri = pilot_iri OR profile_iri IN (pilot_iri, wanted.curriculum_iri) THEN
        PERFORM training.refuse_definition('/iri', 'must differ from the IRIs of curriculum and profile');
    END IF;

    PERFORM training.lock_pilots();
    SELECT pilot.* INTO earlier FROM training.pilot WHERE pilot.code = pilot_code;
    -- Statements are tied to the pilot by its IRI, and cannot be tied anew.
    IF earlier.iri <> pilot_iri THEN
        PERFORM training.refuse_definition('/iri', format('cannot change; pilot %s has %s', pilot_code, earlier.iri));
    ELSIF EXISTS (SELECT FROM training.pilot WHERE pilot.iri = pilot_iri AND pilot.code <> pilot_code) THEN
        PERFORM training.refuse_definition('/iri', 'is the IRI of another pilot');
    END IF;
    PERFORM training.refuse_other_meaning('/iri', pilot_iri, 'pilot');
    PERFORM training.refuse_other_meaning('/curriculum/iri', wanted.curriculum_iri, 'curriculum');
    PERFORM training.refuse_other_meaning('/profile/iri', profile_iri, 'staff profile');

    wanted.code := pilot_code;
    wanted.iri := pilot_iri;
    wanted.title := training.definition_text(definition, '', 'title', true);
    wanted.profile_iri := profile_iri;
    wanted.state := COALESCE(training.definition_text(definition, '', 'state', false), earlier.state, 'planned');
    IF wanted.state NOT IN ('planned', 'running', 'closed', 'reported') THEN
        PERFORM training.refuse_definition('/state', 'must be planned, running, closed or reported');
    END IF;
    wanted.methodology_key := COALESCE(
        training.definition_methodology(definition, wanted.state), earlier.methodology_key
    );
    wanted.closing_reason := COALESCE(
        training.definition_text(definition, '', 'closingReason', false), earlier.closing_reason
    );
    IF NULLIF(definition -> 'report', 'null') IS NOT NULL THEN
        PERFORM training.definition_object(definition -> 'report', '/report', ARRAY['reference', 'on']);
        wanted.report_reference := training.definition_text(definition -> 'report', '/report', 'reference', true);
        wanted.reported_on := training.definition_date(definition -> 'report', '/report', 'on', true);
    ELSE
        wanted.report_reference := earlier.report_reference;
        wanted.reported_on := earlier.reported_on;
    END IF;
    wanted.starts_on := training.definition_date(definition, '', 'startsOn', true);
    wanted.ends_on := training.definition_date(definition, '', 'endsOn', true);
    IF wanted.ends_on < wanted.starts_on THEN
        PERFORM training.refuse_definition('/endsOn', 'must not be before startsOn');
    END IF;
    IF NULLIF(definition -> 'plannedHours', 'null') IS NOT NULL THEN
        IF jsonb_typeof(definition -> 'plannedHours') <> 'number'
            OR (definition ->> 'plannedHours')::numeric NOT BETWEEN 0.01 AND 99999 THEN
            PERFORM training.refuse_definition('/plannedHours', 'must be a number of hours from 0.01 to 99999');
        END IF;
        wanted.planned_hours := definition ->> 'plannedHours';
    END IF;

    SELECT item.identifier INTO wanted.profile_item
    FROM framework.item
    WHERE item.document_key = wanted.document_key AND item.kind = 'profile' AND item.code = profile_code;
    IF NOT FOUND THEN
        PERFORM training.refuse_definition(
            '/profile/code',
            format(
                'names no profile of framework %s %s: %s', definition #>> '{framework,code}',
                definition #>> '{framework,version}', profile_code
            )
        );
    END IF;

    -- What statements will name gets its type now, so that ingest recognises it even where a platform leaves it out.
    PERFORM lrs.define_activities(
        ARRAY[pilot_iri, wanted.curriculum_iri, profile_iri],
        ARRAY[
            'https://w3id.org/xapi/iust/activity-types/pilot', 'https://w3id.org/xapi/iust/activity-types/curriculum',
            'https://w3id.org/xapi/iust/activity-types/staff-profile'
        ]
    );
    SELECT activity.activity_key INTO wanted.activity_key FROM lrs.activity WHERE activity.iri = wanted.iri;
    SELECT activity.activity_key INTO wanted.curriculum_activity_key
    FROM lrs.activity WHERE activity.iri = wanted.curriculum_iri;
    SELECT activity.activity_key INTO wanted.profile_activity_key
    FROM lrs.activity WHERE activity.iri = wanted.profile_iri;

    INSERT INTO training.pilot AS pilot (
        code, iri, activity_key, title, document_key, profile_item, profile_iri, profile_activity_key, curriculum_iri,
        curriculum_activity_key, curriculum_version, curriculum_title, planned_hours, state, starts_on, ends_on,
        closing_reason, report_reference, reported_on, methodology_key
    )
    VALUES (
        wanted.code, wanted.iri, wanted.activity_key, wanted.title, wanted.document_key, wanted.profile_item,
        wanted.profile_iri, wanted.profile_activity_key, wanted.curriculum_iri, wanted.curriculum_activity_key,
        wanted.curriculum_version, wanted.curriculum_title, wanted.planned_hours, wanted.state, wanted.starts_on,
        wanted.ends_on, wanted.closing_reason, wanted.report_reference, wanted.reported_on,
        wanted.methodology_key
    )
    ON CONFLICT (code) DO UPDATE SET
        title = excluded.title, document_key = excluded.document_key, profile_item = excluded.profile_item,
        profile_iri = excluded.profile_iri, profile_activity_key = excluded.profile_activity_key,
        curriculum_iri = excluded.curriculum_iri, curriculum_activity_key = excluded.curriculum_activity_key,
        curriculum_version = excluded.curriculum_version, curriculum_title = excluded.curriculum_title,
        planned_hours = excluded.planned_hours, state = excluded.state, starts_on = excluded.starts_on,
        ends_on = excluded.ends_on, closing_reason = excluded.closing_reason,
        report_reference = excluded.report_reference, reported_on = excluded.reported_on,
        methodology_key = excluded.methodology_key, changed_at = now()
    WHERE (pilot.title, pilot.document_key, pilot.profile_item, pilot.profile_iri, pilot.curriculum_iri,
           pilot.curriculum_version, pilot.curriculum_title, pilot.planned_hours, pilot.state, pilot.starts_on,
           pilot.ends_on, pilot.closing_reason, pilot.report_reference, pilot.reported_on, pilot.methodology_key)
        IS DISTINCT FROM (excluded.title, excluded.document_key, excluded.profile_item, excluded.profile_iri,
           excluded.curriculum_iri, excluded.curriculum_version, excluded.curriculum_title, excluded.planned_hours,
           excluded.state, excluded.starts_on, excluded.ends_on, excluded.closing_reason, excluded.report_reference,
           excluded.reported_on, excluded.methodology_key);
    SELECT pilot.pilot_key INTO wanted.pilot_key FROM training.pilot WHERE pilot.code = pilot_code;

    PERFORM training.define_pilot_phases(wanted.pilot_key, definition -> 'phases');
    partner_codes := training.define_pilot_partners(
        wanted.pilot_key, training.definition_list(definition, '', 'partners')
    );
    further_profiles := training.define_pilot_profiles(
        wanted.pilot_key, training.definition_list(definition, '', 'profiles')
    );
    PERFORM training.define_pilot_enrolments(
        wanted.pilot_key, training.definition_list(definition, '', 'enrolments'), partner_codes
    );
    IF NULLIF(definition -> 'plan', 'null') IS NOT NULL THEN
        PERFORM training.define_pilot_plan(wanted.pilot_key, definition -> 'plan', '/plan');
    END IF;
    IF NULLIF(definition -> 'instruments', 'null') IS NOT NULL THEN
        PERFORM training.define_pilot_instruments(
            wanted.pilot_key, training.definition_list(definition, '', 'instruments')
        );
    END IF;
    IF NULLIF(definition -> 'invitations', 'null') IS NOT NULL THEN
        PERFORM training.define_pilot_invitations(
            wanted.pilot_key, training.definition_list(definition, '', 'invitations')
        );
    END IF;
    IF earlier.state IS DISTINCT FROM wanted.state THEN
        INSERT INTO training.pilot_transition (pilot_key, from_state, to_state, moved_by, by_definition, reason)
        VALUES (
            wanted.pilot_key, earlier.state, wanted.state, NULLIF(current_setting('tessera.actor', true), ''), true,
            CASE wanted.state WHEN 'closed' THEN wanted.closing_reason END
        );
    END IF;
    PERFORM training.leave_pilot_partners(wanted.pilot_key, partner_codes);
    PERFORM training.leave_pilot_profiles(wanted.pilot_key, further_profiles);
    RETURN wanted.pilot_key;
END
$$;

COMMENT ON FUNCTION training.define_pilot(jsonb) IS
$$Defines a pilot, or changes its definition, from one JSON document, and returns its key. The same document twice
changes nothing. Also writes the lrs.activity rows of pilot, curriculum and profiles with their types, ties statements
to them that came before, and writes the lrs.agent rows of the accounts. Field by field (? optional):

{
  "code": "riga-2026-1",                       names the pilot; never changes
  "iri": "https://...",                        by which statements name it; never changes
  "title": "...",
  "framework": {"code": "IUS", "version": "0.1"},
  "profile": {"code": "P4", "iri": "https://..." ?},      iri: if statements name the profile by their own
  "profiles": [{"code": "P5", "iri": "https://..." ?}, ...] ?,       further profiles that are trained
  "curriculum": {"iri": "https://...", "version": "2.0", "title": "..." ?}
             or {"code": "local-police", "version": "2.0"},          a version that is known here
  "partners": [{"code": "riga", "name": "City of Riga", "country": "LV" ?}, ...],        at least one; name may be
                                               left out for a partner that is known already
  "startsOn": "2026-03-02", "endsOn": "2026-06-26",
  "phases": {"pre" | "during" | "post" | "followup": {"startsOn": "...", "endsOn": "..."}, ...} ?,
  "plannedHours": 24 ?,
  "plan": {...} ?,                             sessions, trainers and costs: training.define_pilot_plan
  "instruments": [{"code": "reaction", "version": "1.0", "phase": "post"}, ...] ?,
  "invitations": [...] ?,                      who was asked to answer: training.define_pilot_invitations
  "methodology": {"code": "common", "version": "1.0"} ?,       by which it is evaluated; left out: as it was, and when it
                                               starts the one published last. Frozen once the pilot has ended
  "state": "planned" | "running" | "closed" | "reported" ?,     left out: as it was, at first planned; a definition
                                               tells the state without conditions, and the history notes that it did
  "closingReason": "..." ?,                    why it was closed before its last day
  "report": {"reference": "https://...", "on": "2026-09-01"} ?,
  "enrolments": [{"registration": "<uuid>", "account": {"homePage": "https://...", "name": "p-3f9c2a"},
                  "partner": "riga" ?, "profile": "P5" ?, "cohort": "A" ?,
                  "enrolledOn": "2026-02-20" ? (left out: startsOn), "withdrawnOn": "..." ?}] ?
}

The document replaces what was there, except that enrolments that it does not list stay (a person leaves by
withdrawnOn), and that plan, instruments, invitations, methodology, closingReason and report stay when they are left out. A document
that breaks a rule changes nothing and raises SQLSTATE 22023; the message names the field (JSON Pointer) and the rule,
the detail is the pointer.$$;

REVOKE EXECUTE ON FUNCTION training.define_pilot(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_pilot(jsonb) TO tessera_service;
