-- One row per pilot and time of the follow-up that enough people answered.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.transfer WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.months_after,
    one.n_from,
    one.n_to,
    one.answered_from,
    one.answered_to,
    one.applied_from,
    one.applied_to,
    one.share_from,
    one.share_to,
    one.suppressed,
    one.as_of
FROM publication.told
JOIN publication.release USING (pilot_key)
CROSS JOIN LATERAL jsonb_populate_record(NULL::publication.transfer, told.content) AS one
WHERE told.source = 'transfer' AND release.withdrawn_at IS NULL;

ALTER VIEW published.transfer OWNER TO tessera_reporting;
GRANT SELECT ON published.transfer TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.transfer IS
    'How many of the people of published pilots who answered in a follow-up applied anything at work, by their own '
    'report: one row per pilot and time of the follow-up with enough answers. Source: lrs.statement (phase followup; '
    'verb applied, unless its success is false). Caveat: who did not answer may or may not have applied anything. '
    'Numbers of people are told in bands: evaluation.coded_count. Shares are what follows from the bands: '
    'evaluation.coded_share.';
COMMENT ON COLUMN published.transfer.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.transfer.months_after IS
    'Months between the pilot''s end and the follow-up, as told; null if not told.';
COMMENT ON COLUMN published.transfer.n_from IS
    'The least that the number of people enrolled may be. Null where they are fewer than the threshold: then nothing '
    'else is told of the pilot.';
COMMENT ON COLUMN published.transfer.n_to IS 'The most.';
COMMENT ON COLUMN published.transfer.answered_from IS
    'The least that the number of people with any statement of this follow-up may be.';
COMMENT ON COLUMN published.transfer.answered_to IS 'The most.';
COMMENT ON COLUMN published.transfer.applied_from IS 'The least that the number of them who applied anything may be.';
COMMENT ON COLUMN published.transfer.applied_to IS 'The most.';
COMMENT ON COLUMN published.transfer.share_from IS 'The least that their share may be.';
COMMENT ON COLUMN published.transfer.share_to IS 'The most.';
COMMENT ON COLUMN published.transfer.suppressed IS
    'Whether people are told as fewer than the threshold, or not at all.';
COMMENT ON COLUMN published.transfer.as_of IS 'When the numbers were put together: they are of this moment, and stay.';
