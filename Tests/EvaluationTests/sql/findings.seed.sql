-- A must with a number and an action, one whose number is hidden and that nobody answered, one of then enough people;
-- one of Lille that is rejected, and one that demands nothing.
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
        -- Noted when four were enough to be told; five are demanded now.
        ('riga-1', 3, 'Of four', NULL, 1, 'should', NULL, 'gain', '{}', 'gain_mean', 0.3, 4, false, NULL),
        ('lille-1', 1, 'Rooms are small', 'efficiency', 1, 'must', 'Interviews', NULL, NULL, NULL, NULL, NULL, NULL,
            'No others are to be had.'),
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
        (1, 'riga-1', 1, 'curriculum', 'Walk twice', 'City of Riga', date '2026-06-30', 'accepted', 'accepted', NULL),
        (2, 'riga-1', 1, 'delivery', 'Walk at night', 'City of Riga', date '2026-06-30', 'verified', 'accepted', NULL),
        -- A superseded one is no answer.
        (3, 'riga-1', 2, 'data', 'Ask again', 'City of Riga', date '2026-06-30', 'superseded', NULL, NULL)
) AS told (number, pilot, finding, kind, text, organisation, due_on, state, response, reason)
    ON told.pilot = pilot.code AND told.finding = finding.number;
