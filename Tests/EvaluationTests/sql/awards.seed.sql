-- One award in each state, in two partners' pilots. The view knows nothing of people but pseudonyms.
SELECT test.post(1, 'riga-1', 'p-1', 'passed', object => 'https://lms.example.eu/test-1',
    competence => 'A1', level => 2);
SELECT test.post(2, 'riga-1', 'p-5', 'passed', object => 'https://lms.example.eu/test-1',
    competence => 'A1', level => 2);
SELECT test.post(3, 'riga-1', 'p-6', 'passed', object => 'https://lms.example.eu/test-2',
    competence => 'B3', level => 3);
SELECT test.post(4, 'riga-1', 'p-7', 'passed', object => 'https://lms.example.eu/test-2',
    competence => 'B3', level => 3);
SELECT test.post(5, 'lille-1', 'p-1', 'passed', object => 'https://lms.example.eu/test-3',
    competence => 'B2', level => 4);
SELECT test.award(1, 'A1', 2, credential => true);
SELECT test.award(2, 'A1', 2, credential => false);
SELECT test.award(3, 'B3', 3, credential => true, expired => true);
SELECT test.award(4, 'B3', 3, credential => true, withdrawn => true);
SELECT test.award(5, 'B2', 4, credential => true);
