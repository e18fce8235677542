-- Approves or refuses a proposed award.
-- $1 the award's id; $2 whether it is approved; $3 why, or null; $4 name of the API key.
SELECT credential.decide_award($1::uuid, $2::boolean, $3::text, $4::text);
