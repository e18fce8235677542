-- 1,000 statements more: 20 people of as many pilots say again what they said last, 50 each, a moment ago.

CREATE TEMPORARY TABLE news AS
SELECT said.*
FROM (
    SELECT DISTINCT ON (participation.pilot_key) participation.pilot_key, participation.agent_key
    FROM analysis.participation
    WHERE participation.statements > 100
    ORDER BY participation.pilot_key, hashint8(participation.agent_key + :round)
    LIMIT 20
) AS person
CROSS JOIN LATERAL (
    SELECT statement.* FROM lrs.statement
    WHERE statement.actor_key = person.agent_key AND statement.pilot_key + 0 = person.pilot_key
    ORDER BY statement.statement_key DESC
    LIMIT 50
) AS said;

CREATE TEMPORARY TABLE numbered AS
SELECT
    statement_key AS old_key,
    lrs.first_key_at(clock_timestamp()) + row_number() OVER (ORDER BY statement_key) AS new_key
FROM news;
CREATE TEMPORARY TABLE checked AS
SELECT conformance.* FROM lrs.profile_conformance AS conformance JOIN news USING (statement_key);
UPDATE checked SET statement_key = new_key FROM numbered WHERE statement_key = old_key;
UPDATE news SET
    statement_key = new_key, statement_id = gen_random_uuid(), stored = clock_timestamp(), "timestamp" = clock_timestamp()
FROM numbered
WHERE statement_key = old_key;
