-- Declares a key compromised; whether it signed, and which key of its algorithm signs now.
-- $1 the key's id; $2 for how long verifiers may keep a DID document, in seconds; $3 who does it.
SELECT was_current, successor
FROM credential.compromise_key($1::text, make_interval(secs => $2::double precision), $3::text);
