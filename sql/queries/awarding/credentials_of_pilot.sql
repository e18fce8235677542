-- The credentials of a pilot that stand, oldest first.
-- $1 the pilot's code; $2 the partner that must run it, or null; $3 how many at most.
SELECT c.credential_id, i.code AS competence, a.level, c.issued_at
FROM training.pilot AS p
JOIN credential.award AS a ON a.pilot_key = p.pilot_key AND a.withdrawn_at IS NULL
JOIN credential.credential AS c ON c.award_key = a.award_key
JOIN framework.item AS i ON i.item_key = a.competence_item_key
WHERE p.code = $1::text
    AND (
        $2::text IS NULL
        OR EXISTS (
            SELECT FROM training.pilot_partner AS pp
            JOIN training.partner AS partner ON partner.partner_key = pp.partner_key
            WHERE pp.pilot_key = p.pilot_key AND partner.code = $2::text
        )
    )
ORDER BY a.award_key
LIMIT $3::int;
