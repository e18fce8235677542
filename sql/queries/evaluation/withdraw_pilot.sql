-- Takes back what is published of a pilot.
-- $1 its code; $2 who takes it back.
SELECT publication.withdraw_pilot($1::text, $2::text);
