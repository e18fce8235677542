-- Removes what a person left as the holder of credentials, and tells how much of what it was.
-- $1 the person, as JSON; $2 who asks for it.
SELECT credential.forget_holder($1::jsonb, $2::text);
