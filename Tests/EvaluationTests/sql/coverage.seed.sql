-- Riga and Toruń own a curriculum that is run in their pilot, Lille one of its own; that of everybody is a draft.
SELECT training.define_curriculum('{"code": "local-police", "title": "Local police", "partners": ["riga", "torun"]}');
SELECT training.define_curriculum_version('local-police', '{
    "version": "1.0", "iri": "https://pilots.example.eu/curricula/c/1.0", "framework": {"code": "IUS", "version": "0.1"},
    "profiles": ["P6", "P5"],
    "units": [
        {"title": "One", "hours": 7, "method": "workshop",
         "teaches": [{"competence": "A1", "level": 1}, {"competence": "B3", "level": 2}]},
        {"title": "Two", "hours": 3.5, "method": "exercise", "teaches": [{"competence": "B3", "level": 3}]}
    ],
    "assessments": [
        {"instrument": "https://lms.example.eu/test-1", "competence": "A1", "level": 2},
        {"instrument": "https://lms.example.eu/test-2", "competence": "B3", "level": 2},
        {"instrument": "https://lms.example.eu/test-3", "competence": "C3", "level": 1}
    ]
}');
SELECT training.publish_curriculum_version('local-police', '1.0');
SELECT training.define_curriculum('{"code": "planners", "title": "Planners", "partners": ["lille"]}');
SELECT training.define_curriculum_version('planners', '{
    "version": "0.9", "iri": "https://pilots.example.eu/curricula/planners/0.9",
    "framework": {"code": "IUS", "version": "0.1"}, "profiles": ["P6"]
}');

-- A1 at level 1: six people by statements, one of them with an award, too.
SELECT test.post(n, 'riga-1', 'p-' || n, 'passed', object => 'https://lms.example.eu/test-1', competence => 'A1',
    phase => 'post', level => 1 + n % 2)
FROM generate_series(1, 6) AS n;
SELECT test.award(1, 'A1', 2, credential => false);
-- B3: one person by award alone, at level 3: too few to be told.
SELECT test.post(10, 'riga-1', 'p-1', 'attended', object => 'https://lms.example.eu/day-1', competence => 'B3');
SELECT test.award(10, 'B3', 3, credential => false);
-- C3: nobody, for what counts not at all.
SELECT test.post(20, 'riga-1', 'p-1', 'passed', competence => 'C3', phase => 'pre', level => 4);
SELECT test.post(21, 'riga-1', 'p-1', 'self-assessed', competence => 'C3', phase => 'post', level => 4);
SELECT test.post(22, 'riga-1', 'p-1', 'failed', competence => 'C3', phase => 'post', level => 4);
SELECT test.post(23, 'riga-1', 'p-1', 'passed', competence => 'C3', phase => 'post', level => 4, voided => true);
SELECT test.post(24, 'riga-1', 'p-1', 'passed', competence => 'C3', phase => 'post', level => 0);
SELECT test.post(25, 'riga-1', 'p-2', 'passed', competence => 'C3', phase => 'pre', level => 3);
SELECT test.award(25, 'C3', 3, credential => false);
-- D1 at level 2, in a pilot that runs the same version and is Lille's alone.
SELECT test.post(30, 'lille-1', 'p-1', 'passed', competence => 'D1', phase => 'post', level => 2);
