-- Has a key sign from now on; the algorithm whose key it is, null where it signs already.
-- $1 the key's id; $2 for how long verifiers may keep a DID document, in seconds; $3 whether it is used before that has
-- passed; $4 who does it.
SELECT credential.use_key($1::text, make_interval(secs => $2::double precision), $3::boolean, $4::text);
