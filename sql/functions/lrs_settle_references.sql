-- Looks first whether there is anything to do, which there seldom is: merely to begin the recursion reserves memory for
-- its hash tables.
CREATE OR REPLACE FUNCTION lrs.settle_references(ids uuid[], refer boolean) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    voiding integer;
BEGIN
    IF NOT refer AND NOT EXISTS (SELECT FROM lrs.statement AS s WHERE s.target_id = ANY (ids)) THEN
        RETURN;
    END IF;

    INSERT INTO lrs.statement_reference (target_key, referrer_key)
    WITH RECURSIVE referrers (statement_key, statement_id, target_id) AS (
        (
            SELECT s.statement_key, s.statement_id, s.target_id
            FROM lrs.statement AS s
            WHERE s.statement_id = ANY (ids)
                AND s.target_id IS NOT NULL
            UNION
            SELECT s.statement_key, s.statement_id, s.target_id
            FROM lrs.statement AS s
            WHERE s.target_id = ANY (ids)
        )
        -- A circle of references ends by itself, for no row is taken twice.
        UNION
        SELECT s.statement_key, s.statement_id, s.target_id
        FROM referrers AS r
        JOIN lrs.statement AS s ON s.target_id = r.statement_id
    ),
    chains (referrer_key, target_key, next_id) AS (
        SELECT r.statement_key, t.statement_key, t.target_id
        FROM referrers AS r
        JOIN lrs.statement AS t ON t.statement_id = r.target_id
        UNION
        SELECT c.referrer_key, t.statement_key, t.target_id
        FROM chains AS c
        JOIN lrs.statement AS t ON t.statement_id = c.next_id
    )
    SELECT c.target_key, c.referrer_key FROM chains AS c
    ON CONFLICT DO NOTHING;

    -- What a voiding statement names is voided, unless it is a voiding statement itself (xAPI 2.0 §4.2.1.2). Either may
    -- have come first. An id may be that of a statement which clashed with another: then the other one's words count.
    voiding := (SELECT v.verb_key FROM lrs.verb AS v WHERE v.iri = 'http://adlnet.gov/expapi/verbs/voided');
    WITH named AS (
        SELECT v.target_id AS statement_id
        FROM lrs.statement AS v
        WHERE v.statement_id = ANY (ids)
            AND v.verb_key = voiding
        UNION
        SELECT v.target_id
        FROM lrs.statement AS v
        WHERE v.target_id = ANY (ids)
            AND v.verb_key = voiding
    ),
    voided AS (
        UPDATE lrs.statement AS s
        SET voided = true
        FROM named AS n
        WHERE s.statement_id = n.statement_id
            AND NOT s.voided
            AND s.verb_key <> voiding
        RETURNING s.statement_key
    )
    INSERT INTO lrs.outbox (statement_key)
    SELECT statement_key FROM voided
    ON CONFLICT DO NOTHING;
END
$$;

COMMENT ON FUNCTION lrs.settle_references(uuid[], boolean) IS
    'For statements just stored, of which some `refer` to others: notes which statements refer to which, through chains '
    'of any length (xAPI 2.0 §4.1.3.3), also those that came earlier and refer to them; and voids what voiding '
    'statements among them name, or what earlier ones have named.';

REVOKE EXECUTE ON FUNCTION lrs.settle_references(uuid[], boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lrs.settle_references(uuid[], boolean) TO tessera_service;
