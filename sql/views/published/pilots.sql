-- One row per pilot: what it was, and how many people took part.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.pilots WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.title,
    one.partners,
    one.framework,
    one.profile,
    one.profile_name,
    one.curriculum,
    one.curriculum_version,
    one.planned_hours,
    one.starts_on,
    one.ends_on,
    one.n_from,
    one.n_to,
    one.suppressed,
    one.as_of
FROM publication.told
JOIN publication.release USING (pilot_key)
CROSS JOIN LATERAL jsonb_populate_record(NULL::publication.pilots, told.content) AS one
WHERE told.source = 'pilots' AND release.withdrawn_at IS NULL;

ALTER VIEW published.pilots OWNER TO tessera_reporting;
GRANT SELECT ON published.pilots TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.pilots IS
    'The pilots that are published, of all partners, one row each. Source: training.pilot and enrolment. Every other '
    'view of this schema tells parts of the people of one pilot; nothing is told by partner, and nothing is added up '
    'over pilots but in published.pooled_gain. Numbers of people are told in bands: evaluation.coded_count.';
COMMENT ON COLUMN published.pilots.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.pilots.title IS 'Title of the pilot.';
COMMENT ON COLUMN published.pilots.partners IS 'Codes of the partners that ran it, in order.';
COMMENT ON COLUMN published.pilots.framework IS 'Code and version of the framework that it refers to.';
COMMENT ON COLUMN published.pilots.profile IS 'Code of the staff profile trained for, e.g. P4.';
COMMENT ON COLUMN published.pilots.profile_name IS 'Name of the staff profile.';
COMMENT ON COLUMN published.pilots.curriculum IS 'IRI of the curriculum version.';
COMMENT ON COLUMN published.pilots.curriculum_version IS 'Version of the curriculum.';
COMMENT ON COLUMN published.pilots.planned_hours IS 'Planned training time per person, in hours.';
COMMENT ON COLUMN published.pilots.starts_on IS 'First day of the training.';
COMMENT ON COLUMN published.pilots.ends_on IS 'Last day of the training.';
COMMENT ON COLUMN published.pilots.n_from IS
    'The least that the number of people enrolled may be. Null where they are fewer than the threshold: then nothing '
    'else is told of the pilot.';
COMMENT ON COLUMN published.pilots.n_to IS 'The most.';
COMMENT ON COLUMN published.pilots.suppressed IS 'Whether nothing is told of the people, because they are too few.';
COMMENT ON COLUMN published.pilots.as_of IS 'When the numbers were put together: they are of this moment, and stay.';
