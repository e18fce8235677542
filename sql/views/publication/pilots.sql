-- One row per pilot: what it was, and how many people took part. What would be told of a pilot if it were published
-- now.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW publication.pilots WITH (security_barrier = true) AS
SELECT
    pilot.code AS pilot,
    pilot.title,
    ARRAY(
        SELECT partner.code FROM training.pilot_partner JOIN training.partner USING (partner_key)
        WHERE pilot_partner.pilot_key = pilot.pilot_key ORDER BY partner.code
    ) AS partners,
    document.code || ' ' || document.version AS framework,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    pilot.curriculum_iri AS curriculum,
    pilot.curriculum_version,
    pilot.planned_hours,
    pilot.starts_on,
    pilot.ends_on,
    size.n_from,
    size.n_to,
    size.n_from IS NULL AS suppressed,
    now() AS as_of
FROM training.pilot
JOIN analysis.pilot_size AS size ON size.pilot_key = pilot.pilot_key
JOIN framework.document ON document.document_key = pilot.document_key
JOIN framework.item AS profile ON profile.identifier = pilot.profile_item;

ALTER VIEW publication.pilots OWNER TO tessera_reporting;
GRANT SELECT ON publication.pilots TO tessera_service;

COMMENT ON VIEW publication.pilots IS 'What published.pilots would tell of pilots if they were published now.';
COMMENT ON COLUMN publication.pilots.pilot IS 'As published.pilots.pilot.';
COMMENT ON COLUMN publication.pilots.title IS 'As published.pilots.title.';
COMMENT ON COLUMN publication.pilots.partners IS 'As published.pilots.partners.';
COMMENT ON COLUMN publication.pilots.framework IS 'As published.pilots.framework.';
COMMENT ON COLUMN publication.pilots.profile IS 'As published.pilots.profile.';
COMMENT ON COLUMN publication.pilots.profile_name IS 'As published.pilots.profile_name.';
COMMENT ON COLUMN publication.pilots.curriculum IS 'As published.pilots.curriculum.';
COMMENT ON COLUMN publication.pilots.curriculum_version IS 'As published.pilots.curriculum_version.';
COMMENT ON COLUMN publication.pilots.planned_hours IS 'As published.pilots.planned_hours.';
COMMENT ON COLUMN publication.pilots.starts_on IS 'As published.pilots.starts_on.';
COMMENT ON COLUMN publication.pilots.ends_on IS 'As published.pilots.ends_on.';
COMMENT ON COLUMN publication.pilots.n_from IS 'As published.pilots.n_from.';
COMMENT ON COLUMN publication.pilots.n_to IS 'As published.pilots.n_to.';
COMMENT ON COLUMN publication.pilots.suppressed IS 'As published.pilots.suppressed.';
COMMENT ON COLUMN publication.pilots.as_of IS 'As published.pilots.as_of.';
