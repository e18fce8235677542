-- Whether managers see what people say that they apply: one row per pilot that the asking evaluator may see and
-- follow-up in which both told of anybody.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.manager_agreement WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
rating AS (
    -- A person's own, and what others tell with the person's registration. The last of each counts.
    SELECT DISTINCT ON (
        enrolment.pilot_key, enrolment.agent_key, told.months_after, competence.competence_key, own.is_own
    )
        enrolment.pilot_key, enrolment.agent_key, NULLIF(told.months_after, -1) AS months_after,
        competence.competence_key, own.is_own, told.applied
    FROM analysis.rating AS told
    JOIN training.pilot ON pilot.activity_key = told.pilot_key
    LEFT JOIN training.enrolment AS rater ON rater.pilot_key = pilot.pilot_key AND rater.agent_key = told.agent_key
    JOIN training.enrolment
        ON enrolment.pilot_key = pilot.pilot_key
        AND (
            enrolment.enrolment_key = rater.enrolment_key
            OR rater.enrolment_key IS NULL AND enrolment.registration = told.registration
        )
    JOIN analysis.competence ON competence.activity_key = told.competence_key
    CROSS JOIN LATERAL (SELECT CASE WHEN told.agent_key <> 0 THEN rater.enrolment_key IS NOT NULL END AS is_own) AS own
    ORDER BY
        enrolment.pilot_key, enrolment.agent_key, told.months_after, competence.competence_key, own.is_own,
        told.rated_at DESC, told.statement_key DESC
),
pair AS (
    SELECT
        pilot_key, agent_key, months_after, competence_key,
        bool_or(applied) FILTER (WHERE is_own) AS own,
        bool_or(applied) FILTER (WHERE NOT is_own) AS managers
    FROM rating
    GROUP BY pilot_key, agent_key, months_after, competence_key
),
counted AS (
    SELECT
        pilot_key, months_after,
        count(DISTINCT agent_key) FILTER (WHERE own IS NOT NULL AND managers IS NOT NULL) AS people,
        count(*) FILTER (WHERE own IS NOT NULL AND managers IS NOT NULL) AS n,
        count(*) FILTER (WHERE own IS NULL OR managers IS NULL) AS n_missing,
        avg((own = managers)::integer)::double precision AS agreement,
        evaluation.cohen_kappa(array_agg(own::text), array_agg(managers::text)) AS kappa
    FROM pair
    GROUP BY pilot_key, months_after
),
judged AS (
    SELECT counted.*, NOT evaluation.too_few(people, k) AS shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.months_after,
    CASE WHEN shown THEN people END AS people,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown THEN n_missing END AS n_missing,
    CASE WHEN shown THEN agreement END AS agreement,
    CASE WHEN shown THEN kappa END AS kappa,
    NOT shown AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key;

ALTER VIEW evaluation.manager_agreement OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.manager_agreement TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.manager_agreement IS
    'How far people and their managers agree on whether competences were applied at work, one row per pilot and '
    'follow-up with a report of either. A manager''s report is a statement applied with the person''s registration by '
    'somebody who is not enrolled; success false is not applied. Source: lrs.statement, of people on the pilot''s '
    'list. Formula: evaluation.cohen_kappa. Caveats: kappa is low where almost everybody applied, whatever the '
    'agreement; several managers of one person count by their last report. Numbers about 1 to evaluation.threshold() '
    '- 1 people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.manager_agreement.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.manager_agreement.months_after IS
    'Months between the pilot''s end and the follow-up, as told; null if not told.';
COMMENT ON COLUMN evaluation.manager_agreement.people IS 'People of whom both told about a competence at least.';
COMMENT ON COLUMN evaluation.manager_agreement.n IS 'Persons times competences of which both told.';
COMMENT ON COLUMN evaluation.manager_agreement.n_missing IS
    'Persons times competences of which only one of the two told.';
COMMENT ON COLUMN evaluation.manager_agreement.agreement IS 'Share of n in which both say the same, from 0 to 1.';
COMMENT ON COLUMN evaluation.manager_agreement.kappa IS
    'Cohen''s kappa, up to 1; 0 is what chance would give. Null if both always say the same one thing.';
COMMENT ON COLUMN evaluation.manager_agreement.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.manager_agreement.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
