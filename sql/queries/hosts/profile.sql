-- The profile that a host put for a holder; no row when none did.
-- $1 key of the holder.
SELECT profile FROM wallet.host_profile WHERE agent_key = $1::bigint;
