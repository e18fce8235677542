-- What people answered to which item. The last answer of a phase counts.

CREATE OR REPLACE VIEW analysis.person_answer AS
SELECT
    answer.pilot_key, answer.agent_key, answer.phase, answer.instrument_key, answer.item_key, answer.nonresponse,
    CASE WHEN answer.nonresponse IS NULL THEN answer.response END AS response,
    item.instrument_item_key, option.position AS option_position,
    CASE
        WHEN answer.nonresponse IS NOT NULL THEN NULL
        WHEN item.interaction = 'likert' THEN
            CASE WHEN item.reversed THEN scale.length + 1 - option.position ELSE option.position END
        WHEN answer.score_scaled IS NOT NULL THEN answer.score_scaled
        WHEN answer.success IS NOT NULL THEN answer.success::integer
    END::numeric AS value
FROM (
    SELECT DISTINCT ON (
        person.pilot_key, person.agent_key, statement.phase, statement.instrument_key, statement.item_key
    )
        person.pilot_key, person.agent_key, statement.phase, statement.instrument_key, statement.item_key,
        statement.nonresponse, statement.response, statement.success, statement.score_scaled
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN analysis.person
        ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
    WHERE NOT statement.voided
        AND verb.iri = 'http://adlnet.gov/expapi/verbs/answered'
        AND statement.instrument_key IS NOT NULL
        AND statement.item_key IS NOT NULL
        AND statement.phase IS NOT NULL
    ORDER BY
        person.pilot_key, person.agent_key, statement.phase, statement.instrument_key, statement.item_key,
        statement."timestamp" DESC, statement.statement_key DESC
) AS answer
LEFT JOIN training.instrument_version AS version ON version.activity_key = answer.instrument_key
LEFT JOIN training.instrument_item AS item
    ON item.instrument_version_key = version.instrument_version_key AND item.activity_key = answer.item_key
LEFT JOIN training.instrument_option AS option
    ON option.instrument_item_key = item.instrument_item_key AND option.component = 'scale'
    AND option.option_id = answer.response
LEFT JOIN LATERAL (
    SELECT count(*) AS length
    FROM training.instrument_option AS scale_option
    WHERE scale_option.instrument_item_key = item.instrument_item_key AND scale_option.component = 'scale'
) AS scale ON item.interaction = 'likert';

ALTER VIEW analysis.person_answer OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person_answer IS
    'One row per pilot, enrolled person, phase, instrument and item with a statement "answered".';
COMMENT ON COLUMN analysis.person_answer.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person_answer.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person_answer.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.person_answer.instrument_key IS 'The instrument in lrs.activity.';
COMMENT ON COLUMN analysis.person_answer.item_key IS 'The item in lrs.activity.';
COMMENT ON COLUMN analysis.person_answer.nonresponse IS 'Why there is no answer; null where there is one.';
COMMENT ON COLUMN analysis.person_answer.response IS 'The answer as sent; null where there is none.';
COMMENT ON COLUMN analysis.person_answer.instrument_item_key IS
    'The item of the defined instrument; null if the instrument is not defined, or has no such item.';
COMMENT ON COLUMN analysis.person_answer.option_position IS 'Place of the answer on the item''s scale, from 1.';
COMMENT ON COLUMN analysis.person_answer.value IS
    'The answer as a number: on a scale its place, turned round if the item is reversed; in a test the scaled score, '
    'or 1 for right and 0 for wrong. Null is missing, never wrong.';
