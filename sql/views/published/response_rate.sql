-- One row per pilot, phase and instrument planned for it.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.response_rate WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.phase,
    one.instrument,
    one.instrument_code,
    one.n_from,
    one.n_to,
    one.returned_from,
    one.returned_to,
    one.share_from,
    one.share_to,
    one.suppressed,
    one.as_of
FROM publication.told
JOIN publication.release USING (pilot_key)
CROSS JOIN LATERAL jsonb_populate_record(NULL::publication.response_rate, told.content) AS one
WHERE told.source = 'response_rate' AND release.withdrawn_at IS NULL;

ALTER VIEW published.response_rate OWNER TO tessera_reporting;
GRANT SELECT ON published.response_rate TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.response_rate IS
    'How many of the people of published pilots answered which instrument, by any answer or score: one row per '
    'pilot, phase, and instrument planned for it. Source: training.pilot_instrument, lrs.statement. The denominator '
    'is the people enrolled, whoever was invited. Numbers of people are told in bands: evaluation.coded_count.';
COMMENT ON COLUMN published.response_rate.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.response_rate.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN published.response_rate.instrument IS 'IRI of the instrument''s version.';
COMMENT ON COLUMN published.response_rate.instrument_code IS
    'Code and version of the instrument. Source: training.instrument.';
COMMENT ON COLUMN published.response_rate.n_from IS
    'The least that the number of people enrolled may be. Null where they are fewer than the threshold: then nothing '
    'else is told of the pilot.';
COMMENT ON COLUMN published.response_rate.n_to IS 'The most.';
COMMENT ON COLUMN published.response_rate.returned_from IS 'The least that the number of people who answered may be.';
COMMENT ON COLUMN published.response_rate.returned_to IS 'The most.';
COMMENT ON COLUMN published.response_rate.share_from IS 'The least that the share of n may be, from 0 to 1.';
COMMENT ON COLUMN published.response_rate.share_to IS 'The most.';
COMMENT ON COLUMN published.response_rate.suppressed IS
    'Whether people are told as fewer than the threshold, or not at all.';
COMMENT ON COLUMN published.response_rate.as_of IS
    'When the numbers were put together: they are of this moment, and stay.';
