-- Says whether a person approves a pilot's awards.
-- $1 the pilot's code; $2 whether; $3 name of the API key.
SELECT credential.set_approval($1::text, $2::boolean, $3::text);
