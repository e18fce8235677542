-- One row per pilot and staff profile of its people. What would be told of a pilot if it were published now.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW publication.participants WITH (security_barrier = true) AS
WITH counted AS (
    SELECT person.pilot_key, person.profile_item, count(*) AS people
    FROM analysis.person
    GROUP BY person.pilot_key, person.profile_item
),
judged AS (
    -- Small profiles, and more until together they are not small, are left out: a row would tell of somebody.
    SELECT
        counted.*, size.code, size.n_from, size.n_to, size.told_k,
        (evaluation.hidden_cells(array_agg(counted.people) OVER pilot, size.k))[row_number() OVER pilot] AS hidden
    FROM counted
    JOIN analysis.pilot_size AS size ON size.pilot_key = counted.pilot_key
    WINDOW pilot AS (
        PARTITION BY counted.pilot_key ORDER BY counted.profile_item
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    judged.code AS pilot,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    judged.n_from,
    judged.n_to,
    part.people_from,
    part.people_to,
    false AS suppressed,
    now() AS as_of
FROM judged
JOIN framework.item AS profile ON profile.identifier = judged.profile_item
CROSS JOIN LATERAL evaluation.coded_count(judged.people, judged.told_k) AS part
WHERE NOT judged.hidden AND judged.told_k IS NOT NULL;

ALTER VIEW publication.participants OWNER TO tessera_reporting;
GRANT SELECT ON publication.participants TO tessera_service;

COMMENT ON VIEW publication.participants IS
    'What published.participants would tell of pilots if they were published now.';
COMMENT ON COLUMN publication.participants.pilot IS 'As published.participants.pilot.';
COMMENT ON COLUMN publication.participants.profile IS 'As published.participants.profile.';
COMMENT ON COLUMN publication.participants.profile_name IS 'As published.participants.profile_name.';
COMMENT ON COLUMN publication.participants.n_from IS 'As published.participants.n_from.';
COMMENT ON COLUMN publication.participants.n_to IS 'As published.participants.n_to.';
COMMENT ON COLUMN publication.participants.people_from IS 'As published.participants.people_from.';
COMMENT ON COLUMN publication.participants.people_to IS 'As published.participants.people_to.';
COMMENT ON COLUMN publication.participants.suppressed IS 'As published.participants.suppressed.';
COMMENT ON COLUMN publication.participants.as_of IS 'As published.participants.as_of.';
