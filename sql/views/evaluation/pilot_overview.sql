-- One row per pilot that the asking evaluator may see.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.pilot_overview WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
deeds AS (
    -- What each actor did in each pilot; nobody's statements are in none of the numbers of people.
    SELECT
        pilot_key AS pilot_activity_key, NULLIF(agent_key, 0) AS agent_key, registered, active, pre_tested,
        post_tested, passed, statements, first_at, last_at
    FROM analysis.participation
),
gain AS (
    -- A person's gain is the mean over the competences tested in both phases; null if there is none.
    SELECT pilot_key AS pilot_activity_key, agent_key, avg(post[3] - pre[3]) AS gain
    FROM analysis.test_score
    WHERE pre IS NOT NULL AND post IS NOT NULL
    GROUP BY pilot_key, agent_key
),
total AS (
    SELECT
        pilot_key,
        count(*) FILTER (WHERE enrolled) AS enrolled,
        count(*) FILTER (WHERE enrolled AND active) AS active,
        count(*) FILTER (WHERE enrolled AND pre_tested) AS pre_tested,
        count(*) FILTER (WHERE enrolled AND post_tested) AS post_tested,
        count(*) FILTER (WHERE enrolled AND passed) AS passed,
        count(gain) FILTER (WHERE enrolled) AS gain_pairs,
        avg(gain) FILTER (WHERE enrolled) AS gain_mean,
        count(acting_agent_key) AS people,
        sum(statements)::bigint AS statements,
        min(first_at) AS first_at,
        max(last_at) AS last_at
    FROM (
        -- Everybody who is enrolled or did something. Enrolled is who the pilot's list or a statement says so.
        SELECT
            pilot.pilot_key,
            enrolment.enrolment_key IS NOT NULL OR COALESCE(deeds.registered, false) AS enrolled,
            deeds.agent_key AS acting_agent_key, deeds.active, deeds.pre_tested, deeds.post_tested, deeds.passed,
            deeds.statements, deeds.first_at, deeds.last_at, gain.gain
        FROM deeds
        LEFT JOIN gain USING (pilot_activity_key, agent_key)
        FULL JOIN (
            SELECT pilot.activity_key, enrolment.agent_key, enrolment.enrolment_key
            FROM training.enrolment
            JOIN training.pilot USING (pilot_key)
        ) AS enrolment
            ON enrolment.activity_key = deeds.pilot_activity_key AND enrolment.agent_key = deeds.agent_key
        JOIN training.pilot ON pilot.activity_key = COALESCE(deeds.pilot_activity_key, enrolment.activity_key)
    ) AS person
    GROUP BY pilot_key
),
awarded AS (
    SELECT
        award.pilot_key, count(DISTINCT award.agent_key) AS people,
        count(DISTINCT (award.agent_key, award.competence_item_key, award.level)) AS awards,
        count(credential.credential_id) AS credentials
    FROM credential.award
    LEFT JOIN credential.credential ON credential.award_key = award.award_key
    WHERE award.withdrawn_at IS NULL AND award.decision <> 'proposed'
    GROUP BY award.pilot_key
),
counted AS (
    SELECT
        pilot.pilot_key,
        COALESCE(total.enrolled, 0) AS enrolled,
        COALESCE(total.active, 0) AS active,
        COALESCE(total.pre_tested, 0) AS pre_tested,
        COALESCE(total.post_tested, 0) AS post_tested,
        COALESCE(total.passed, 0) AS passed,
        COALESCE(awarded.people, 0) AS awarded,
        COALESCE(awarded.awards, 0) AS awards,
        COALESCE(awarded.credentials, 0) AS credentials,
        COALESCE(total.people, 0) AS people,
        COALESCE(total.statements, 0) AS statements,
        total.first_at,
        total.last_at,
        COALESCE(total.gain_pairs, 0) AS gain_pairs,
        total.gain_mean,
        disclosure.k
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN total USING (pilot_key)
    LEFT JOIN awarded USING (pilot_key)
)
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
    pilot.state,
    pilot.starts_on,
    pilot.ends_on,
    CASE WHEN NOT evaluation.too_few(counted.enrolled, k) THEN counted.enrolled END AS n,
    CASE
        WHEN NOT evaluation.too_few(counted.enrolled, k) AND NOT evaluation.too_few(counted.active, k)
            THEN counted.enrolled - counted.active
    END AS n_missing,
    CASE WHEN NOT evaluation.too_few(counted.enrolled, k) THEN counted.enrolled END AS enrolled,
    CASE WHEN NOT evaluation.too_few(counted.active, k) THEN counted.active END AS active,
    CASE WHEN NOT evaluation.too_few(counted.pre_tested, k) THEN counted.pre_tested END AS with_pre_test,
    CASE WHEN NOT evaluation.too_few(counted.post_tested, k) THEN counted.post_tested END AS with_post_test,
    CASE WHEN NOT evaluation.too_few(counted.passed, k) THEN counted.passed END AS passed,
    CASE WHEN NOT evaluation.too_few(counted.awarded, k) THEN counted.awarded END AS awarded,
    CASE WHEN NOT evaluation.too_few(counted.awarded, k) THEN counted.awards END AS awards,
    CASE WHEN NOT evaluation.too_few(counted.awarded, k) THEN counted.credentials END AS credentials,
    CASE WHEN NOT evaluation.too_few(counted.people, k) THEN counted.statements END AS statements,
    CASE WHEN NOT evaluation.too_few(counted.people, k) THEN counted.first_at END AS first_statement_at,
    CASE WHEN NOT evaluation.too_few(counted.people, k) THEN counted.last_at END AS last_statement_at,
    CASE WHEN NOT evaluation.too_few(counted.gain_pairs, k) THEN counted.gain_pairs END AS gain_pairs,
    CASE WHEN NOT evaluation.too_few(counted.gain_pairs, k) THEN counted.gain_mean END AS gain_mean,
    evaluation.too_few(counted.enrolled, k) OR evaluation.too_few(counted.active, k)
        OR evaluation.too_few(counted.pre_tested, k) OR evaluation.too_few(counted.post_tested, k)
        OR evaluation.too_few(counted.passed, k) OR evaluation.too_few(counted.awarded, k)
        OR evaluation.too_few(counted.people, k) OR evaluation.too_few(counted.gain_pairs, k) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM training.pilot
JOIN counted USING (pilot_key)
JOIN framework.document USING (document_key)
JOIN framework.item AS profile ON profile.identifier = pilot.profile_item;

ALTER VIEW evaluation.pilot_overview OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.pilot_overview TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.pilot_overview IS
    'One row per pilot: plan, people by step of the way, awards, gain. Source: training.pilot and enrolment, '
    'lrs.statement, credential.award. People are counted once each, whatever they did how often. Voided statements '
    'never count; missing is never failed. A number about 1 to evaluation.threshold() - 1 people is hidden: null, and '
    'suppressed is true. Caveat: one group before and after shows change, not its cause.';
COMMENT ON COLUMN evaluation.pilot_overview.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.pilot_overview.title IS 'Title of the pilot.';
COMMENT ON COLUMN evaluation.pilot_overview.partners IS
    'Codes of the partners that run it, in order; several when it is run jointly.';
COMMENT ON COLUMN evaluation.pilot_overview.framework IS 'Code and version of the framework that it refers to.';
COMMENT ON COLUMN evaluation.pilot_overview.profile IS 'Code of the staff profile trained for, e.g. P4.';
COMMENT ON COLUMN evaluation.pilot_overview.profile_name IS 'Name of the staff profile.';
COMMENT ON COLUMN evaluation.pilot_overview.curriculum IS 'IRI of the curriculum version.';
COMMENT ON COLUMN evaluation.pilot_overview.curriculum_version IS 'Version of the curriculum.';
COMMENT ON COLUMN evaluation.pilot_overview.planned_hours IS 'Planned training time per person, in hours.';
COMMENT ON COLUMN evaluation.pilot_overview.state IS 'planned, running, closed or reported.';
COMMENT ON COLUMN evaluation.pilot_overview.starts_on IS 'First day of the training, as planned.';
COMMENT ON COLUMN evaluation.pilot_overview.ends_on IS 'Last day of the training, as planned.';
COMMENT ON COLUMN evaluation.pilot_overview.n IS 'People on whom the row is based: those enrolled.';
COMMENT ON COLUMN evaluation.pilot_overview.n_missing IS
    'Enrolled people from whom nothing came: enrolled minus active. Says how complete the data are, so it is hidden '
    'only along with either of the two.';
COMMENT ON COLUMN evaluation.pilot_overview.enrolled IS
    'People enrolled, those who left later included: on the pilot''s list, or with a statement "registered" on the '
    'pilot. The steps below count among these.';
COMMENT ON COLUMN evaluation.pilot_overview.active IS
    'Enrolled people with at least one statement other than registered or unregistered.';
COMMENT ON COLUMN evaluation.pilot_overview.with_pre_test IS
    'Enrolled people with a passed or failed test of phase pre.';
COMMENT ON COLUMN evaluation.pilot_overview.with_post_test IS
    'Enrolled people with a passed or failed test of phase post.';
COMMENT ON COLUMN evaluation.pilot_overview.passed IS
    'Enrolled people who passed at least one test, those of phase pre not counted. The others may not have been '
    'tested: '
    'they are not failed.';
COMMENT ON COLUMN evaluation.pilot_overview.awarded IS 'People with at least one award from this pilot that stands.';
COMMENT ON COLUMN evaluation.pilot_overview.awards IS
    'Awards from this pilot that stand: a person, a competence, a level each. Hidden when awarded is.';
COMMENT ON COLUMN evaluation.pilot_overview.credentials IS
    'Credentials issued for those awards, expired ones included. Hidden when awarded is.';
COMMENT ON COLUMN evaluation.pilot_overview.statements IS
    'Statements of the pilot, of everybody. Hidden when fewer people than the threshold made them.';
COMMENT ON COLUMN evaluation.pilot_overview.first_statement_at IS
    'When the first of them happened, by the platform''s clock. Hidden when statements is.';
COMMENT ON COLUMN evaluation.pilot_overview.last_statement_at IS
    'When the last of them happened, by the platform''s clock. Hidden when statements is.';
COMMENT ON COLUMN evaluation.pilot_overview.gain_pairs IS
    'Enrolled people with a scaled score before and after, in the same competence: the n of gain_mean.';
COMMENT ON COLUMN evaluation.pilot_overview.gain_mean IS
    'Mean gain in points of the scaled score (-1 to 1). A person''s gain is post minus pre of the last passed or '
    'failed '
    'test of each phase, averaged over the competences tested in both (tests that name none count as one); then the '
    'mean over people. Null without pairs or with fewer than the threshold. Caveats: only who took both tests; tests '
    'should be equally hard; regression to the mean.';
COMMENT ON COLUMN evaluation.pilot_overview.suppressed IS
    'Whether a number of the row is hidden because it is about too few people.';
COMMENT ON COLUMN evaluation.pilot_overview.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
