-- A pilot as its page shows it, as one JSON document: plan, instruments, counts and states. Of people there are counts
-- only.
-- $1 code of the pilot.
SELECT json_strip_nulls(json_build_object(
    'code', pilot.code,
    'iri', pilot.iri,
    'title', pilot.title,
    'framework', json_build_object('code', document.code, 'version', document.version),
    'profiles', (
        SELECT json_agg(
            json_build_object('code', item.code, 'name', item.full_statement)
            ORDER BY item.identifier <> pilot.profile_item, item.code
        )
        FROM framework.item
        WHERE item.identifier = pilot.profile_item
            OR item.identifier IN (
                SELECT further.profile_item FROM training.pilot_profile AS further
                WHERE further.pilot_key = pilot.pilot_key
            )
    ),
    'curriculum', json_build_object(
        'code', edition.code,
        'version', pilot.curriculum_version,
        'title', COALESCE(pilot.curriculum_title, edition.title)
    ),
    'partners', (
        SELECT COALESCE(
            json_agg(json_build_object('code', partner.code, 'name', partner.name) ORDER BY partner.code), '[]'
        )
        FROM training.pilot_partner
        JOIN training.partner USING (partner_key)
        WHERE pilot_partner.pilot_key = pilot.pilot_key
    ),
    'startsOn', pilot.starts_on,
    'endsOn', pilot.ends_on,
    'plannedHours', trim_scale(pilot.planned_hours),
    'phases', (
        SELECT COALESCE(
            json_agg(
                json_build_object('phase', part.phase, 'startsOn', part.starts_on, 'endsOn', part.ends_on)
                ORDER BY part.phase
            ),
            '[]'
        )
        FROM training.pilot_phase AS part
        WHERE part.pilot_key = pilot.pilot_key
    ),
    'plan', training.pilot_plan(pilot.pilot_key),
    'sessionHours', (
        SELECT trim_scale(sum(hours)) FROM training.pilot_session WHERE pilot_session.pilot_key = pilot.pilot_key
    ),
    'trainerHours', (
        SELECT trim_scale(sum(hours)) FROM training.pilot_trainer WHERE pilot_trainer.pilot_key = pilot.pilot_key
    ),
    'costTotals', (
        SELECT COALESCE(
            json_agg(
                json_build_object('currency', total.currency, 'amount', trim_scale(total.amount))
                ORDER BY total.currency
            ),
            '[]'
        )
        FROM (
            SELECT currency, sum(amount) AS amount
            FROM training.pilot_cost
            WHERE pilot_cost.pilot_key = pilot.pilot_key
            GROUP BY currency
        ) AS total
    ),
    'instruments', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'code', instrument.code,
                    'version', version.version,
                    'kind', instrument.kind,
                    'state', version.state,
                    'title', version.titles ->> shown.language,
                    'language', shown.language,
                    'phase', used.phase,
                    'items', (
                        SELECT count(*) FROM training.instrument_item AS item
                        WHERE item.instrument_version_key = version.instrument_version_key
                    ),
                    'invited', invitation.invited
                )
                ORDER BY used.phase, used.position
            ),
            '[]'
        )
        FROM training.pilot_instrument AS used
        JOIN training.instrument_version AS version USING (instrument_version_key)
        JOIN training.instrument USING (instrument_key)
        LEFT JOIN training.invitation USING (pilot_key, phase, instrument_version_key)
        CROSS JOIN LATERAL (
            SELECT CASE WHEN version.titles ? 'en' THEN 'en' ELSE min(tag) END AS language
            FROM jsonb_object_keys(version.titles) AS tag
        ) AS shown
        WHERE used.pilot_key = pilot.pilot_key
    ),
    'groups', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'partner', tally.partner, 'cohort', tally.cohort, 'profile', tally.profile,
                    'enrolled', tally.enrolled, 'withdrawn', tally.withdrawn
                )
                ORDER BY tally.partner, tally.cohort, tally.profile
            ),
            '[]'
        )
        FROM (
            SELECT
                partner.name AS partner, enrolment.cohort, COALESCE(own.code, profile.code) AS profile,
                count(*) AS enrolled, count(enrolment.withdrawn_on) AS withdrawn
            FROM training.enrolment
            LEFT JOIN training.partner USING (partner_key)
            LEFT JOIN framework.item AS own ON own.identifier = enrolment.profile_item
            WHERE enrolment.pilot_key = pilot.pilot_key
            GROUP BY partner.name, enrolment.cohort, COALESCE(own.code, profile.code)
        ) AS tally
    ),
    'states', training.pilot_states(pilot.pilot_key) - 'history',
    'history', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'at', to_char(move.moved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'),
                    'from', move.from_state,
                    'to', move.to_state,
                    'by', move.moved_by,
                    'byDefinition', move.by_definition,
                    'reason', move.reason
                )
                ORDER BY move.transition_key
            ),
            '[]'
        )
        FROM training.pilot_transition AS move
        WHERE move.pilot_key = pilot.pilot_key
    ),
    -- What evaluators can ask, with the first sentence of what each view says of itself.
    'views', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'name', 'evaluation.' || relation.relname,
                    'about', split_part(obj_description(relation.oid, 'pg_class'), '. ', 1)
                )
                ORDER BY relation.relname
            ),
            '[]'
        )
        FROM pg_class AS relation
        WHERE relation.relnamespace = 'evaluation'::regnamespace AND relation.relkind = 'v'
    ),
    'methodology', (
        SELECT json_build_object(
            'code', methodology.code, 'version', methodology.version, 'title', methodology.document ->> 'title'
        )
        FROM training.methodology
        WHERE methodology.methodology_key = pilot.methodology_key
    ),
    'closingReason', pilot.closing_reason,
    'report', CASE
        WHEN pilot.report_reference IS NOT NULL
            THEN json_build_object('reference', pilot.report_reference, 'on', pilot.reported_on)
    END
))
FROM training.pilot
JOIN framework.document USING (document_key)
JOIN framework.item AS profile ON profile.identifier = pilot.profile_item
-- By code only where it is the version of that name: a definition may call an IRI of ours by another.
LEFT JOIN (
    training.curriculum_version AS version JOIN training.curriculum AS edition USING (curriculum_key)
) ON version.activity_key = pilot.curriculum_activity_key AND version.version = pilot.curriculum_version
WHERE pilot.code = $1::text;
