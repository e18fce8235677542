-- What the curricula that the asking evaluator may see cover of the profiles that they are for: one row per version of
-- a curriculum, profile and competence that the profile demands.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.coverage WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
taught AS (
    SELECT curriculum_version_key, competence_key, max(level) AS level
    FROM training.curriculum_teaching
    GROUP BY curriculum_version_key, competence_key
),
assessed AS (
    SELECT curriculum_version_key, competence_key, max(level) AS level
    FROM training.curriculum_assessment
    GROUP BY curriculum_version_key, competence_key
),
run AS (
    SELECT version.curriculum_version_key, pilot.pilot_key, pilot.activity_key
    FROM training.curriculum_version AS version
    JOIN training.pilot ON pilot.curriculum_activity_key = version.activity_key
),
shown AS (
    -- Levels that people showed in pilots of the version, by statement or by award, but not before the training.
    SELECT
        run.curriculum_version_key, kept.agent_key, competence.competence_key,
        GREATEST(kept.level, CASE WHEN kept.is_shown THEN competence.level END) AS level
    FROM run
    JOIN analysis.shown_level AS kept ON kept.pilot_key = run.activity_key
    JOIN analysis.competence ON competence.activity_key = kept.competence_key
    WHERE kept.phase <> 'pre'
    UNION ALL
    SELECT run.curriculum_version_key, award.agent_key, award.competence_item_key, award.level
    FROM run
    JOIN credential.award ON award.pilot_key = run.pilot_key
    WHERE award.withdrawn_at IS NULL AND award.decision <> 'proposed'
        AND NOT EXISTS (
            SELECT FROM credential.award_evidence
            JOIN lrs.statement ON statement.statement_key = award_evidence.statement_key
            WHERE award_evidence.award_key = award.award_key AND statement.phase = 'pre'
        )
),
best AS (
    SELECT curriculum_version_key, competence_key, agent_key, max(level) AS level
    FROM shown
    GROUP BY curriculum_version_key, competence_key, agent_key
),
demand AS (
    SELECT
        version.curriculum_version_key, version.curriculum_key, version.version, version.state, version.document_key,
        profile.profile_key, target.competence_key, target.level,
        (
            SELECT count(*)
            FROM best
            WHERE best.curriculum_version_key = version.curriculum_version_key
                AND best.competence_key = target.competence_key
                AND best.level >= target.level
        ) AS people
    FROM training.curriculum_version AS version
    JOIN training.curriculum_profile AS profile USING (curriculum_version_key)
    JOIN framework.profile_target AS target ON target.profile_key = profile.profile_key
)
SELECT
    curriculum.code AS curriculum,
    demand.version AS curriculum_version,
    demand.state,
    ARRAY(
        SELECT partner.code
        FROM training.curriculum_partner AS owner
        JOIN training.partner USING (partner_key)
        WHERE owner.curriculum_key = demand.curriculum_key
        ORDER BY partner.code
    ) AS partners,
    document.code || ' ' || document.version AS framework,
    profile.code AS profile,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    demand.level AS target_level,
    taught.level AS taught_level,
    COALESCE(taught.level >= demand.level, false) AS taught,
    assessed.level AS assessed_level,
    COALESCE(assessed.level >= demand.level, false) AS assessed,
    demand.people > 0 AS evidenced,
    CASE WHEN NOT evaluation.too_few(demand.people, disclosure.k) THEN demand.people END AS evidenced_people,
    COALESCE(evaluation.too_few(demand.people, disclosure.k), false) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM demand
CROSS JOIN disclosure
JOIN training.curriculum ON curriculum.curriculum_key = demand.curriculum_key
JOIN framework.document ON document.document_key = demand.document_key
JOIN framework.item AS profile ON profile.item_key = demand.profile_key
JOIN framework.item AS competence ON competence.item_key = demand.competence_key
LEFT JOIN taught
    ON taught.curriculum_version_key = demand.curriculum_version_key
    AND taught.competence_key = demand.competence_key
LEFT JOIN assessed
    ON assessed.curriculum_version_key = demand.curriculum_version_key
    AND assessed.competence_key = demand.competence_key;

ALTER VIEW evaluation.coverage OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.coverage TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.coverage IS
    'What a version of a curriculum covers of a staff profile that it is for, one row per competence that the profile '
    'demands: taught, assessed and evidenced at the target level or above. Not covered is what is not taught. Source: '
    'training.curriculum_version, framework.profile_target, and of the pilots that run the version lrs.statement '
    '(passed, achieved) and credential.award. Caveats: drafts are in it, see state; evidence is of pilots that the '
    'evaluator may see, and none of it was told before the training or by self-assessment; evidence of a competence in '
    'another version of the framework does not count; what is taught beyond the profile is not told.';
COMMENT ON COLUMN evaluation.coverage.curriculum IS 'Code of the curriculum. Source: training.curriculum.';
COMMENT ON COLUMN evaluation.coverage.curriculum_version IS 'Version of the curriculum.';
COMMENT ON COLUMN evaluation.coverage.state IS 'draft or published; a published version never changes.';
COMMENT ON COLUMN evaluation.coverage.partners IS 'Codes of the partners that own the curriculum.';
COMMENT ON COLUMN evaluation.coverage.framework IS
    'Code and version of the framework that profile, competence and levels are from.';
COMMENT ON COLUMN evaluation.coverage.profile IS 'Code of the staff profile, e.g. P4.';
COMMENT ON COLUMN evaluation.coverage.competence IS
    'Code of a competence in which the profile has a target, e.g. A1. Source: framework.profile_target.';
COMMENT ON COLUMN evaluation.coverage.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.coverage.target_level IS 'Level that the profile demands, 1 to 4. Ordinal.';
COMMENT ON COLUMN evaluation.coverage.taught_level IS
    'Highest level that a unit of the version leads to; null if none teaches the competence.';
COMMENT ON COLUMN evaluation.coverage.taught IS 'taught_level >= target_level: whether the competence is covered.';
COMMENT ON COLUMN evaluation.coverage.assessed_level IS
    'Highest level that an assessment of the version can show; null if none is of the competence.';
COMMENT ON COLUMN evaluation.coverage.assessed IS 'assessed_level >= target_level.';
COMMENT ON COLUMN evaluation.coverage.evidenced IS
    'Whether anybody showed the target level or a higher one in a pilot of the version.';
COMMENT ON COLUMN evaluation.coverage.evidenced_people IS
    'How many people did, each once. Null when fewer than evaluation.threshold(), unless nobody.';
COMMENT ON COLUMN evaluation.coverage.suppressed IS
    'Whether evidenced_people is hidden because it is about too few people.';
COMMENT ON COLUMN evaluation.coverage.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
