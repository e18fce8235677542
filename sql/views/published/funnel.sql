-- One row per pilot and step of the way.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.funnel WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.position,
    one.step,
    one.n_from,
    one.n_to,
    one.people_from,
    one.people_to,
    one.share_from,
    one.share_to,
    one.suppressed,
    one.as_of
FROM publication.told
JOIN publication.release USING (pilot_key)
CROSS JOIN LATERAL jsonb_populate_record(NULL::publication.funnel, told.content) AS one
WHERE told.source = 'funnel' AND release.withdrawn_at IS NULL;

ALTER VIEW published.funnel OWNER TO tessera_reporting;
GRANT SELECT ON published.funnel TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.funnel IS
    'How far the people of published pilots came, one row per pilot and step after enrolment, each person counted '
    'once. Source and steps: as evaluation.funnel. Numbers of people are told in bands: evaluation.coded_count.';
COMMENT ON COLUMN published.funnel.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.funnel.position IS 'Place of the step, from 1.';
COMMENT ON COLUMN published.funnel.step IS
    'started, half (of the planned hours, or all), completed, assessed, passed, credentialed or followed up.';
COMMENT ON COLUMN published.funnel.n_from IS
    'The least that the number of people enrolled may be. Null where they are fewer than the threshold: then nothing '
    'else is told of the pilot.';
COMMENT ON COLUMN published.funnel.n_to IS 'The most.';
COMMENT ON COLUMN published.funnel.people_from IS 'The least that the number of people who took the step may be.';
COMMENT ON COLUMN published.funnel.people_to IS 'The most.';
COMMENT ON COLUMN published.funnel.share_from IS 'The least that the share of n may be, from 0 to 1.';
COMMENT ON COLUMN published.funnel.share_to IS 'The most.';
COMMENT ON COLUMN published.funnel.suppressed IS 'Whether people are told as fewer than the threshold, or not at all.';
COMMENT ON COLUMN published.funnel.as_of IS 'When the numbers were put together: they are of this moment, and stay.';
