-- Whether every statement that was stored before this has been weighed, and every award that may be signed has its
-- credential.
SELECT
    COALESCE((
        -- The last row of the outbox, by its index: rows that were read long ago stay there.
        SELECT (last.xid, last.statement_key) <= (consumer.position_xid, consumer.position_key)
        FROM ops.consumer
        CROSS JOIN (
            SELECT outbox.xid, outbox.statement_key
            FROM lrs.outbox
            ORDER BY outbox.xid DESC, outbox.statement_key DESC
            LIMIT 1
        ) AS last
        WHERE consumer.name = 'awarding'
    ), true)
    AND NOT EXISTS (SELECT FROM credential.due)
    AND NOT EXISTS (
        SELECT FROM credential.award
        WHERE NOT award.signed AND award.withdrawn_at IS NULL AND award.decision IN ('unneeded', 'approved')
    );
