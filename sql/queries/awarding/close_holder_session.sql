-- Ends a session.
-- $1 hash of its secret.
DELETE FROM credential.holder_session AS session WHERE session.secret_hash = $1::bytea;
