-- Four more pilots for Mechelen's profile, of 12, 10, 11 and 9 people with both tests. The last has too few to compare:
-- three are pooled. Mechelen itself has nobody.
SELECT training.define_pilot(jsonb_build_object(
    'code', 'more-' || pilot, 'iri', 'https://pilots.example.eu/pilots/more-' || pilot, 'title', 'More',
    'framework', '{"code": "IUS", "version": "0.1"}'::jsonb, 'profile', '{"code": "P6"}'::jsonb,
    'curriculum', '{"iri": "https://pilots.example.eu/curricula/c/1.0", "version": "1.0"}'::jsonb,
    'partners', jsonb_build_array(jsonb_build_object(
        'code', CASE pilot WHEN 1 THEN 'riga' ELSE 'mechelen' END,
        'name', CASE pilot WHEN 1 THEN 'Riga' ELSE 'Mechelen' END
    )),
    'startsOn', '2026-03-02', 'endsOn', '2026-03-27', 'state', 'running'
))
FROM generate_series(1, 4) AS pilot;
SELECT test.post(20 * pilot + n, 'more-' || pilot, 'v-' || n, 'registered')
FROM generate_series(1, 4) AS pilot, generate_series(1, 13) AS n;
SELECT test.post(100 + 20 * pilot + n, 'more-' || pilot, 'v-' || n, 'failed', phase => 'pre',
    scaled => ((n * 7) % 10) / 20.0 + 0.1)
FROM generate_series(1, 4) AS pilot, generate_series(1, 13) AS n;
SELECT test.post(200 + 20 * pilot + n, 'more-' || pilot, 'v-' || n, 'passed', phase => 'post',
    scaled => ((n * 7) % 10) / 20.0 + 0.1 + pilot * ((n * 3) % 5) / 30.0)
FROM generate_series(1, 4) AS pilot, generate_series(1, 13) AS n
WHERE n <= (ARRAY[12, 10, 11, 9])[pilot];
-- Riga: five people are enough for its own evaluation, and too few to compare. Lille: three.
SELECT test.post(300 + n, 'riga-1', 'p-' || n, 'failed', phase => 'pre', scaled => n / 10.0)
FROM generate_series(1, 5) AS n;
SELECT test.post(310 + n, 'riga-1', 'p-' || n, 'passed', phase => 'post', scaled => n / 20.0 + 0.5)
FROM generate_series(1, 5) AS n;
