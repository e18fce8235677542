-- What is done about findings: one row per action about a finding of the pilots that the asking evaluator may see.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.feedback_actions WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
before AS (
    SELECT
        finding_key, suppressed OR evaluation.too_few(COALESCE(people, 0), k) AS suppressed,
        CASE WHEN NOT evaluation.too_few(COALESCE(people, 0), k) THEN value END AS value,
        CASE WHEN NOT evaluation.too_few(COALESCE(people, 0), k) THEN people END AS n
    FROM training.finding
    CROSS JOIN disclosure
),
step AS (
    SELECT
        action_key,
        max(taken_at) FILTER (WHERE to_state = 'done' AND from_state <> 'done') AS done_at,
        max(taken_at) FILTER (WHERE to_state = 'verified') AS verified_at,
        max(taken_at) AS changed_at
    FROM training.feedback_action_step
    GROUP BY action_key
),
effect AS (
    -- The last check; what it found in a pilot that the evaluator may not see stays there.
    SELECT DISTINCT ON (checked.action_key)
        checked.action_key, later.code AS pilot, checked.measured_at,
        checked.suppressed OR evaluation.too_few(COALESCE(checked.people, 0), k) AS suppressed,
        CASE WHEN NOT evaluation.too_few(COALESCE(checked.people, 0), k) THEN checked.value END AS value,
        CASE WHEN NOT evaluation.too_few(COALESCE(checked.people, 0), k) THEN checked.people END AS n
    FROM training.feedback_action_effect AS checked
    JOIN training.pilot AS later ON later.pilot_key = checked.next_pilot_key
    CROSS JOIN disclosure
    ORDER BY checked.action_key, checked.effect_key DESC
)
SELECT
    pilot.code AS pilot,
    finding.number AS finding,
    action.action_key AS action,
    action.kind,
    action.text,
    finding.strength,
    action.owner_organisation,
    action.owner_role,
    action.due_on,
    action.state,
    action.state IN ('proposed', 'accepted', 'in_progress') AND action.due_on < (now() AT TIME ZONE 'UTC')::date
        AS overdue,
    action.response,
    action.response_reason,
    action.evidence,
    action.proposed_at,
    CASE WHEN action.state IN ('done', 'verified') THEN step.done_at END AS done_at,
    step.verified_at,
    step.changed_at,
    action.reopened_from,
    document.code || ' ' || document.version AS framework,
    proposal.number AS proposal,
    proposal.status AS proposal_status,
    finding.metric_view,
    finding.metric_key,
    finding.metric_column,
    before.value AS value_before,
    before.n AS n_before,
    before.suppressed AS suppressed_before,
    effect.pilot AS effect_pilot,
    effect.value AS value_after,
    effect.n AS n_after,
    effect.suppressed AS suppressed_after,
    effect.value - before.value AS change,
    effect.measured_at AS effect_measured_at,
    now() AS as_of
FROM training.feedback_action AS action
JOIN training.finding ON finding.finding_key = action.finding_key
JOIN training.pilot ON pilot.pilot_key = finding.pilot_key
JOIN before ON before.finding_key = finding.finding_key
LEFT JOIN step ON step.action_key = action.action_key
LEFT JOIN effect ON effect.action_key = action.action_key
LEFT JOIN framework.proposal ON proposal.proposal_key = action.proposal_key
LEFT JOIN framework.document ON document.document_key = proposal.document_key;

ALTER VIEW evaluation.feedback_actions OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.feedback_actions TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.feedback_actions IS
    'What is done about findings, one row per action: by whom and until when, how far it is, and the finding''s number '
    'in the next run of the curriculum. Source: training.feedback_action, its history and effect checks, '
    'training.finding. Caveats: done is what the owner reports, verified is what a second person saw; a number that '
    'changed from one run to the next, with other people, does not tell that the action changed it. Numbers about 1 to '
    'evaluation.threshold() - 1 people are hidden: null, and suppressed_before or suppressed_after is true.';
COMMENT ON COLUMN evaluation.feedback_actions.pilot IS 'Code of the finding''s pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.feedback_actions.finding IS 'Number of the finding; as evaluation.findings.finding.';
COMMENT ON COLUMN evaluation.feedback_actions.action IS 'Number of the action, unique here.';
COMMENT ON COLUMN evaluation.feedback_actions.kind IS
    'What it changes: curriculum, instrument, framework, delivery, organisation or data.';
COMMENT ON COLUMN evaluation.feedback_actions.text IS 'What is to be done.';
COMMENT ON COLUMN evaluation.feedback_actions.strength IS
    'How strongly the finding recommends it: must, should or could.';
COMMENT ON COLUMN evaluation.feedback_actions.owner_organisation IS 'The organisation that does it.';
COMMENT ON COLUMN evaluation.feedback_actions.owner_role IS 'Who there does it, by role.';
COMMENT ON COLUMN evaluation.feedback_actions.due_on IS 'Until when it is to be done.';
COMMENT ON COLUMN evaluation.feedback_actions.state IS
    'proposed, accepted, in_progress, done, verified, rejected or superseded.';
COMMENT ON COLUMN evaluation.feedback_actions.overdue IS
    'Whether that day is over (UTC) and it is proposed, accepted or in progress.';
COMMENT ON COLUMN evaluation.feedback_actions.response IS
    'What the owner answered: accepted, partly or rejected; null while it did not.';
COMMENT ON COLUMN evaluation.feedback_actions.response_reason IS 'Why only partly, or not at all.';
COMMENT ON COLUMN evaluation.feedback_actions.evidence IS 'Web address of what shows that it is done.';
COMMENT ON COLUMN evaluation.feedback_actions.proposed_at IS 'When it was proposed.';
COMMENT ON COLUMN evaluation.feedback_actions.done_at IS
    'When it was reported done; null where it is not, or was sent back.';
COMMENT ON COLUMN evaluation.feedback_actions.verified_at IS 'When a second person verified it; null while nobody did.';
COMMENT ON COLUMN evaluation.feedback_actions.changed_at IS 'When the last step was taken.';
COMMENT ON COLUMN evaluation.feedback_actions.reopened_from IS 'The action that this one takes up again.';
COMMENT ON COLUMN evaluation.feedback_actions.framework IS
    'Code and version of the framework that it proposed to change; only of kind framework.';
COMMENT ON COLUMN evaluation.feedback_actions.proposal IS 'Number of that proposal.';
COMMENT ON COLUMN evaluation.feedback_actions.proposal_status IS 'open, withdrawn, accepted or rejected.';
COMMENT ON COLUMN evaluation.feedback_actions.metric_view IS
    'View of schema evaluation that has the finding''s number; null without one.';
COMMENT ON COLUMN evaluation.feedback_actions.metric_key IS
    'Which of the pilot''s rows there: columns and their values.';
COMMENT ON COLUMN evaluation.feedback_actions.metric_column IS 'Column that has the number.';
COMMENT ON COLUMN evaluation.feedback_actions.value_before IS
    'The number when the finding was noted. Null when n_before is too small.';
COMMENT ON COLUMN evaluation.feedback_actions.n_before IS 'The row''s n then.';
COMMENT ON COLUMN evaluation.feedback_actions.suppressed_before IS
    'Whether the number before is hidden, for it is about too few people.';
COMMENT ON COLUMN evaluation.feedback_actions.effect_pilot IS
    'Code of the later run in which the number was looked at; null while that was not done.';
COMMENT ON COLUMN evaluation.feedback_actions.value_after IS 'The number there. Null when n_after is too small.';
COMMENT ON COLUMN evaluation.feedback_actions.n_after IS 'The row''s n there.';
COMMENT ON COLUMN evaluation.feedback_actions.suppressed_after IS
    'Whether the number there is hidden, for it is about too few people.';
COMMENT ON COLUMN evaluation.feedback_actions.change IS 'value_after - value_before.';
COMMENT ON COLUMN evaluation.feedback_actions.effect_measured_at IS 'When the number there was read.';
COMMENT ON COLUMN evaluation.feedback_actions.as_of IS 'Time of the query.';
