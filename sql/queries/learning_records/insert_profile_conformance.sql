-- Notes which templates of the scheme's profile the statements just stored match, and which rules they break.
--
-- A statement that clashed, so that another is stored under its id, is known by its fingerprint and left out; one that
-- was there already keeps what was found when it came.
-- $1 to $5 per row: id, fingerprint, pilot, template, whether it conforms. $6 and $7 broken rules: position of the row
-- from 1, number of the rule.
INSERT INTO lrs.profile_conformance (statement_key, template_key, pilot_key, conforms, broken_rules)
SELECT
    s.statement_key, f.template_key, f.pilot_key, f.conforms,
    (
        SELECT array_agg(b.number ORDER BY b.number)
        FROM unnest($6::int[], $7::smallint[]) AS b (position, number)
        WHERE b.position = f.position
    )
FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::int[], $5::bool[])
    WITH ORDINALITY AS f (statement_id, fingerprint, pilot_key, template_key, conforms, position)
JOIN lrs.statement AS s ON s.statement_id = f.statement_id AND s.fingerprint = f.fingerprint
WHERE NOT EXISTS (SELECT FROM lrs.profile_conformance AS known WHERE known.statement_key = s.statement_key)
ORDER BY f.position;
