-- A partner's targets as one JSON document; no row for another partner than the one that asks.
-- $1 code of the partner.
SELECT json_build_object('targets', (
    SELECT COALESCE(
        json_agg(
            json_strip_nulls(json_build_object(
                'framework', json_build_object('code', document.code, 'version', document.version),
                'profile', profile.code,
                'profileName', profile.full_statement,
                'state', target.state,
                'reason', target.reason,
                'changedAt', target.changed_at
            ))
            ORDER BY document.code, document.version, profile.code
        ),
        '[]'
    )
    FROM training.partner_target AS target
    JOIN framework.document USING (document_key)
    JOIN framework.item AS profile ON profile.item_key = target.profile_key
    WHERE target.partner_key = partner.partner_key
))
FROM training.partner
WHERE partner.code = $1::text AND partner.code = COALESCE(training.asking_partner(), partner.code);
