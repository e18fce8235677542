-- Replaces the list of who may assess in a pilot, or in those of a partner.
-- $1 the pilot's code, or null; $2 the partner's code, or null; $3 the list; $4 name of the API key.
SELECT credential.define_assessors($1::text, $2::text, $3::jsonb, $4::text);
