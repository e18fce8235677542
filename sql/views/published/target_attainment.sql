-- One row per pilot and competence in which its staff profile has a target.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.target_attainment WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.profile,
    one.framework,
    one.competence,
    one.competence_name,
    one.target_level,
    one.n,
    one.n_from,
    one.n_to,
    one.assessed_from,
    one.assessed_to,
    one.share_from,
    one.share_to,
    one.suppressed,
    one.as_of
FROM publication.told
JOIN publication.release USING (pilot_key)
CROSS JOIN LATERAL jsonb_populate_record(NULL::publication.target_attainment, told.content) AS one
WHERE told.source = 'target_attainment' AND release.withdrawn_at IS NULL;

ALTER VIEW published.target_attainment OWNER TO tessera_reporting;
GRANT SELECT ON published.target_attainment TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.target_attainment IS
    'How many of the people of published pilots reached the level that the pilot''s staff profile demands, as '
    'assessed after the training or during it: one row per pilot and competence in which the profile has a target. '
    'Source: lrs.statement (passed, achieved; never self-assessment), framework.profile_target. Caveat: who was not '
    'assessed is in no share. Of a part of the people only a band is told: evaluation.coded_part. Shares are told in '
    'bands: evaluation.coded_share.';
COMMENT ON COLUMN published.target_attainment.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.target_attainment.profile IS
    'Code of the pilot''s staff profile, e.g. P4. Source: framework.item.';
COMMENT ON COLUMN published.target_attainment.framework IS
    'Code and version of the framework that the competence is from.';
COMMENT ON COLUMN published.target_attainment.competence IS 'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN published.target_attainment.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN published.target_attainment.target_level IS
    'Level that the profile demands, 1 to 4. Source: framework.profile_target.';
COMMENT ON COLUMN published.target_attainment.n IS
    'People enrolled, where it is told exactly; null under twice the threshold less one.';
COMMENT ON COLUMN published.target_attainment.n_from IS 'The least that the number of people enrolled may be.';
COMMENT ON COLUMN published.target_attainment.n_to IS
    'The most. n_from and n_to are null where the pilot has too few people: then nothing else is told of it.';
COMMENT ON COLUMN published.target_attainment.assessed_from IS
    'The least that the number of people with an assessed level may be; null if it is not told.';
COMMENT ON COLUMN published.target_attainment.assessed_to IS 'The most.';
COMMENT ON COLUMN published.target_attainment.share_from IS
    'The share of them at the target level or above is at least this.';
COMMENT ON COLUMN published.target_attainment.share_to IS 'It is under this, or 1 if this is.';
COMMENT ON COLUMN published.target_attainment.suppressed IS
    'Whether the share is hidden because it is, or may be, about too few people.';
COMMENT ON COLUMN published.target_attainment.as_of IS
    'When the numbers were put together: they are of this moment, and stay.';
