-- Why answers are missing: one row per pilot that the asking evaluator may see, instrument, phase and item.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.missingness WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
counted AS (
    SELECT
        asked.pilot_key, asked.phase, asked.instrument_key, answer.item_key, asked.people,
        ARRAY[
            COALESCE(sum(answer.people) FILTER (WHERE nonresponse IS NULL), 0),
            COALESCE(sum(answer.people) FILTER (WHERE nonresponse = 'omitted'), 0),
            COALESCE(sum(answer.people) FILTER (WHERE nonresponse = 'not-reached'), 0),
            COALESCE(sum(answer.people) FILTER (WHERE nonresponse = 'not-applicable'), 0),
            COALESCE(sum(answer.people) FILTER (WHERE nonresponse = 'declined'), 0),
            asked.people - sum(answer.people)
        ]::bigint[] AS cells
    FROM analysis.asked
    JOIN analysis.item_sum AS answer USING (panel_key)
    GROUP BY asked.pilot_key, asked.phase, asked.instrument_key, answer.item_key, asked.people
),
-- Once a row: its cells are asked for one by one.
judged AS MATERIALIZED (
    SELECT
        counted.*,
        NOT evaluation.too_few(people, k) AS people_shown,
        evaluation.hidden_cells(cells, k) AS hidden
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    known.instrument_code,
    judged.phase::text AS phase,
    item.iri AS item,
    known.position,
    known.item_text,
    CASE WHEN people_shown THEN people END AS asked,
    CASE WHEN people_shown AND NOT hidden[1] THEN cells[1] END AS n,
    CASE WHEN people_shown AND NOT hidden[1] THEN people - cells[1] END AS n_missing,
    CASE WHEN people_shown AND NOT hidden[1] THEN (people - cells[1])::double precision / NULLIF(people, 0) END
        AS share_missing,
    CASE WHEN people_shown AND NOT hidden[2] THEN cells[2] END AS omitted,
    CASE WHEN people_shown AND NOT hidden[3] THEN cells[3] END AS not_reached,
    CASE WHEN people_shown AND NOT hidden[4] THEN cells[4] END AS not_applicable,
    CASE WHEN people_shown AND NOT hidden[5] THEN cells[5] END AS declined,
    CASE WHEN people_shown AND NOT hidden[6] THEN cells[6] END AS not_told,
    NOT people_shown OR true = ANY (hidden) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
LEFT JOIN analysis.item AS known
    ON known.instrument_key = judged.instrument_key AND known.item_key = judged.item_key;

ALTER VIEW evaluation.missingness OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.missingness TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.missingness IS
    'Which items were left without an answer, and why, of people who answered the instrument in any way: one row per '
    'pilot, instrument, phase and item that anybody was asked. The last answer of a phase counts, voided ones never. '
    'Source: lrs.statement (answered, with its non-response), of enrolled people. Who sent nothing of the instrument '
    'is in evaluation.response_rate. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and '
    'suppressed is true. Of the reasons at least two are hidden, if any: evaluation.hidden_cells.';
COMMENT ON COLUMN evaluation.missingness.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.missingness.instrument IS
    'IRI of the instrument''s version; as evaluation.statements.instrument.';
COMMENT ON COLUMN evaluation.missingness.instrument_code IS
    'Code and version of the instrument; null if it is not defined. Source: training.instrument.';
COMMENT ON COLUMN evaluation.missingness.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN evaluation.missingness.item IS 'IRI of the item; as evaluation.statements.item.';
COMMENT ON COLUMN evaluation.missingness.position IS
    'Place of the item in the instrument, from 1; null if it is not defined.';
COMMENT ON COLUMN evaluation.missingness.item_text IS 'The question, in English where it is.';
COMMENT ON COLUMN evaluation.missingness.asked IS 'People who answered the instrument, or told why not.';
COMMENT ON COLUMN evaluation.missingness.n IS 'Of these, people with an answer to the item.';
COMMENT ON COLUMN evaluation.missingness.n_missing IS 'The others: asked - n.';
COMMENT ON COLUMN evaluation.missingness.share_missing IS 'n_missing / asked, from 0 to 1.';
COMMENT ON COLUMN evaluation.missingness.omitted IS 'People who left it out.';
COMMENT ON COLUMN evaluation.missingness.not_reached IS 'People who did not get so far.';
COMMENT ON COLUMN evaluation.missingness.not_applicable IS 'People to whom it does not apply.';
COMMENT ON COLUMN evaluation.missingness.declined IS 'People who did not want to answer.';
COMMENT ON COLUMN evaluation.missingness.not_told IS 'People of whom there is no statement about the item.';
COMMENT ON COLUMN evaluation.missingness.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.missingness.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
