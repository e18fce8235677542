-- What statements of the people enrolled in a pilot have in their context.
-- $1 the pilot's code; $2 a registration, or null for all; $3 phase; $4 code of an instrument, or null; $5 whole months
-- after the pilot's end, or null; $6 where IRIs of this installation begin; $7 IRI of the profile's version.
SELECT
    launched.registration, launched.home_page, launched.name, launched.partner, launched.cohort, launched.activities,
    launched.extensions
FROM training.launch_contexts(
    training.own_pilot($1::text), $2::uuid, $3::text::lrs.phase, $4::text, $5::integer, $6::text, $7::text
) AS launched;
