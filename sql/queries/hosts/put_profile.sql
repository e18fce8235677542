-- Keeps the profile that a host puts for a holder.
-- $1 key of the holder; $2 the profile.
INSERT INTO wallet.host_profile (agent_key, profile) VALUES ($1::bigint, $2::json)
ON CONFLICT (agent_key) DO UPDATE SET profile = excluded.profile, changed_at = now();
