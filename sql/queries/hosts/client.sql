-- A host of badges that registered; no row when there is none.
-- $1 its id.
SELECT client_key, secret_hash, name, home_page, redirect_uris, scopes, registration
FROM wallet.client
WHERE client_id = $1::uuid;
