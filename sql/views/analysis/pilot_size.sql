-- How many people take part in a pilot, and how that is published.

CREATE OR REPLACE VIEW analysis.pilot_size AS
SELECT pilot.pilot_key, pilot.code, counted.people, disclosure.k, size.n, size.n_from, size.n_to
FROM training.pilot
CROSS JOIN (SELECT evaluation.threshold('publication') AS k) AS disclosure
LEFT JOIN (SELECT pilot_key, count(*) AS people FROM analysis.person GROUP BY pilot_key) AS enrolled
    ON enrolled.pilot_key = pilot.pilot_key
CROSS JOIN LATERAL (SELECT COALESCE(enrolled.people, 0) AS people) AS counted
CROSS JOIN LATERAL evaluation.coded_size(counted.people, disclosure.k) AS size;

ALTER VIEW analysis.pilot_size OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.pilot_size IS 'One row per pilot: the group of which the published numbers are parts.';
COMMENT ON COLUMN analysis.pilot_size.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.pilot_size.code IS 'Its code.';
COMMENT ON COLUMN analysis.pilot_size.people IS 'People enrolled.';
COMMENT ON COLUMN analysis.pilot_size.k IS 'The publication threshold.';
COMMENT ON COLUMN analysis.pilot_size.n IS 'people, where it is published exactly: evaluation.coded_size.';
COMMENT ON COLUMN analysis.pilot_size.n_from IS 'The least that people may be by what is published.';
COMMENT ON COLUMN analysis.pilot_size.n_to IS 'The most.';
