-- The rules of what is published, apart from any view.

-- A number is in its band, all bands have as many numbers as the threshold says, and none begins where another has not
-- ended.
DO $$
DECLARE
    found text;
BEGIN
    SELECT string_agg(format('%s, k %s', people, k), ', ') INTO found
    FROM generate_series(3, 12) AS k
    CROSS JOIN LATERAL generate_series(0, 260) AS people
    CROSS JOIN LATERAL evaluation.coded_count(people, k) AS band
    CROSS JOIN LATERAL evaluation.coded_count(band.people_to + 1, k) AS next
    WHERE people NOT BETWEEN band.people_from AND band.people_to
        OR band.people_to - band.people_from + 1 <> k
        OR next.people_from <> band.people_to + 1;
    ASSERT found IS NULL, found;
    -- Nobody is told as few are, and everybody as almost everybody is.
    ASSERT evaluation.coded_count(0, 10) = evaluation.coded_count(9, 10);
    ASSERT evaluation.coded_count(24, 10) = (20::bigint, 29::bigint);
    ASSERT evaluation.coded_count(24, NULL) IS NULL;
    -- No share is told as 0, nor as 1.
    ASSERT evaluation.coded_share(0, 9, 20, 29) = (0::float8, 0.45::float8);
    ASSERT evaluation.coded_share(20, 29, 20, 29) = (20 / 29::float8, 1::float8);
    ASSERT evaluation.coded_share(0, 9, 0, 9) IS NULL;
END
$$;

-- Thresholds: set by an administrator alone, noted, and never under 3, whoever writes the settings.
DO $$
BEGIN
    ASSERT (evaluation.threshold('internal'), evaluation.threshold('publication')) = (5, 10);
    ASSERT evaluation.threshold('other') IS NULL;
    PERFORM publication.set_thresholds(7, NULL, 'tests');
    ASSERT (evaluation.threshold('internal'), evaluation.threshold('publication')) = (7, 10);
    PERFORM publication.set_thresholds(NULL, 12, 'tests');
    PERFORM publication.set_thresholds(NULL, 12, 'tests');
    ASSERT (evaluation.threshold('internal'), evaluation.threshold('publication')) = (7, 12);
    ASSERT (
        SELECT array_agg((detail ->> 'internal') || '/' || (detail ->> 'publication') ORDER BY event_key)
        FROM ops.audit_event
        WHERE action = 'disclosure.set' AND actor = 'tests'
    ) = ARRAY['7/10', '7/12'];
    UPDATE ops.setting SET value = '1';
    ASSERT (evaluation.threshold('internal'), evaluation.threshold('publication')) = (3, 3);
    UPDATE ops.setting SET value = '9' WHERE name = 'disclosure.internal_threshold';
    ASSERT (evaluation.threshold('internal'), evaluation.threshold('publication')) = (9, 9);
END
$$;
SELECT test.refused(current_user, format('SELECT publication.set_thresholds(%s, %s, ''tests'')', internal, published),
    '22023', message)
FROM (
    VALUES
        ('2', 'NULL', 'internal: must be at least 3, and not 2'),
        ('0', '0', 'internal: must be at least 3%'),
        ('9', '8', 'publication: must be at least the internal threshold, 9, and not 8'),
        ('NULL', '4', 'publication: must be at least the internal threshold%'),
        ('NULL', '1001', 'publication: must be at most 1000%')
) AS attempt (internal, published, message);
SELECT test.refused(asking, 'SELECT publication.set_thresholds(5, 10, ''tests'')', '42501')
FROM unnest(ARRAY['tessera_service', 'tessera_test_riga', 'tessera_reporting']) AS asking;

-- A pilot is published when it is over, by whom it belongs to, and once.
DELETE FROM ops.setting;
UPDATE training.pilot SET state = 'closed' WHERE code IN ('riga-1', 'lille-1');
SELECT set_config('tessera.partner', 'riga', true);
SELECT test.refused('tessera_service', 'SELECT publication.publish_pilot(''lille-1'', ''tests'')', 'P0002');
SELECT set_config('tessera.partner', '', true);
SELECT test.refused('tessera_service', 'SELECT publication.publish_pilot(''nowhere'', ''tests'')', 'P0002');
SELECT test.refused(
    'tessera_service', 'SELECT publication.publish_pilot(''mechelen-1'', ''tests'')', '55000', '%is running%'
);
SELECT test.refused(current_user, 'SELECT publication.publish_pilot(''riga-1'', ''tests'')', '42501', '%show%nothing%');
SET LOCAL ROLE tessera_service;
SELECT publication.publish_pilot('riga-1', 'tests');
SELECT publication.publish_pilot('lille-1', 'tests');
RESET ROLE;
SELECT test.refused(
    'tessera_service', 'SELECT publication.publish_pilot(''riga-1'', ''tests'')', '55000', '%was published on%'
);
SELECT test.refused('tessera_service', command, '42501')
FROM unnest(ARRAY[
    'UPDATE publication.told SET content = ''{}''', 'DELETE FROM publication.told', 'DELETE FROM publication.release',
    'UPDATE publication.release SET threshold = 3'
]) AS command;
DO $$
DECLARE
    asking text;
BEGIN
    -- Of eight and of three people nothing is told, to anybody, but that there were such pilots.
    FOREACH asking IN ARRAY ARRAY['tessera_test_riga', 'tessera_test_lille', 'tessera_test_nobody'] LOOP
        EXECUTE format('SET LOCAL ROLE %I', asking);
        ASSERT (SELECT array_agg(pilot ORDER BY pilot) FROM published.pilots) = ARRAY['lille-1', 'riga-1'], asking;
        ASSERT (SELECT bool_and(suppressed AND n_from IS NULL AND n_to IS NULL) FROM published.pilots), asking;
        ASSERT (SELECT bool_and(suppressed AND people_to IS NULL) FROM published.funnel), asking;
        RESET ROLE;
    END LOOP;
    ASSERT (SELECT count(*) FROM ops.audit_event WHERE action = 'pilot.publish' AND actor = 'tests') = 2;
END
$$;

-- What is told stays as it was told, whatever happens to the data.
UPDATE training.pilot SET title = 'Another' WHERE code = 'riga-1';
DO $$
BEGIN
    ASSERT (SELECT title FROM published.pilots WHERE pilot = 'riga-1') = 'Local police in Riga and Toruń';
END
$$;

-- It is taken back for good.
SELECT set_config('tessera.partner', 'lille', true);
SELECT test.refused('tessera_service', 'SELECT publication.withdraw_pilot(''riga-1'', ''tests'')', 'P0002');
SELECT set_config('tessera.partner', '', true);
SET LOCAL ROLE tessera_service;
SELECT publication.withdraw_pilot('riga-1', 'tests');
RESET ROLE;
SELECT test.refused('tessera_service', 'SELECT publication.withdraw_pilot(''riga-1'', ''tests'')', 'P0002');
SELECT test.refused('tessera_service', 'SELECT publication.publish_pilot(''riga-1'', ''tests'')', '55000');
DO $$
BEGIN
    ASSERT (SELECT array_agg(pilot) FROM published.pilots) = ARRAY['lille-1'];
    ASSERT NOT EXISTS (SELECT FROM published.funnel WHERE pilot = 'riga-1');
END
$$;
