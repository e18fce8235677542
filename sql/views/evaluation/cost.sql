-- What pilots cost, in all and per person: one row per pilot that the asking evaluator may see and currency.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.cost WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
spent AS (
    SELECT pilot_key, currency, sum(amount) AS amount, count(*) AS lines
    FROM training.pilot_cost
    GROUP BY pilot_key, currency
),
person AS (
    SELECT
        pilot_key, count(*) AS enrolled, count(*) FILTER (WHERE started) AS started,
        count(*) FILTER (WHERE completed) AS completed
    FROM analysis.person_deeds
    GROUP BY pilot_key
),
raised AS (
    -- A level of a competence gained by a person: the highest that an award of the pilot holds.
    SELECT pilot_key, count(DISTINCT agent_key) AS people, sum(level) AS levels
    FROM (
        SELECT pilot_key, agent_key, competence_item_key, max(level) AS level
        FROM credential.award
        WHERE withdrawn_at IS NULL AND decision <> 'proposed'
        GROUP BY pilot_key, agent_key, competence_item_key
    ) AS held
    GROUP BY pilot_key
),
judged AS (
    SELECT
        pilot.code, spent.currency, spent.amount, spent.lines,
        COALESCE(person.enrolled, 0) AS enrolled, COALESCE(person.started, 0) AS started,
        COALESCE(person.completed, 0) AS completed, raised.levels,
        NOT evaluation.too_few(COALESCE(person.enrolled, 0), k) AS shown,
        NOT evaluation.too_few(COALESCE(person.started, 0), k) AS started_shown,
        NOT evaluation.too_few(COALESCE(person.completed, 0), k) AS completed_shown,
        NOT evaluation.too_few(COALESCE(raised.people, 0), k) AS levels_shown
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN spent ON spent.pilot_key = pilot.pilot_key
    LEFT JOIN person ON person.pilot_key = pilot.pilot_key
    LEFT JOIN raised ON raised.pilot_key = pilot.pilot_key
)
SELECT
    code AS pilot,
    currency,
    amount AS total,
    COALESCE(lines, 0) AS lines,
    CASE WHEN shown THEN enrolled END AS n,
    CASE WHEN shown AND started_shown THEN enrolled - started END AS n_missing,
    CASE WHEN shown THEN round(amount / NULLIF(enrolled, 0), 2) END AS per_participant,
    CASE WHEN shown AND completed_shown THEN round(amount / NULLIF(completed, 0), 2) END AS per_completer,
    CASE WHEN shown AND levels_shown THEN round(amount / NULLIF(levels, 0), 2) END AS per_level,
    NOT (shown AND started_shown AND completed_shown AND levels_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged;

ALTER VIEW evaluation.cost OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.cost TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.cost IS
    'The cost of pilots as their partners entered it, one row per pilot and currency; a pilot without any has one row '
    'with nulls. Source: training.pilot_cost, enrolment, lrs.statement, credential.award. Caveats: currencies are not '
    'converted; what was not entered is not known, not free; a low cost per level may only tell of an easy rule. '
    'Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.cost.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.cost.currency IS 'ISO 4217 code of the currency; null if no cost was entered.';
COMMENT ON COLUMN evaluation.cost.total IS 'Sum of the cost lines.';
COMMENT ON COLUMN evaluation.cost.lines IS 'Number of the cost lines.';
COMMENT ON COLUMN evaluation.cost.n IS 'People enrolled.';
COMMENT ON COLUMN evaluation.cost.n_missing IS 'Enrolled people from whom nothing came.';
COMMENT ON COLUMN evaluation.cost.per_participant IS 'total / people enrolled, to two digits.';
COMMENT ON COLUMN evaluation.cost.per_completer IS
    'total / people who completed the pilot or its curriculum (evaluation.funnel). Null when they are too few, or '
    'nobody.';
COMMENT ON COLUMN evaluation.cost.per_level IS
    'total / levels of competences gained: the sum of the highest level of each person and competence with an award '
    'of the pilot that stands. Null when the people are too few, or nobody.';
COMMENT ON COLUMN evaluation.cost.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.cost.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
