-- Makes a claim link for a person whom the caller may see.
-- $1 the person, as JSON; $2 hash of the secret; $3 who makes it.
SELECT made_id, ends_at FROM credential.make_claim_link($1::jsonb, $2::bytea, $3::text);
