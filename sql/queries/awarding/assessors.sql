-- The authorised assessors of a pilot, or of a partner for all its pilots, as the JSON document that defines them; no row
-- where there is no such pilot or partner, or not for the caller.
-- $1 the pilot's code, or null; $2 the partner's code, or null.
SELECT json_build_object('assessors', COALESCE((
    SELECT json_agg(
        CASE agent.kind
            WHEN 'account' THEN json_build_object(
                'account', json_build_object('homePage', agent.home_page, 'name', agent.identifier)
            )
            ELSE json_build_object(agent.kind::text, agent.identifier)
        END
        ORDER BY assessor.assessor_key
    )
    FROM credential.assessor
    JOIN lrs.agent ON agent.agent_key = assessor.agent_key
    WHERE assessor.removed_at IS NULL
        AND assessor.pilot_key IS NOT DISTINCT FROM place.pilot_key
        AND assessor.partner_key IS NOT DISTINCT FROM place.partner_key
), '[]'))
FROM (
    SELECT pilot.pilot_key, NULL::bigint AS partner_key FROM training.pilot WHERE pilot.code = $1::text
    UNION ALL
    SELECT NULL, partner.partner_key
    FROM training.partner
    WHERE partner.code = $2::text
        AND (training.asking_partner() IS NULL OR training.asking_partner() = partner.code)
) AS place;
