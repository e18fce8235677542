-- A partner as its page shows it, as one JSON document: needs, targets, pilots and curricula; no row for another partner
-- than the one that asks.
-- $1 code of the partner.
SELECT json_strip_nulls(json_build_object(
    'code', partner.code,
    'name', partner.name,
    'country', partner.country,
    'needs', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'text', need.text,
                    'framework', CASE
                        WHEN document.document_key IS NOT NULL
                            THEN json_build_object('code', document.code, 'version', document.version)
                    END,
                    'item', item.code,
                    'itemKind', item.kind,
                    'itemName', item.full_statement,
                    'priority', need.priority,
                    'source', need.source,
                    'notedOn', need.noted_on
                )
                ORDER BY need.position
            ),
            '[]'
        )
        FROM training.partner_need AS need
        LEFT JOIN framework.document USING (document_key)
        LEFT JOIN framework.item USING (item_key)
        WHERE need.partner_key = partner.partner_key
    ),
    'targets', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'framework', json_build_object('code', document.code, 'version', document.version),
                    'profile', json_build_object('code', profile.code, 'name', profile.full_statement),
                    'state', target.state,
                    'reason', target.reason,
                    'changedOn', (target.changed_at AT TIME ZONE 'UTC')::date
                )
                ORDER BY document.code, document.version, profile.code
            ),
            '[]'
        )
        FROM training.partner_target AS target
        JOIN framework.document USING (document_key)
        JOIN framework.item AS profile ON profile.item_key = target.profile_key
        WHERE target.partner_key = partner.partner_key
    ),
    'pilots', (
        SELECT COALESCE(
            json_agg(
                json_build_object('code', pilot.code, 'title', pilot.title, 'state', pilot.state)
                ORDER BY pilot.starts_on DESC, pilot.code
            ),
            '[]'
        )
        FROM training.pilot_partner
        JOIN training.pilot USING (pilot_key)
        WHERE pilot_partner.partner_key = partner.partner_key
    ),
    'curricula', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'code', curriculum.code, 'title', curriculum.title, 'version', version.version,
                    'state', version.state
                )
                ORDER BY curriculum.code, version.curriculum_version_key DESC
            ),
            '[]'
        )
        FROM training.curriculum_partner AS owner
        JOIN training.curriculum USING (curriculum_key)
        JOIN training.curriculum_version AS version USING (curriculum_key)
        WHERE owner.partner_key = partner.partner_key
    )
))
FROM training.partner
WHERE partner.code = $1::text AND partner.code = COALESCE(training.asking_partner(), partner.code);
