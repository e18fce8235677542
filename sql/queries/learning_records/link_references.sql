-- Notes which statements refer to which, through chains of any length (xAPI 2.0 §4.1.3.3): for what was just stored, and
-- for what came earlier and refers to it. A circle of references ends by itself, for no row is taken twice.
-- $1 ids of statements just stored.
WITH RECURSIVE referrers (statement_key, statement_id, target_id) AS (
    (
        SELECT s.statement_key, s.statement_id, s.target_id
        FROM lrs.statement AS s
        WHERE s.statement_id = ANY ($1::uuid[])
            AND s.target_id IS NOT NULL
        UNION
        SELECT s.statement_key, s.statement_id, s.target_id
        FROM lrs.statement AS s
        WHERE s.target_id = ANY ($1::uuid[])
    )
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
INSERT INTO lrs.statement_reference (target_key, referrer_key)
SELECT target_key, referrer_key FROM chains
ON CONFLICT DO NOTHING;
