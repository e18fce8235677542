-- How many credentials hosts have sent for a holder.
-- $1 key of the holder.
SELECT count(*) FROM wallet.foreign_credential WHERE agent_key = $1::bigint;
