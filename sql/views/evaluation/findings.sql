-- What evaluations found: one row per finding of the pilots that the asking evaluator may see.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.findings WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
acted AS (
    SELECT
        finding_key, count(*) AS actions,
        count(*) FILTER (WHERE state IN ('proposed', 'accepted', 'in_progress')) AS open_actions,
        count(*) FILTER (WHERE state <> 'superseded') AS answers
    FROM training.feedback_action
    GROUP BY finding_key
)
SELECT
    pilot.code AS pilot,
    finding.number AS finding,
    finding.text,
    finding.criterion,
    finding.kirkpatrick_level,
    finding.strength,
    finding.source,
    finding.metric_view,
    finding.metric_key,
    finding.metric_column,
    CASE WHEN NOT evaluation.too_few(COALESCE(finding.people, 0), k) THEN finding.value END AS value,
    CASE WHEN NOT evaluation.too_few(COALESCE(finding.people, 0), k) THEN finding.people END AS n,
    finding.suppressed OR evaluation.too_few(COALESCE(finding.people, 0), k) AS suppressed,
    finding.measured_at,
    finding.noted_at,
    finding.rejection_reason,
    finding.rejected_at,
    COALESCE(acted.actions, 0) AS actions,
    COALESCE(acted.open_actions, 0) AS open_actions,
    finding.strength = 'must' AND finding.rejection_reason IS NULL AND COALESCE(acted.answers, 0) = 0 AS lacks_action,
    now() AS as_of
FROM training.finding
JOIN training.pilot ON pilot.pilot_key = finding.pilot_key
CROSS JOIN disclosure
LEFT JOIN acted ON acted.finding_key = finding.finding_key;

ALTER VIEW evaluation.findings OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.findings TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.findings IS
    'What the evaluation of pilots found, one row per finding, with the number that it rests on as that was when it was '
    'noted. Source: training.finding, training.feedback_action. Caveats: findings are written by people; the number is '
    'of then, the view that it is from tells today''s. Numbers about 1 to evaluation.threshold() - 1 people are hidden: '
    'null, and suppressed is true.';
COMMENT ON COLUMN evaluation.findings.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.findings.finding IS 'Number of the finding within the pilot.';
COMMENT ON COLUMN evaluation.findings.text IS 'What was found.';
COMMENT ON COLUMN evaluation.findings.criterion IS
    'Criterion of the European Commission: effectiveness, efficiency, relevance, coherence or eu-added-value; null '
    'where only the level is told.';
COMMENT ON COLUMN evaluation.findings.kirkpatrick_level IS
    'Kirkpatrick level: 1 reaction, 2 learning, 3 behaviour, 4 results; null where only the criterion is told.';
COMMENT ON COLUMN evaluation.findings.strength IS
    'How strongly something is recommended: must, should or could.';
COMMENT ON COLUMN evaluation.findings.source IS 'How it is known, where that was told, e.g. interviews.';
COMMENT ON COLUMN evaluation.findings.metric_view IS
    'View of schema evaluation that has the number; null without one.';
COMMENT ON COLUMN evaluation.findings.metric_key IS 'Which of the pilot''s rows there: columns and their values.';
COMMENT ON COLUMN evaluation.findings.metric_column IS 'Column that has the number.';
COMMENT ON COLUMN evaluation.findings.value IS 'The number when the finding was noted. Null when n is too small.';
COMMENT ON COLUMN evaluation.findings.n IS 'The row''s n then. Null when it was, or is, too small.';
COMMENT ON COLUMN evaluation.findings.suppressed IS
    'Whether the number is hidden, for it is about too few people; null where the finding rests on no number.';
COMMENT ON COLUMN evaluation.findings.measured_at IS 'When the number was read.';
COMMENT ON COLUMN evaluation.findings.noted_at IS 'When the finding was noted.';
COMMENT ON COLUMN evaluation.findings.rejection_reason IS
    'Why nothing is done about it; null where that is not said.';
COMMENT ON COLUMN evaluation.findings.rejected_at IS 'When that was said.';
COMMENT ON COLUMN evaluation.findings.actions IS 'Number of the actions about it (evaluation.feedback_actions).';
COMMENT ON COLUMN evaluation.findings.open_actions IS 'Those proposed, accepted or in progress.';
COMMENT ON COLUMN evaluation.findings.lacks_action IS
    'Whether it is a must that nobody has answered: no action but superseded ones, and no rejection with a reason.';
COMMENT ON COLUMN evaluation.findings.as_of IS 'Time of the query.';
