-- Who applied at work what was learnt: one row per pilot that the asking evaluator may see, follow-up, and competence
-- applied by anybody, and one for any competence.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.transfer WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
answer AS (
    SELECT
        person.pilot_key, person.agent_key, NULLIF(told.months_after, -1) AS months_after, competence.competence_key,
        told.applied
    FROM analysis.followup_answer AS told
    JOIN analysis.actor AS person
        ON person.pilot_activity_key = told.pilot_key AND person.agent_key = told.agent_key
    LEFT JOIN analysis.competence ON competence.activity_key = told.competence_key
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key
),
asked AS (
    SELECT pilot_key, months_after, count(DISTINCT agent_key) AS n
    FROM answer
    GROUP BY pilot_key, months_after
),
counted AS (
    SELECT pilot_key, months_after, competence_key, count(DISTINCT agent_key) AS applied
    FROM answer
    WHERE applied AND competence_key IS NOT NULL
    GROUP BY pilot_key, months_after, competence_key
    UNION ALL
    SELECT pilot_key, months_after, NULL, count(DISTINCT agent_key) FILTER (WHERE applied)
    FROM answer
    GROUP BY pilot_key, months_after
),
judged AS (
    SELECT
        counted.*, asked.n, enrolled.people,
        NOT evaluation.too_few(asked.n, k) AS n_shown,
        NOT evaluation.too_few(enrolled.people, k) AS people_shown,
        NOT evaluation.too_few(asked.n, k) AND NOT evaluation.too_few(counted.applied, k) AS shown
    FROM counted
    JOIN asked
        ON asked.pilot_key = counted.pilot_key AND asked.months_after IS NOT DISTINCT FROM counted.months_after
    JOIN enrolled ON enrolled.pilot_key = counted.pilot_key
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.months_after,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    CASE WHEN n_shown THEN n END AS n,
    CASE WHEN n_shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN applied END AS applied,
    CASE WHEN shown THEN applied::double precision / NULLIF(n, 0) END AS share,
    CASE WHEN shown THEN (evaluation.wilson_interval(applied, n)).low END AS share_low,
    CASE WHEN shown THEN (evaluation.wilson_interval(applied, n)).high END AS share_high,
    NOT (n_shown AND people_shown AND shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
LEFT JOIN framework.item AS competence ON competence.item_key = judged.competence_key
LEFT JOIN framework.document ON document.document_key = competence.document_key;

ALTER VIEW evaluation.transfer OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.transfer TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.transfer IS
    'How many of the people who answered in a follow-up applied a competence at work, by their own report: one row '
    'per pilot, time of the follow-up, and competence that anybody applied, and one with no competence for any of '
    'them. Source: lrs.statement (phase followup; verb applied, unless its success is false), of enrolled people. '
    'Caveat: who did not answer is missing, and may or may not have applied anything; managers'' views are in '
    'evaluation.manager_agreement. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and '
    'suppressed is true.';
COMMENT ON COLUMN evaluation.transfer.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.transfer.months_after IS
    'Months between the pilot''s end and the follow-up, as told; null if not told.';
COMMENT ON COLUMN evaluation.transfer.framework IS
    'Code and version of the framework that the competence is from; null in the row for any competence.';
COMMENT ON COLUMN evaluation.transfer.competence IS
    'Code of the competence; null in the row for any, also one that the framework does not know.';
COMMENT ON COLUMN evaluation.transfer.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.transfer.n IS 'People with any statement of this follow-up.';
COMMENT ON COLUMN evaluation.transfer.n_missing IS 'Enrolled people without: missing, not without transfer.';
COMMENT ON COLUMN evaluation.transfer.applied IS 'People of n who applied it.';
COMMENT ON COLUMN evaluation.transfer.share IS 'applied / n, from 0 to 1.';
COMMENT ON COLUMN evaluation.transfer.share_low IS 'Lower end of Wilson''s 95 % interval of the share.';
COMMENT ON COLUMN evaluation.transfer.share_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.transfer.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.transfer.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
