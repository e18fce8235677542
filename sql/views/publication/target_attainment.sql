-- One row per pilot and competence in which its staff profile has a target. What would be told of a pilot if it were
-- published now.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW publication.target_attainment WITH (security_barrier = true) AS
WITH found AS (
    SELECT
        level.pilot_key, target.competence_key, count(*) AS assessed,
        count(*) FILTER (WHERE level.level >= target.level) AS reached
    FROM analysis.person_level AS level
    JOIN training.pilot ON pilot.pilot_key = level.pilot_key
    JOIN framework.item AS profile ON profile.identifier = pilot.profile_item
    JOIN framework.profile_target AS target
        ON target.profile_key = profile.item_key AND target.competence_key = level.competence_key
    WHERE level.measure = 'assessed' AND level.phase = 'post'
    GROUP BY level.pilot_key, target.competence_key
)
SELECT
    size.code AS pilot,
    profile.code AS profile,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    target.level AS target_level,
    size.n_from,
    size.n_to,
    part.people_from AS assessed_from,
    part.people_to AS assessed_to,
    within.people_from AS reached_from,
    within.people_to AS reached_to,
    share.share_from,
    share.share_to,
    COALESCE(within.people_from < size.k, true) AS suppressed,
    now() AS as_of
FROM analysis.pilot_size AS size
JOIN training.pilot ON pilot.pilot_key = size.pilot_key
JOIN framework.item AS profile ON profile.identifier = pilot.profile_item
JOIN framework.profile_target AS target ON target.profile_key = profile.item_key
JOIN framework.item AS competence ON competence.item_key = target.competence_key
JOIN framework.document ON document.document_key = competence.document_key
LEFT JOIN found ON found.pilot_key = size.pilot_key AND found.competence_key = target.competence_key
CROSS JOIN LATERAL evaluation.coded_count(COALESCE(found.assessed, 0), size.told_k) AS part
CROSS JOIN LATERAL evaluation.coded_count(COALESCE(found.reached, 0), size.told_k) AS within
LEFT JOIN LATERAL evaluation.coded_share(
    within.people_from, within.people_to, part.people_from, part.people_to
) AS share ON true;

ALTER VIEW publication.target_attainment OWNER TO tessera_reporting;
GRANT SELECT ON publication.target_attainment TO tessera_service;

COMMENT ON VIEW publication.target_attainment IS
    'What published.target_attainment would tell of pilots if they were published now.';
COMMENT ON COLUMN publication.target_attainment.pilot IS 'As published.target_attainment.pilot.';
COMMENT ON COLUMN publication.target_attainment.profile IS 'As published.target_attainment.profile.';
COMMENT ON COLUMN publication.target_attainment.framework IS 'As published.target_attainment.framework.';
COMMENT ON COLUMN publication.target_attainment.competence IS 'As published.target_attainment.competence.';
COMMENT ON COLUMN publication.target_attainment.competence_name IS 'As published.target_attainment.competence_name.';
COMMENT ON COLUMN publication.target_attainment.target_level IS 'As published.target_attainment.target_level.';
COMMENT ON COLUMN publication.target_attainment.n_from IS 'As published.target_attainment.n_from.';
COMMENT ON COLUMN publication.target_attainment.n_to IS 'As published.target_attainment.n_to.';
COMMENT ON COLUMN publication.target_attainment.assessed_from IS 'As published.target_attainment.assessed_from.';
COMMENT ON COLUMN publication.target_attainment.assessed_to IS 'As published.target_attainment.assessed_to.';
COMMENT ON COLUMN publication.target_attainment.reached_from IS 'As published.target_attainment.reached_from.';
COMMENT ON COLUMN publication.target_attainment.reached_to IS 'As published.target_attainment.reached_to.';
COMMENT ON COLUMN publication.target_attainment.share_from IS 'As published.target_attainment.share_from.';
COMMENT ON COLUMN publication.target_attainment.share_to IS 'As published.target_attainment.share_to.';
COMMENT ON COLUMN publication.target_attainment.suppressed IS 'As published.target_attainment.suppressed.';
COMMENT ON COLUMN publication.target_attainment.as_of IS 'As published.target_attainment.as_of.';
