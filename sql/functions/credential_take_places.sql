CREATE OR REPLACE FUNCTION credential.take_places(credentials uuid[])
RETURNS TABLE (credential_id uuid, list_key integer, place integer)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    waiting uuid[] := credentials;
    list credential.status_list;
BEGIN
    LOOP
        waiting := ARRAY(
            SELECT wanted.credential_id
            FROM unnest(credentials) AS wanted (credential_id)
            WHERE NOT EXISTS (
                SELECT FROM credential.status_entry AS entry WHERE entry.credential_id = wanted.credential_id
            )
        );
        EXIT WHEN cardinality(waiting) = 0;
        SELECT l.* INTO list
        FROM credential.status_list AS l
        WHERE l.purpose = 'revocation'
            AND (SELECT count(*) FROM credential.status_entry AS entry WHERE entry.list_key = l.list_key) < l.size / 2
        ORDER BY l.list_key DESC
        LIMIT 1;
        IF NOT FOUND THEN
            -- Of several who need a list, one opens it.
            PERFORM pg_advisory_xact_lock(hashtextextended('credential.status_list', 0));
            INSERT INTO credential.status_list (purpose)
            SELECT 'revocation'
            WHERE NOT EXISTS (
                SELECT FROM credential.status_list AS l
                WHERE l.purpose = 'revocation'
                    AND (
                        SELECT count(*) FROM credential.status_entry AS entry WHERE entry.list_key = l.list_key
                    ) < l.size / 2
            );
            CONTINUE;
        END IF;
        -- Twice as many draws as are needed on average: the list is at most half full. The first 32 bits of a random
        -- UUID are random as keys are, so that nobody learns from a place when a credential was issued.
        INSERT INTO credential.status_entry (list_key, place, credential_id)
        SELECT list.list_key, free.place, wanted.credential_id
        FROM unnest(waiting) WITH ORDINALITY AS wanted (credential_id, rank)
        JOIN (
            SELECT drawn.place, row_number() OVER (ORDER BY random()) AS rank
            FROM (
                SELECT DISTINCT
                    (('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint % list.size)::integer AS place
                FROM generate_series(1, 4 * cardinality(waiting) + 8)
            ) AS drawn
            WHERE NOT EXISTS (
                SELECT FROM credential.status_entry AS entry
                WHERE entry.list_key = list.list_key AND entry.place = drawn.place
            )
        ) AS free ON free.rank = wanted.rank
        -- In one order, so that two who draw the same places do not wait for each other.
        ORDER BY free.place
        ON CONFLICT DO NOTHING;
    END LOOP;
    RETURN QUERY
    SELECT entry.credential_id, entry.list_key, entry.place
    FROM credential.status_entry AS entry
    WHERE entry.credential_id = ANY (credentials);
END
$$;

COMMENT ON FUNCTION credential.take_places(uuid[]) IS
    'Gives each of these credentials a place of its own in a status list, drawn at random, and returns the places; a '
    'credential that has one keeps it. A list that is half full is followed by another.';

REVOKE EXECUTE ON FUNCTION credential.take_places(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.take_places(uuid[]) TO tessera_service;
