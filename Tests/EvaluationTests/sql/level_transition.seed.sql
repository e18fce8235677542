-- Toruń joins with more people, so that there are cells that are not too few.
INSERT INTO lrs.agent (kind, identifier, home_page)
SELECT 'account', 'v-' || n, 'https://id.example.eu/mechelen-1' FROM generate_series(1, 20) AS n;
INSERT INTO training.enrolment (pilot_key, agent_key, registration, enrolled_on)
SELECT pilot.pilot_key, agent.agent_key, gen_random_uuid(), '2026-03-02'
FROM training.pilot
JOIN lrs.agent ON agent.home_page = 'https://id.example.eu/mechelen-1'
WHERE pilot.code = 'mechelen-1';
-- A1, as they see themselves: seven from 1 to 2, six from 1 to 3, four from 2 to 2, one from 3 to 1; two missing. The
-- four are too few, and so is one: both are hidden, and five people together can be told.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'self-assessed', competence => 'A1', phase => 'pre',
    level => CASE WHEN n <= 13 THEN 1 WHEN n <= 17 THEN 2 ELSE 3 END, method => 'self')
FROM generate_series(1, 18) AS n;
SELECT test.post(20 + n, 'mechelen-1', 'v-' || n, 'self-assessed', competence => 'A1', phase => 'post',
    level => CASE WHEN n <= 7 THEN 2 WHEN n <= 13 THEN 3 WHEN n <= 17 THEN 2 ELSE 1 END, method => 'self')
FROM generate_series(1, 18) AS n;
-- An earlier answer told late does not count; nor what was voided, nor a level without a phase.
SELECT test.post(41, 'mechelen-1', 'v-1', 'self-assessed', competence => 'A1', phase => 'post', level => 4,
    method => 'self', at => '2026-03-01 07:00:00+00');
SELECT test.post(42, 'mechelen-1', 'v-2', 'self-assessed', competence => 'A1', phase => 'post', level => 4,
    method => 'self', voided => true);
SELECT test.post(43, 'mechelen-1', 'v-3', 'self-assessed', competence => 'A1', level => 4, method => 'self');
-- B3: one cell too few, so a second is hidden although it is not.
SELECT test.post(50 + n, 'mechelen-1', 'v-' || n, 'self-assessed', competence => 'B3', phase => 'pre', level => 1,
    method => 'self')
FROM generate_series(1, 15) AS n;
SELECT test.post(70 + n, 'mechelen-1', 'v-' || n, 'self-assessed', competence => 'B3', phase => 'post',
    level => CASE WHEN n <= 7 THEN 1 WHEN n <= 13 THEN 2 ELSE 3 END, method => 'self')
FROM generate_series(1, 15) AS n;
-- Riga, as assessed: five from 1 to 2, some of them by several tests. A failed test finds no level; nor does what
-- people say of themselves.
SELECT test.post(100 + n, 'riga-1', 'p-' || n, 'passed', competence => 'C3', phase => 'pre', level => 1,
    method => 'test', success => true)
FROM generate_series(1, 6) AS n;
SELECT test.post(110 + n, 'riga-1', 'p-' || n, 'passed', competence => 'C3.2', phase => 'post', method => 'test')
FROM generate_series(1, 5) AS n;
SELECT test.post(121, 'riga-1', 'p-1', 'passed', competence => 'C3', phase => 'during', level => 1, method => 'test');
SELECT test.post(122, 'riga-1', 'p-6', 'failed', competence => 'C3', phase => 'post', level => 3, method => 'test',
    success => false);
SELECT test.post(123, 'riga-1', 'p-6', 'passed', competence => 'C3', phase => 'post', level => 3, method => 'self');
-- Lille: three people, so nothing is told.
SELECT test.post(130 + n, 'lille-1', 'p-' || n, 'self-assessed', competence => 'A1', phase => phase, level => 1,
    method => 'self')
FROM generate_series(1, 3) AS n, unnest(ARRAY['pre']) AS phase;
SELECT test.post(140 + n, 'lille-1', 'p-' || n, 'self-assessed', competence => 'A1', phase => 'post', level => 2,
    method => 'self')
FROM generate_series(1, 3) AS n;
