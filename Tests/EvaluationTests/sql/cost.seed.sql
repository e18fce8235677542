-- Riga and Toruń: eight enrolled, seven active, five completed, five people with seven levels of awards that stand.
INSERT INTO training.pilot_cost (pilot_key, position, category, amount, currency)
SELECT pilot.pilot_key, line.position, line.category, line.amount, line.currency
FROM training.pilot
JOIN (
    VALUES
        ('riga-1', 1, 'trainers', 4000.10, 'EUR'), ('riga-1', 2, 'rooms', 1000, 'EUR'),
        ('riga-1', 3, 'travel', 300, 'PLN'),
        ('lille-1', 1, 'trainers', 500, 'EUR')
) AS line (pilot, position, category, amount, currency) ON line.pilot = pilot.code;
SELECT test.post(n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post', scaled => 0.7)
FROM generate_series(1, 7) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'completed', object => 'https://pilots.example.eu/curricula/c/1.0',
    completion => true)
FROM generate_series(1, 5) AS n;
SELECT test.award(n, 'A1', 1, credential => false) FROM generate_series(1, 5) AS n;
SELECT test.award(1, 'A1', 2, credential => false);
SELECT test.award(2, 'B3', 1, credential => false);
-- One that was withdrawn tells of no level.
SELECT test.award(6, 'A1', 3, credential => true, withdrawn => true);
-- Mechelen entered no costs: they are not known. Six people, one of whom completed, which is too few to tell.
SELECT test.post(30 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 6) AS n;
SELECT test.post(40, 'mechelen-1', 'v-1', 'completed', object => 'https://pilots.example.eu/pilots/mechelen-1',
    completion => true);
