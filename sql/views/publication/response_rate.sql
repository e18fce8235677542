-- One row per pilot, phase and instrument planned for it. What would be told of a pilot if it were published now.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW publication.response_rate WITH (security_barrier = true) AS
SELECT
    size.code AS pilot,
    used.phase::text AS phase,
    version.iri AS instrument,
    instrument.code || ' ' || version.version AS instrument_code,
    size.n_from,
    size.n_to,
    part.people_from AS returned_from,
    part.people_to AS returned_to,
    share.share_from,
    share.share_to,
    COALESCE(part.people_from < size.k, true) AS suppressed,
    now() AS as_of
FROM training.pilot_instrument AS used
JOIN training.instrument_version AS version USING (instrument_version_key)
JOIN training.instrument ON instrument.instrument_key = version.instrument_key
JOIN analysis.pilot_size AS size ON size.pilot_key = used.pilot_key
LEFT JOIN (
    SELECT pilot_key, phase, instrument_key, count(*) AS people
    FROM analysis.person_response
    GROUP BY pilot_key, phase, instrument_key
) AS response
    ON response.pilot_key = used.pilot_key AND response.phase = used.phase
    AND response.instrument_key = version.activity_key
CROSS JOIN LATERAL evaluation.coded_count(COALESCE(response.people, 0), size.told_k) AS part
LEFT JOIN LATERAL evaluation.coded_share(part.people_from, part.people_to, size.n_from, size.n_to) AS share ON true;

ALTER VIEW publication.response_rate OWNER TO tessera_reporting;
GRANT SELECT ON publication.response_rate TO tessera_service;

COMMENT ON VIEW publication.response_rate IS
    'What published.response_rate would tell of pilots if they were published now.';
COMMENT ON COLUMN publication.response_rate.pilot IS 'As published.response_rate.pilot.';
COMMENT ON COLUMN publication.response_rate.phase IS 'As published.response_rate.phase.';
COMMENT ON COLUMN publication.response_rate.instrument IS 'As published.response_rate.instrument.';
COMMENT ON COLUMN publication.response_rate.instrument_code IS 'As published.response_rate.instrument_code.';
COMMENT ON COLUMN publication.response_rate.n_from IS 'As published.response_rate.n_from.';
COMMENT ON COLUMN publication.response_rate.n_to IS 'As published.response_rate.n_to.';
COMMENT ON COLUMN publication.response_rate.returned_from IS 'As published.response_rate.returned_from.';
COMMENT ON COLUMN publication.response_rate.returned_to IS 'As published.response_rate.returned_to.';
COMMENT ON COLUMN publication.response_rate.share_from IS 'As published.response_rate.share_from.';
COMMENT ON COLUMN publication.response_rate.share_to IS 'As published.response_rate.share_to.';
COMMENT ON COLUMN publication.response_rate.suppressed IS 'As published.response_rate.suppressed.';
COMMENT ON COLUMN publication.response_rate.as_of IS 'As published.response_rate.as_of.';
