-- A partner as one JSON document, with its pilots and curricula, of those that the caller may see.
-- $1 code of the partner.
SELECT json_strip_nulls(json_build_object(
    'code', partner.code,
    'name', partner.name,
    'country', partner.country,
    'pilots', (
        SELECT COALESCE(json_agg(pilot.code ORDER BY pilot.code), '[]')
        FROM training.pilot_partner
        JOIN training.pilot USING (pilot_key)
        WHERE pilot_partner.partner_key = partner.partner_key
    ),
    'curricula', (
        SELECT COALESCE(json_agg(curriculum.code ORDER BY curriculum.code), '[]')
        FROM training.curriculum_partner
        JOIN training.curriculum USING (curriculum_key)
        WHERE curriculum_partner.partner_key = partner.partner_key
    )
))
FROM training.partner
WHERE partner.code = $1::text;
