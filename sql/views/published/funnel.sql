-- One row per pilot and step of the way.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.funnel WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.position,
    one.step,
    one.n,
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
    'once. Source and steps: as evaluation.funnel. Of a part of the people only a band is told: '
    'evaluation.coded_part.';
COMMENT ON COLUMN published.funnel.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.funnel.position IS 'Place of the step, from 1.';
COMMENT ON COLUMN published.funnel.step IS
    'started, half (of the planned hours, or all), completed, assessed, passed, credentialed or followed up.';
COMMENT ON COLUMN published.funnel.n IS
    'People enrolled, where it is told exactly; null under twice the threshold less one.';
COMMENT ON COLUMN published.funnel.n_from IS 'The least that the number of people enrolled may be.';
COMMENT ON COLUMN published.funnel.n_to IS
    'The most. n_from and n_to are null where the pilot has too few people: then nothing else is told of it.';
COMMENT ON COLUMN published.funnel.people_from IS
    'The least that the number of people who took the step may be; null if it is not told.';
COMMENT ON COLUMN published.funnel.people_to IS 'The most.';
COMMENT ON COLUMN published.funnel.share_from IS 'people_from / n, from 0 to 1; null where n is.';
COMMENT ON COLUMN published.funnel.share_to IS 'people_to / n.';
COMMENT ON COLUMN published.funnel.suppressed IS 'Whether the step is not told.';
COMMENT ON COLUMN published.funnel.as_of IS 'When the numbers were put together: they are of this moment, and stay.';
