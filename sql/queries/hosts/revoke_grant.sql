-- Takes back what a holder granted; touches no row when there is no such grant of theirs.
-- $1 its id; $2 key of the holder.
WITH revoked AS (
    UPDATE wallet.host_grant SET revoked_at = now()
    WHERE grant_id = $1::uuid AND agent_key = $2::bigint AND revoked_at IS NULL
    RETURNING grant_id
)
INSERT INTO ops.audit_event (actor, action, subject)
SELECT 'holder', 'host.revoke', revoked.grant_id::text FROM revoked;
