-- Each row tests one thing; the rows that must not appear say so.
SELECT test.post(1, 'riga-1', 'p-1', 'registered');
-- A test before the training, about a competence.
SELECT test.post(2, 'riga-1', 'p-1', 'passed', object => 'https://lms.example.eu/test-1',
    object_type => 'http://adlnet.gov/expapi/activities/assessment', instrument => 'https://lms.example.eu/test-1',
    competence => 'A1', phase => 'pre', level => 2, method => 'test', scaled => 0.40, success => true,
    completion => true, duration => 'PT1H30M', at => '2026-03-01 10:03:00+00');
-- A survey answer has neither success nor score: both stay null.
SELECT test.post(3, 'riga-1', 'p-5', 'answered', object => 'https://lms.example.eu/survey-1/q1',
    object_type => 'http://adlnet.gov/expapi/activities/cmi.interaction',
    instrument => 'https://lms.example.eu/survey-1', item => 'https://lms.example.eu/survey-1/q1', phase => 'post',
    response => 'agree, "mostly"');
-- A missing answer is told, and is not a failure.
SELECT test.post(4, 'riga-1', 'p-5', 'answered', object => 'https://lms.example.eu/survey-1/q2',
    object_type => 'http://adlnet.gov/expapi/activities/cmi.interaction',
    instrument => 'https://lms.example.eu/survey-1', item => 'https://lms.example.eu/survey-1/q2', phase => 'post',
    nonresponse => 'not-reached');
-- Who is not enrolled has a pseudonym all the same. The competence is named by one of its levels.
SELECT test.post(5, 'riga-1', 'assessor', 'commented', object => 'https://lms.example.eu/task-1',
    profile => test.item_iri('P3'), competence => 'B3.3', others => ARRAY['C3', 'A2.1'], level => 3,
    method => 'observation');
-- A profile that the framework does not know is not replaced by the pilot's.
SELECT test.post(6, 'riga-1', 'p-2', 'attended', object => 'https://lms.example.eu/day-1',
    profile => 'https://elsewhere.example/profile', duration => 'PT6H');
-- Must not appear: voided.
SELECT test.post(7, 'riga-1', 'p-2', 'attended', object => 'https://lms.example.eu/day-1', voided => true);
-- Must not appear: of no pilot.
SELECT test.post(8, NULL, 'p-2', 'attended', object => 'https://lms.example.eu/day-1');
-- Of another partner's pilot.
SELECT test.post(9, 'lille-1', 'p-1', 'self-assessed', object => test.item_iri('A1'),
    object_type => 'https://w3id.org/xapi/tla/activity-types/competency',
    instrument => 'https://lms.example.eu/self-1', competence => 'A1', phase => 'pre', level => 0, method => 'self');
