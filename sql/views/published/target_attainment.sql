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
    one.n_from,
    one.n_to,
    one.assessed_from,
    one.assessed_to,
    one.reached_from,
    one.reached_to,
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
    'assessed is in no share. Numbers of people are told in bands: evaluation.coded_count. Shares are what follows '
    'from the bands: evaluation.coded_share.';
COMMENT ON COLUMN published.target_attainment.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.target_attainment.profile IS
    'Code of the pilot''s staff profile, e.g. P4. Source: framework.item.';
COMMENT ON COLUMN published.target_attainment.framework IS
    'Code and version of the framework that the competence is from.';
COMMENT ON COLUMN published.target_attainment.competence IS 'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN published.target_attainment.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN published.target_attainment.target_level IS
    'Level that the profile demands, 1 to 4. Source: framework.profile_target.';
COMMENT ON COLUMN published.target_attainment.n_from IS
    'The least that the number of people enrolled may be. Null where they are fewer than the threshold: then nothing '
    'else is told of the pilot.';
COMMENT ON COLUMN published.target_attainment.n_to IS 'The most.';
COMMENT ON COLUMN published.target_attainment.assessed_from IS
    'The least that the number of people with an assessed level may be.';
COMMENT ON COLUMN published.target_attainment.assessed_to IS 'The most.';
COMMENT ON COLUMN published.target_attainment.reached_from IS
    'The least that the number of them at the target level or above may be.';
COMMENT ON COLUMN published.target_attainment.reached_to IS 'The most.';
COMMENT ON COLUMN published.target_attainment.share_from IS
    'The least that the share of those assessed may be; null where that is nobody, perhaps.';
COMMENT ON COLUMN published.target_attainment.share_to IS 'The most.';
COMMENT ON COLUMN published.target_attainment.suppressed IS
    'Whether people are told as fewer than the threshold, or not at all.';
COMMENT ON COLUMN published.target_attainment.as_of IS
    'When the numbers were put together: they are of this moment, and stay.';
