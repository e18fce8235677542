-- Findings of three pilots: one with a number, one whose number is hidden, and two of interviews.
INSERT INTO training.finding (
    pilot_key, number, text, criterion, kirkpatrick_level, strength, source, metric_view, metric_key, metric_column,
    value, people, suppressed, measured_at, noted_at, noted_by, rejection_reason, rejected_at, rejected_by
)
SELECT
    pilot.pilot_key, noted.number, noted.text, noted.criterion, noted.level, noted.strength, noted.source,
    noted.view, noted.key, noted.metric, noted.value, noted.people, noted.suppressed,
    CASE WHEN noted.view IS NOT NULL THEN timestamptz '2026-04-01 09:00:00+00' END,
    timestamptz '2026-04-01 10:00:00+00', 'evaluator', noted.reason,
    CASE WHEN noted.reason IS NOT NULL THEN timestamptz '2026-04-02 10:00:00+00' END,
    CASE WHEN noted.reason IS NOT NULL THEN 'evaluator' END
FROM training.pilot
JOIN (
    VALUES
        ('riga-1', 1, 'Little is gained', NULL, 2, 'must', NULL, 'gain', '{}'::jsonb, 'gain_mean', 0.1, 8, false, NULL),
        ('riga-1', 2, 'Few answer', 'relevance', NULL, 'must', NULL, 'response_rate', '{"phase": "post"}', 'share',
            NULL, NULL, true, NULL),
        ('lille-1', 1, 'Rooms are small', 'efficiency', 1, 'must', 'Interviews', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        ('mechelen-1', 1, 'Nobody was asked', NULL, 3, 'could', 'Interviews', NULL, NULL, NULL, NULL, NULL, NULL, NULL)
) AS noted (
    pilot, number, text, criterion, level, strength, source, view, key, metric, value, people, suppressed, reason
) ON noted.pilot = pilot.code;

INSERT INTO training.feedback_action (
    action_key, pilot_key, finding_key, kind, text, owner_organisation, owner_role, due_on, state, response,
    response_reason, evidence, done_by, verified_by, proposed_at
)
OVERRIDING SYSTEM VALUE
SELECT
    told.number, finding.pilot_key, finding.finding_key, told.kind, told.text, told.organisation, 'Coordinator',
    told.due_on, told.state, told.response, told.reason,
    CASE WHEN told.state IN ('done', 'verified') THEN 'https://example.eu/plan' END,
    CASE WHEN told.state IN ('done', 'verified') THEN 'owner' END, CASE told.state WHEN 'verified' THEN 'second' END,
    timestamptz '2026-04-03 08:00:00+00'
FROM training.finding
JOIN training.pilot USING (pilot_key)
JOIN (
    VALUES
        (1, 'riga-1', 1, 'curriculum', 'Walk twice', 'City of Riga', date '2026-06-30', 'verified', 'partly', 'Once'),
        (2, 'riga-1', 1, 'delivery', 'Walk at night', 'City of Toruń', date '2020-01-31', 'accepted', 'accepted', NULL),
        (3, 'riga-1', 2, 'framework', 'Name nights', 'City of Riga', date '2020-01-31', 'done', 'accepted', NULL),
        (4, 'lille-1', 1, 'organisation', 'Rent a hall', 'City of Lille', date '2999-12-31', 'in_progress', 'accepted',
            NULL),
        (5, 'lille-1', 1, 'data', 'Measure rooms', 'City of Lille', date '2020-01-31', 'rejected', 'rejected', 'Costly'),
        (6, 'mechelen-1', 1, 'instrument', 'Ask', 'Mechelen', date '2020-01-31', 'proposed', NULL, NULL)
) AS told (number, pilot, finding, kind, text, organisation, due_on, state, response, reason)
    ON told.pilot = pilot.code AND told.finding = finding.number;
UPDATE training.feedback_action SET reopened_from = (
    SELECT action_key FROM training.feedback_action WHERE text = 'Walk twice'
) WHERE text = 'Walk at night';

INSERT INTO training.feedback_action_step (action_key, pilot_key, taken_at, from_state, to_state, taken_by)
SELECT action_key, pilot_key, taken.taken_at, taken.from_state, taken.to_state, 'somebody'
FROM training.feedback_action
JOIN (
    VALUES
        ('Walk twice', timestamptz '2026-04-03 08:00:00+00', NULL, 'proposed'),
        ('Walk twice', timestamptz '2026-05-01 08:00:00+00', 'in_progress', 'done'),
        ('Walk twice', timestamptz '2026-05-02 08:00:00+00', 'done', 'in_progress'),
        ('Walk twice', timestamptz '2026-05-03 08:00:00+00', 'in_progress', 'done'),
        ('Walk twice', timestamptz '2026-05-04 08:00:00+00', 'done', 'verified'),
        ('Walk at night', timestamptz '2026-05-05 08:00:00+00', NULL, 'proposed'),
        -- Sent back: it is not done any more.
        ('Rent a hall', timestamptz '2026-05-06 08:00:00+00', 'accepted', 'done'),
        ('Rent a hall', timestamptz '2026-05-07 08:00:00+00', 'done', 'in_progress'),
        ('Name nights', timestamptz '2026-05-08 08:00:00+00', 'in_progress', 'done')
) AS taken (text, taken_at, from_state, to_state) USING (text);

INSERT INTO framework.proposal (document_key, number, partner, title, reason, language)
SELECT document_key, 7, 'riga', 'Nights', 'They are dark.', 'en' FROM framework.document WHERE code = 'IUS';
UPDATE training.feedback_action SET proposal_key = (SELECT proposal_key FROM framework.proposal WHERE number = 7)
WHERE text = 'Name nights';

-- The next run is Lille's: who runs the first pilot only is not told of it. The last check counts.
INSERT INTO training.feedback_action_effect (
    action_key, pilot_key, next_pilot_key, value, people, suppressed, measured_at, checked_by
)
SELECT action_key, feedback_action.pilot_key, pilot.pilot_key, told.value, told.people, told.suppressed, told.at, 'x'
FROM training.feedback_action
JOIN (
    VALUES
        (1, 'Walk twice', 'mechelen-1', NULL::numeric, NULL::bigint, true, timestamptz '2026-09-30 08:00:00+00'),
        (2, 'Walk twice', 'lille-1', 0.35, 6, false, timestamptz '2026-10-01 08:00:00+00'),
        (3, 'Name nights', 'mechelen-1', 0.5, 4, false, timestamptz '2026-10-02 08:00:00+00')
) AS told (number, text, pilot, value, people, suppressed, at) USING (text)
JOIN training.pilot ON pilot.code = told.pilot
ORDER BY told.number;
