-- What is known of the items of defined instruments.

CREATE OR REPLACE VIEW analysis.item AS
SELECT
    version.activity_key AS instrument_key,
    item.activity_key AS item_key,
    item.instrument_item_key,
    instrument.code || ' ' || version.version AS instrument_code,
    item.position,
    COALESCE(
        item.texts ->> 'en', (SELECT value FROM jsonb_each_text(item.texts) ORDER BY key LIMIT 1)
    ) AS item_text,
    competence.code AS competence,
    item.interaction,
    item.reversed,
    item.correct_responses
FROM training.instrument_version AS version
JOIN training.instrument USING (instrument_key)
JOIN training.instrument_item AS item USING (instrument_version_key)
LEFT JOIN framework.item AS competence ON competence.identifier = item.competence_item;

ALTER VIEW analysis.item OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.item IS 'One row per item of each version of each defined instrument.';
COMMENT ON COLUMN analysis.item.instrument_key IS 'The version in lrs.activity.';
COMMENT ON COLUMN analysis.item.item_key IS 'The item in lrs.activity.';
COMMENT ON COLUMN analysis.item.instrument_item_key IS 'The item in training.instrument_item.';
COMMENT ON COLUMN analysis.item.instrument_code IS 'Code and version of the instrument.';
COMMENT ON COLUMN analysis.item.position IS 'Place in the version, from 1.';
COMMENT ON COLUMN analysis.item.item_text IS 'The question in English, or in the first language that it is in.';
COMMENT ON COLUMN analysis.item.competence IS 'Code of the competence that the item is about.';
COMMENT ON COLUMN analysis.item.interaction IS 'xAPI interaction type.';
COMMENT ON COLUMN analysis.item.reversed IS 'Whether high answers on the scale mean little.';
COMMENT ON COLUMN analysis.item.correct_responses IS 'The key.';
