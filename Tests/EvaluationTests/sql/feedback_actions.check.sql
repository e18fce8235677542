-- Findings and actions: what is kept of the number that a finding rests on, which steps an action can take, that a
-- second person verifies it, what its effect is, and who sees it.
GRANT USAGE ON SCHEMA test TO tessera_service;

-- What the views stand on, as of the statements of this transaction.
CREATE FUNCTION test.keep_up() RETURNS void
    LANGUAGE sql
BEGIN ATOMIC
    SELECT analysis.keep(array_agg(pair.pilot_key), array_agg(pair.actor_key))
    FROM (
        SELECT DISTINCT statement.pilot_key, statement.actor_key
        FROM lrs.statement
        WHERE statement.pilot_key IS NOT NULL AND statement.actor_key IS NOT NULL
        ORDER BY statement.pilot_key, statement.actor_key
    ) AS pair;
END;

-- A later run of Riga alone with six people, and one of Lille with the three.
SELECT training.define_pilot(jsonb_build_object(
    'code', pilot.code, 'iri', 'https://pilots.example.eu/pilots/' || pilot.code, 'title', 'Again',
    'framework', '{"code": "IUS", "version": "0.1"}'::jsonb, 'profile', '{"code": "P4"}'::jsonb,
    'curriculum', '{"iri": "https://pilots.example.eu/curricula/c/1.0", "version": "1.0"}'::jsonb,
    'partners', jsonb_build_array(jsonb_build_object('code', pilot.partner)),
    'startsOn', '2026-09-01', 'endsOn', '2026-09-30', 'state', 'running',
    'enrolments', (
        SELECT jsonb_agg(jsonb_build_object(
            'registration', format('00000000-0000-4000-9000-0000000%s%s', pilot.number, lpad(person::text, 4, '0')),
            'account', jsonb_build_object('homePage', 'https://id.example.eu/' || pilot.code, 'name', 'p-' || person)
        ))
        FROM generate_series(1, 6) AS person
    )
))
FROM (VALUES (1, 'riga-2', 'riga'), (2, 'lille-2', 'lille')) AS pilot (number, code, partner);

-- Six people of riga-1 gain 0.1 in A1, two of them in B3 as well; three of lille-1 gain 0.2.
SELECT test.post(n, 'riga-1', 'p-' || n, 'failed', competence => 'A1', phase => 'pre', scaled => 0.4)
FROM generate_series(1, 6) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post', scaled => 0.5)
FROM generate_series(1, 6) AS n;
SELECT test.post(20 + n, 'riga-1', 'p-' || n, 'failed', competence => 'B3', phase => 'pre', scaled => 0.4)
FROM generate_series(1, 2) AS n;
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'passed', competence => 'B3', phase => 'post', scaled => 0.5)
FROM generate_series(1, 2) AS n;
SELECT test.keep_up();

CREATE FUNCTION test.finding(changes jsonb DEFAULT '{}') RETURNS jsonb
    LANGUAGE sql
RETURN '{
    "text": "Little is gained in reading a place.", "kirkpatrickLevel": 2, "strength": "must",
    "metric": {"view": "gain_by_competence", "key": {"competence": "A1"}, "column": "gain_mean"}
}'::jsonb || changes;
CREATE FUNCTION test.action(changes jsonb DEFAULT '{}') RETURNS jsonb
    LANGUAGE sql
RETURN '{
    "kind": "curriculum", "text": "Walk twice.", "dueOn": "2026-06-30",
    "owner": {"organisation": "City of Riga", "role": "Training coordinator"}, "role": "Evaluator"
}'::jsonb || changes;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA test TO tessera_service;

SELECT set_config('tessera.partner', 'riga', true), set_config('tessera.actor', 'riga-evaluator', true);
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    seen record;
BEGIN
    ASSERT training.note_finding(training.own_pilot('riga-1'), test.finding()) = 1;
    SELECT * INTO seen FROM evaluation.findings WHERE finding = 1;
    ASSERT (seen.value, seen.n, seen.suppressed, seen.lacks_action) = (0.1, 6, false, true), seen::text;
    -- A number about two people is not told to whoever notes the finding either.
    ASSERT training.note_finding(
        training.own_pilot('riga-1'),
        test.finding('{"metric": {"view": "gain_by_competence", "key": {"competence": "B3"}, "column": "gain_mean"}}')
    ) = 2;
    ASSERT (
        SELECT value IS NULL AND people IS NULL AND suppressed FROM training.finding WHERE number = 2
    ), 'hidden stays hidden';
    ASSERT training.note_finding(
        training.own_pilot('riga-1'), test.finding('{"criterion": "relevance", "strength": "could",
            "kirkpatrickLevel": null, "metric": null, "source": "Interviews"}')
    ) = 3;
    ASSERT NOT (SELECT lacks_action FROM evaluation.findings WHERE finding = 3), 'only a must demands an answer';
END
$$;
RESET ROLE;
-- The number of then stays, whatever comes later.
SELECT test.post(40, 'riga-1', 'p-7', 'failed', competence => 'A1', phase => 'pre', scaled => 0.1);
SELECT test.post(41, 'riga-1', 'p-7', 'passed', competence => 'A1', phase => 'post', scaled => 0.9);
SELECT test.keep_up();
SET LOCAL ROLE tessera_service;
DO $$
BEGIN
    ASSERT (SELECT gain_mean > 0.1 FROM evaluation.gain_by_competence WHERE pilot = 'riga-1' AND competence = 'A1');
    ASSERT (SELECT value = 0.1 FROM training.finding WHERE number = 1);
END
$$;
RESET ROLE;

SELECT test.refused(
    'tessera_service', format('SELECT training.note_finding(training.own_pilot(''riga-1''), %L)', definition), '22023',
    message
)
FROM (
    VALUES
        (test.finding('{"strength": "may"}'), '/strength must be must, should or could'),
        (test.finding('{"kirkpatrickLevel": 5}'), '/kirkpatrickLevel must be a whole number from 1 to 4'),
        (test.finding('{"kirkpatrickLevel": null}'), '/criterion is required%'),
        (test.finding('{"criterion": "beauty"}'), '/criterion must be effectiveness%'),
        (test.finding('{"metric": null}'), '/metric is required%'),
        (test.finding('{"author": "Anna"}'), '/author is not a known field%'),
        (test.finding('{"metric": {"view": "gain", "column": "framework"}}'), '/metric/column must be%'),
        -- Of single people there are no metrics, nor of what is not in the contract.
        (test.finding('{"metric": {"view": "statements", "column": "level"}}'), '/metric/view must be%'),
        (test.finding('{"metric": {"view": "pg_class", "column": "relpages"}}'), '/metric/view must be%'),
        (test.finding('{"metric": {"view": "gain", "key": {"x\"; --": 1}, "column": "n"}}'), '/metric/key/x"; --%'),
        (test.finding('{"metric": {"view": "gain", "key": {"pilot": "lille-1"}, "column": "n"}}'),
            '/metric/key/pilot must be%'),
        (test.finding('{"metric": {"view": "gain_by_competence", "column": "gain_mean"}}'),
            '/metric/key must single out one row%fits 2'),
        (test.finding('{"metric": {"view": "gain_by_competence", "key": {"competence": "C3"}, "column": "gain_mean"}}'),
            '/metric/key must single out one row%fits 0')
) AS attempt (definition, message);

-- The course of an action: each step by the key that tessera.actor names.
CREATE FUNCTION test.move(of_action bigint, who text, changes jsonb) RETURNS text
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM set_config('tessera.actor', who, true);
    PERFORM training.move_action(training.own_action(of_action), changes);
    RETURN (SELECT state FROM training.feedback_action WHERE action_key = of_action);
END
$$;
GRANT EXECUTE ON FUNCTION test.move(bigint, text, jsonb) TO tessera_service;

CREATE TABLE test.known (name text PRIMARY KEY, action bigint NOT NULL);
GRANT SELECT, INSERT ON test.known TO tessera_service;
CREATE FUNCTION test.known(of_name text) RETURNS bigint
    LANGUAGE sql STABLE
RETURN (SELECT action FROM test.known WHERE name = of_name);
GRANT EXECUTE ON FUNCTION test.known(text) TO tessera_service;

SET LOCAL ROLE tessera_service;
INSERT INTO test.known SELECT 'walk', training.propose_action(training.own_finding('riga-1', 1), test.action());
DO $$
DECLARE
    seen record;
BEGIN
    SELECT * INTO seen FROM evaluation.feedback_actions WHERE action = test.known('walk');
    ASSERT (seen.state, seen.strength, seen.value_before, seen.n_before) = ('proposed', 'must', 0.1, 6), seen::text;
    ASSERT seen.overdue = (seen.due_on < (now() AT TIME ZONE 'UTC')::date);
    ASSERT NOT (SELECT lacks_action FROM evaluation.findings WHERE finding = 1), 'the must is answered';
END
$$;
RESET ROLE;

SELECT test.refused(
    'tessera_service', format('SELECT training.propose_action(training.own_finding(''riga-1'', 1), %L)', definition),
    '22023', message
)
FROM (
    VALUES
        (test.action('{"kind": "people"}'), '/kind must be curriculum%'),
        (test.action('{"owner": {"organisation": "City of Riga"}}'), '/owner/role is required'),
        (test.action('{"owner": {"organisation": "x", "role": "x", "name": "Anna"}}'),
            '/owner/name is not a known field%'),
        (test.action('{"dueOn": "soon"}'), '/dueOn must be a day%')
) AS attempt (definition, message);

-- What is not in order, and what a step demands.
SELECT test.refused(
    'tessera_service', format('SELECT test.move(%s, ''owner'', %L)', test.known('walk'), move), state, message
)
FROM (
    VALUES
        ('{"state": "finished"}'::jsonb, '22023', '/state must be proposed%'),
        ('{"state": "done", "evidence": "https://example.eu"}', '55006',
            'The action is proposed, and can become accepted, rejected, superseded.'),
        ('{"state": "verified"}', '55006', 'The action is proposed, and can become%'),
        ('{"state": "accepted", "response": "partly"}', '22023', '/reason is required%'),
        ('{"state": "accepted", "response": "rejected"}', '22023', '/response must be accepted or partly'),
        ('{"state": "rejected"}', '22023', '/reason is required'),
        ('{"state": "superseded"}', '22023', '/note is required%'),
        ('{"state": "proposed", "dueOn": "2026-07-31"}', '22023', '/note is required%')
) AS attempt (move, state, message);
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    walk bigint := test.known('walk');
BEGIN
    ASSERT test.move(walk, 'owner', '{"state": "accepted", "response": "partly", "reason": "Once, by night."}')
        = 'accepted';
    ASSERT test.move(walk, 'owner', '{"state": "in_progress"}') = 'in_progress';
    ASSERT test.move(walk, 'owner', '{"state": "in_progress", "dueOn": "2026-07-31", "note": "Rain."}') = 'in_progress';
    ASSERT (SELECT due_on FROM training.feedback_action WHERE action_key = walk) = date '2026-07-31';
END
$$;
RESET ROLE;
SELECT test.refused(
    'tessera_service', format('SELECT test.move(%s, %L, %L)', test.known('walk'), who, move), state, message
)
FROM (
    VALUES
        ('owner', '{"state": "done"}'::jsonb, '22023', '/evidence is required%'),
        ('owner', '{"state": "done", "evidence": "javascript:alert(1)"}', '22023', '/evidence must be a web address'),
        ('', '{"state": "done", "evidence": "https://example.eu/plan"}', '55006', 'Who takes this step must be known.')
) AS attempt (who, move, state, message);
SELECT test.refused(
    'tessera_service', format('SELECT training.check_effect(training.own_action(%s), ''{"pilot": "riga-2"}'')',
        test.known('walk')), '55006', 'The action is in progress, and has no effect yet%'
);
SET LOCAL ROLE tessera_service;
SELECT test.move(test.known('walk'), 'owner', '{"state": "done", "evidence": "https://example.eu/plan"}');
RESET ROLE;

-- Done is not verified: not by whoever did it, whatever way is tried.
SELECT test.refused(
    'tessera_service', format('SELECT test.move(%s, ''owner'', ''{"state": "verified"}'')', test.known('walk')),
    '55006', 'Whoever reported the action done does not verify it%'
);
SELECT test.refused(
    'tessera_service',
    'UPDATE training.feedback_action SET state = ''verified'', verified_by = done_by WHERE state = ''done''', '23514'
);
SELECT test.refused(
    'tessera_service', format('SELECT test.move(%s, ''second'', %L)', test.known('walk'), move), '22023', message
)
FROM (
    VALUES
        ('{"state": "verified", "evidence": "https://example.eu/other"}'::jsonb, '/evidence is told by who%'),
        ('{"state": "in_progress"}', '/note is required%')
) AS attempt (move, message);
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    walk bigint := test.known('walk');
BEGIN
    -- Sent back, and reported done by another one: now the first may verify it, but not that one.
    ASSERT test.move(walk, 'second', '{"state": "in_progress", "note": "The plan has one walk."}') = 'in_progress';
    ASSERT (SELECT done_at IS NULL FROM evaluation.feedback_actions WHERE action = walk);
    ASSERT test.move(walk, 'second', '{"state": "done"}') = 'done', 'evidence that was told stays';
    ASSERT test.move(walk, 'owner', '{"state": "verified", "role": "Head of training"}') = 'verified';
    ASSERT (
        SELECT done_at IS NOT NULL AND verified_at IS NOT NULL FROM evaluation.feedback_actions WHERE action = walk
    );
    ASSERT (
        SELECT string_agg(step.to_state || ' by ' || step.taken_by, ', ' ORDER BY step.step_key)
        FROM training.feedback_action_step AS step WHERE step.action_key = walk
    ) = 'proposed by riga-evaluator, accepted by owner, in_progress by owner, in_progress by owner, done by owner, '
        || 'in_progress by second, done by second, verified by owner';
END
$$;
RESET ROLE;
SELECT test.refused('tessera_service', command, '42501')
FROM unnest(ARRAY[
    'UPDATE training.feedback_action_step SET taken_by = ''x''', 'DELETE FROM training.feedback_action_step',
    'UPDATE training.feedback_action_effect SET value = 1', 'DELETE FROM training.feedback_action_effect',
    'DELETE FROM training.feedback_action', 'UPDATE training.finding SET value = 1', 'DELETE FROM training.finding'
]) AS attempt (command);

-- The effect: not before there is a number, not in another curriculum or an earlier run, and hidden where it is of few.
SELECT test.refused(
    'tessera_service',
    format('SELECT training.check_effect(training.own_action(%s), %L)', test.known('walk'), definition), state, message
)
FROM (
    VALUES
        ('{"pilot": "riga-1"}'::jsonb, '22023', '/pilot must be a pilot of the same curriculum that starts later%'),
        ('{"pilot": "lille-2"}', '22023', '/pilot must be%that this key may see'),
        ('{"pilot": "riga-2"}', '55006', 'Not yet: the pilot riga-2 has no gain_mean in evaluation.gain_by_competence%')
) AS attempt (definition, state, message);
SELECT test.post(100 + n, 'riga-2', 'p-' || n, 'failed', competence => 'A1', phase => 'pre', scaled => 0.4)
FROM generate_series(1, 4) AS n;
SELECT test.post(110 + n, 'riga-2', 'p-' || n, 'passed', competence => 'A1', phase => 'post', scaled => 0.7)
FROM generate_series(1, 4) AS n;
SELECT test.keep_up();
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    seen record;
BEGIN
    PERFORM training.check_effect(training.own_action(test.known('walk')), '{"pilot": "riga-2"}');
    SELECT * INTO seen FROM evaluation.feedback_actions WHERE action = test.known('walk');
    ASSERT (seen.effect_pilot, seen.suppressed_after) = ('riga-2', true), seen::text;
    ASSERT num_nulls(seen.value_after, seen.n_after) = 2, seen::text;
    ASSERT seen.value_before = 0.1 AND seen.change IS NULL;
END
$$;
RESET ROLE;
SELECT test.post(100 + n, 'riga-2', 'p-' || n, 'failed', competence => 'A1', phase => 'pre', scaled => 0.4)
FROM generate_series(5, 6) AS n;
SELECT test.post(110 + n, 'riga-2', 'p-' || n, 'passed', competence => 'A1', phase => 'post', scaled => 0.7)
FROM generate_series(5, 6) AS n;
SELECT test.keep_up();
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    seen record;
BEGIN
    PERFORM training.check_effect(training.own_action(test.known('walk')), '{"pilot": "riga-2"}');
    SELECT * INTO seen FROM evaluation.feedback_actions WHERE action = test.known('walk');
    ASSERT (seen.value_before, seen.value_after, seen.change, seen.n_after) = (0.1, 0.3, 0.2, 6), seen::text;
    ASSERT (SELECT count(*) FROM training.feedback_action_effect) = 2, 'each check stays';
    ASSERT training.action_document(test.known('walk')) #>> '{effect,after,value}' = '0.3';
    -- Toruń ran the first pilot with Riga, and not the second.
    PERFORM set_config('tessera.partner', 'torun', true);
    SELECT * INTO seen FROM evaluation.feedback_actions WHERE action = test.known('walk');
    ASSERT seen.value_before = 0.1 AND num_nulls(seen.effect_pilot, seen.value_after, seen.change) = 3, seen::text;
    PERFORM set_config('tessera.partner', 'riga', true);
END
$$;

-- Taken up again, once, with a link to what was before.
INSERT INTO test.known
SELECT 'again', training.reopen_action(
    training.own_action(test.known('walk')), '{"reason": "Not by night.", "dueOn": "2027-01-31"}'
);
DO $$
BEGIN
    ASSERT (
        SELECT state = 'proposed' AND reopened_from = test.known('walk') FROM evaluation.feedback_actions
        WHERE action = test.known('again')
    );
    ASSERT training.action_document(test.known('walk')) ->> 'reopenedAs' = test.known('again')::text;
END
$$;
RESET ROLE;
SELECT test.refused(
    'tessera_service', format(
        'SELECT training.reopen_action(training.own_action(%s), ''{"reason": "x", "dueOn": "2027-01-31"}'')',
        test.known(name)
    ), '55006', message
)
FROM (
    VALUES ('walk', 'The action is reopened already%'), ('again', 'The action is proposed, and so still open.')
) AS attempt (name, message);

-- A must is answered by an action or a reason; where something is done, nothing is rejected.
SELECT test.refused(
    'tessera_service', 'SELECT training.reject_finding(training.own_finding(''riga-1'', 1), ''{"reason": "x"}'')',
    '55006', 'There are actions about the finding%'
);
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    action bigint := training.propose_action(training.own_finding('riga-1', 2), test.action());
BEGIN
    ASSERT test.move(action, 'owner', '{"state": "superseded", "note": "By the other one."}') = 'superseded';
    ASSERT (SELECT lacks_action FROM evaluation.findings WHERE finding = 2), 'a superseded action is no answer';
    PERFORM training.reject_finding(training.own_finding('riga-1', 2), '{"reason": "Too few people to tell."}');
    ASSERT NOT (SELECT lacks_action FROM evaluation.findings WHERE finding = 2), 'a reason is';
END
$$;
RESET ROLE;
SELECT test.refused(
    'tessera_service', command, '55006', 'The finding is rejected%'
)
FROM unnest(ARRAY[
    'SELECT training.reject_finding(training.own_finding(''riga-1'', 2), ''{"reason": "x"}'')',
    'SELECT training.propose_action(training.own_finding(''riga-1'', 2), test.action())'
]) AS attempt (command);

-- An action on the framework is done by a proposal to change it.
SET LOCAL ROLE tessera_service;
INSERT INTO test.known
SELECT 'framework', training.propose_action(training.own_finding('riga-1', 3), test.action('{"kind": "framework"}'));
SELECT test.move(test.known('framework'), 'owner', '{"state": "accepted"}');
RESET ROLE;
SELECT test.refused(
    'tessera_service',
    format('SELECT test.move(%s, ''owner'', ''{"state": "done", "evidence": "https://example.eu"}'')',
        test.known('framework')), '55006', 'An action of kind framework is done by a proposal%'
);
CREATE FUNCTION test.proposal(of_action bigint, changes jsonb DEFAULT '{}') RETURNS void
    LANGUAGE sql
RETURN training.open_action_proposal(training.own_action(of_action), '{
    "framework": {"code": "IUS", "version": "0.1"}, "title": "Places by night", "reason": "Patrols are called there.",
    "edits": [{"kind": "text", "item": "A1", "field": "notes", "to": "By day and by night."}]
}'::jsonb || changes);
GRANT EXECUTE ON FUNCTION test.proposal(bigint, jsonb) TO tessera_service;
SELECT test.refused(
    'tessera_service', format('SELECT test.proposal(%s, %L)', test.known(name), changes), state, message
)
FROM (
    VALUES
        ('again', '{}'::jsonb, '55006', 'Only actions of kind framework%'),
        ('framework', '{"framework": {"code": "IUS", "version": "9"}}', 'P0002', '%'),
        ('framework', '{"edits": []}', '22023', '/edits must have at least one element')
) AS attempt (name, changes, state, message);
SET LOCAL ROLE tessera_service;
SELECT test.proposal(test.known('framework'));
DO $$
DECLARE
    seen record;
BEGIN
    SELECT * INTO seen FROM evaluation.feedback_actions WHERE action = test.known('framework');
    ASSERT (seen.framework, seen.proposal_status) = ('IUS 0.1', 'open') AND seen.proposal IS NOT NULL, seen::text;
    ASSERT (
        SELECT partner FROM framework.proposal
        JOIN training.feedback_action USING (proposal_key) WHERE action_key = test.known('framework')
    ) = 'riga', 'in the name of the partner that asks';
    ASSERT test.move(test.known('framework'), 'owner', '{"state": "done", "evidence": "https://example.eu"}') = 'done';
END
$$;
RESET ROLE;
SELECT test.refused(
    'tessera_service', format('SELECT test.proposal(%s)', test.known('framework')), '55006',
    'The action has opened its proposal already.'
);

-- Who sees it: the partners of the pilot, and nobody else; evaluators likewise, and not who did what.
DO $$
DECLARE
    asking text;
BEGIN
    SET LOCAL ROLE tessera_service;
    FOREACH asking IN ARRAY ARRAY['riga', 'torun', ''] LOOP
        PERFORM set_config('tessera.partner', asking, true);
        ASSERT (SELECT count(*) FROM evaluation.findings) = 3, asking;
        ASSERT (SELECT count(*) FROM training.feedback_action) = 4, asking;
    END LOOP;
    PERFORM set_config('tessera.partner', 'lille', true);
    ASSERT (SELECT count(*) FROM evaluation.findings) = 0;
    ASSERT (SELECT count(*) FROM training.feedback_action_step) = 0;
    SET LOCAL ROLE tessera_test_riga;
    ASSERT (SELECT count(*) FROM evaluation.feedback_actions) = 4;
    SET LOCAL ROLE tessera_test_lille;
    ASSERT (SELECT count(*) FROM evaluation.feedback_actions) = 0;
    ASSERT (SELECT count(*) FROM evaluation.findings) = 0;
    RESET ROLE;
END
$$;
SELECT test.refused('tessera_service', command, 'P0002')
FROM unnest(ARRAY[
    format('SELECT test.move(%s, ''lille'', ''{"state": "accepted"}'')', test.known('again')),
    'SELECT training.note_finding(training.own_pilot(''riga-1''), test.finding())',
    'SELECT training.propose_action(training.own_finding(''riga-1'', 1), test.action())'
]) AS attempt (command);
SELECT test.refused('tessera_service', format(
    'INSERT INTO training.feedback_action_step (action_key, pilot_key, to_state) SELECT %s, %s, ''done''',
    test.known('again'), pilot_key
), '42501')
FROM training.pilot WHERE code = 'riga-1';
DO $$
BEGIN
    ASSERT NOT has_column_privilege('tessera_reporting', 'training.feedback_action', 'done_by', 'SELECT');
    ASSERT NOT has_column_privilege('tessera_reporting', 'training.feedback_action_step', 'taken_by', 'SELECT');
    ASSERT NOT has_column_privilege('tessera_reporting', 'training.finding', 'noted_by', 'SELECT');
END
$$;
