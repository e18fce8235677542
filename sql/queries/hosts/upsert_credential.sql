-- Keeps a credential that a host sent for a holder, unless a newer one of the same issuer and id is there; tells whether it
-- is kept, and whether there had been none.
-- $1 key of the holder; $2 the issuer's id; $3 the credential's id; $4 its media type; $5 the credential; $6 from when it is
-- valid; $7 key of the host.
WITH kept AS (
    INSERT INTO wallet.foreign_credential AS f (
        agent_key, issuer_id, credential_id, media_type, body, valid_from, client_key
    )
    VALUES ($1::bigint, $2::text, $3::text, $4::text, $5::text, $6::timestamptz, $7::bigint)
    ON CONFLICT (agent_key, issuer_id, credential_id) DO UPDATE SET
        media_type = excluded.media_type, body = excluded.body, valid_from = excluded.valid_from,
        received_at = now(), client_key = excluded.client_key
    WHERE f.valid_from <= excluded.valid_from
    RETURNING f.xmax = 0 AS is_new
)
SELECT EXISTS (SELECT FROM kept) AS is_kept, coalesce((SELECT is_new FROM kept), false) AS is_new;
