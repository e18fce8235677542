SELECT test.define_test('knowledge', 'post-test', 'https://lms.example.eu/test-1');
SELECT training.define_instrument('{
    "code": "reaction", "version": "1.0", "iri": "https://lms.example.eu/survey-1", "kind": "survey",
    "title": {"en": "How was it?"}, "items": [
        {"iri": "https://lms.example.eu/survey-1/items/1", "text": {"en": "Useful?"}, "interaction": "fill-in"}
    ]
}');
INSERT INTO training.pilot_instrument (pilot_key, phase, instrument_version_key, position)
SELECT pilot.pilot_key, used.phase::lrs.phase, version.instrument_version_key, used.position
FROM (
    VALUES
        ('riga-1', 'pre', 'knowledge', 1), ('riga-1', 'post', 'knowledge', 2), ('riga-1', 'post', 'reaction', 3),
        ('riga-1', 'followup', 'reaction', 4), ('lille-1', 'post', 'reaction', 1)
) AS used (pilot, phase, instrument, position)
JOIN training.pilot ON pilot.code = used.pilot
JOIN training.instrument ON instrument.code = used.instrument
JOIN training.instrument_version AS version USING (instrument_key);
-- Ten were asked after the training, whoever they are; nobody was asked in the follow-up; and five by list, of whom p-1
-- is one, and the assessor another, who is not enrolled.
INSERT INTO training.invitation (pilot_key, phase, instrument_version_key, invited)
SELECT used.pilot_key, used.phase, used.instrument_version_key, CASE used.phase WHEN 'followup' THEN 0 ELSE 10 END
FROM training.pilot_instrument AS used
JOIN training.pilot USING (pilot_key)
JOIN training.instrument_version USING (instrument_version_key)
JOIN training.instrument USING (instrument_key)
WHERE pilot.code = 'riga-1' AND instrument.code = 'reaction';
INSERT INTO training.invitation (pilot_key, phase, instrument_version_key, invited)
SELECT used.pilot_key, used.phase, used.instrument_version_key, 7
FROM training.pilot_instrument AS used
JOIN training.pilot USING (pilot_key)
WHERE pilot.code = 'riga-1' AND used.phase = 'pre';
INSERT INTO training.invitee (pilot_key, phase, instrument_version_key, agent_key)
SELECT invitation.pilot_key, invitation.phase, invitation.instrument_version_key, agent.agent_key
FROM training.invitation
JOIN lrs.agent ON agent.home_page = 'https://id.example.eu/riga-1' AND agent.identifier <> ALL ('{p-7,p-8}')
WHERE invitation.phase = 'pre';
-- Before: six of the seven on the list, one by a score of the whole; p-8 was not asked.
SELECT test.post(n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/test-1',
    item => 'https://lms.example.eu/test-1/items/1', phase => 'pre', success => true)
FROM unnest(ARRAY[1, 2, 3, 4, 8]) AS n;
SELECT test.post(10, 'riga-1', 'p-5', 'failed', object => 'https://lms.example.eu/test-1', phase => 'pre', scaled => 0);
SELECT test.post(11, 'riga-1', 'assessor', 'answered', instrument => 'https://lms.example.eu/test-1',
    item => 'https://lms.example.eu/test-1/items/1', phase => 'pre', nonresponse => 'declined');
-- After: no invitation is told for the test, so it is the eight enrolled, of whom five answered, one several times.
SELECT test.sit(100, 'riga-1', 'p-', 'https://lms.example.eu/test-1', 'post', ARRAY['aaa', 'aab', 'a', '-', 'b']);
SELECT test.post(20, 'riga-1', 'p-6', 'answered', instrument => 'https://lms.example.eu/test-1',
    item => 'https://lms.example.eu/test-1/items/1', phase => 'post', success => true, voided => true);
-- The survey: nine of ten, among them the assessor.
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => 'yes')
FROM generate_series(1, 8) AS n;
SELECT test.post(40, 'riga-1', 'assessor', 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => 'yes');
-- The follow-up: six answered although nobody was asked, so there is no share.
SELECT test.post(50 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'followup', response => 'yes')
FROM generate_series(1, 6) AS n;
-- Not planned, but answered: by six of eight. Lille: three people are too few.
SELECT test.post(60 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/extra',
    item => 'https://lms.example.eu/extra/items/1', phase => 'during', response => 'yes')
FROM generate_series(1, 6) AS n;
SELECT test.post(70, 'lille-1', 'p-1', 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => 'yes');
