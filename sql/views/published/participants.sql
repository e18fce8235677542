-- One row per pilot and staff profile of its people.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.participants WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.profile,
    one.profile_name,
    one.n_from,
    one.n_to,
    one.people_from,
    one.people_to,
    one.suppressed,
    one.as_of
FROM publication.told
JOIN publication.release USING (pilot_key)
CROSS JOIN LATERAL jsonb_populate_record(NULL::publication.participants, told.content) AS one
WHERE told.source = 'participants' AND release.withdrawn_at IS NULL;

ALTER VIEW published.participants OWNER TO tessera_reporting;
GRANT SELECT ON published.participants TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.participants IS
    'Of which staff profiles the people of published pilots were, one row per pilot and profile. Source: '
    'training.enrolment. Profiles of fewer people than the threshold have no row, and others have none until at '
    'least two are left out that together have as many: evaluation.hidden_cells. Numbers of people are told in '
    'bands: evaluation.coded_count.';
COMMENT ON COLUMN published.participants.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.participants.profile IS 'Code of the staff profile, e.g. P4. Source: framework.item.';
COMMENT ON COLUMN published.participants.profile_name IS 'Name of the staff profile.';
COMMENT ON COLUMN published.participants.n_from IS
    'The least that the number of people enrolled may be. Null where they are fewer than the threshold: then nothing '
    'else is told of the pilot.';
COMMENT ON COLUMN published.participants.n_to IS 'The most.';
COMMENT ON COLUMN published.participants.people_from IS 'The least that the number of people of the profile may be.';
COMMENT ON COLUMN published.participants.people_to IS 'The most.';
COMMENT ON COLUMN published.participants.suppressed IS 'Never: what is too small has no row.';
COMMENT ON COLUMN published.participants.as_of IS
    'When the numbers were put together: they are of this moment, and stay.';
