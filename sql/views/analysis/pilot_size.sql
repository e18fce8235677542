-- How many people take part in a pilot, and how that is published.

CREATE OR REPLACE VIEW analysis.pilot_size AS
SELECT
    pilot.pilot_key, pilot.code, counted.people, disclosure.k,
    CASE WHEN counted.people >= disclosure.k THEN coded.people_from END AS n_from,
    CASE WHEN counted.people >= disclosure.k THEN coded.people_to END AS n_to,
    CASE WHEN counted.people >= disclosure.k THEN disclosure.k END AS told_k
FROM training.pilot
CROSS JOIN (SELECT evaluation.threshold('publication') AS k) AS disclosure
LEFT JOIN (SELECT pilot_key, count(*) AS people FROM analysis.person GROUP BY pilot_key) AS enrolled
    ON enrolled.pilot_key = pilot.pilot_key
CROSS JOIN LATERAL (SELECT COALESCE(enrolled.people, 0) AS people) AS counted
CROSS JOIN LATERAL evaluation.coded_count(counted.people, disclosure.k) AS coded;

ALTER VIEW analysis.pilot_size OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.pilot_size IS 'One row per pilot: the group of which the published numbers are parts.';
COMMENT ON COLUMN analysis.pilot_size.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.pilot_size.code IS 'Its code.';
COMMENT ON COLUMN analysis.pilot_size.people IS 'People enrolled.';
COMMENT ON COLUMN analysis.pilot_size.k IS 'The publication threshold.';
COMMENT ON COLUMN analysis.pilot_size.n_from IS
    'The least that people may be by what is published: evaluation.coded_count. Null where they are fewer than k.';
COMMENT ON COLUMN analysis.pilot_size.n_to IS 'The most.';
COMMENT ON COLUMN analysis.pilot_size.told_k IS
    'k, but null where the people are fewer: of their parts evaluation.coded_count then tells nothing.';
