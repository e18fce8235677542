-- Riga and Toruń: p-6 to p-8 are of another profile, and too few; so the others are hidden, too.
UPDATE training.enrolment
SET profile_item = (SELECT identifier FROM framework.item WHERE code = 'P3')
WHERE registration::text ~ '^00000000-0000-4000-8000-00000001000[678]$';
SELECT test.post(n, 'riga-1', 'p-' || n, 'failed', competence => 'A1', phase => 'pre', scaled => n / 10.0)
FROM generate_series(1, 8) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post', scaled => n / 10.0 + 0.1)
FROM generate_series(1, 8) AS n;
-- Mechelen: seven volunteers, and six local police officers of whom five took both tests.
INSERT INTO lrs.agent (kind, identifier, home_page)
SELECT 'account', 'v-' || n, 'https://id.example.eu/mechelen-1' FROM generate_series(1, 13) AS n;
INSERT INTO training.enrolment (pilot_key, agent_key, registration, enrolled_on, profile_item)
SELECT
    pilot.pilot_key, agent.agent_key, gen_random_uuid(), '2026-03-02',
    CASE
        WHEN substring(agent.identifier FROM 3)::integer > 7
            THEN (SELECT identifier FROM framework.item WHERE code = 'P4')
    END
FROM training.pilot
JOIN lrs.agent ON agent.home_page = 'https://id.example.eu/mechelen-1'
WHERE pilot.code = 'mechelen-1';
SELECT test.post(20 + n, 'mechelen-1', 'v-' || n, 'failed', competence => 'D1', phase => 'pre', scaled => n / 20.0)
FROM generate_series(1, 13) AS n;
SELECT test.post(40 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'D1', phase => 'post',
    scaled => n / 20.0 + (n % 4) / 10.0)
FROM generate_series(1, 12) AS n;
