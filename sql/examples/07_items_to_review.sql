-- Which questions of the tests should be looked at before the test is used again?
--
-- One row per item. difficulty is the mean score: over 0.9 nearly everybody is right, under 0.2 nearly nobody.
-- discrimination tells whether those who know the rest know this too: under 0.2 it is weak, under 0 the key may be
-- wrong. With few people both jump about; look at the item itself before you drop it.
SELECT
    pilot,
    COALESCE(instrument_code, instrument) AS instrument,
    phase,
    position,
    COALESCE(item_text, item) AS item,
    competence,
    n,
    round(difficulty::numeric, 2) AS difficulty,
    round(discrimination::numeric, 2) AS discrimination,
    concat_ws(
        ', ',
        CASE WHEN difficulty > 0.9 THEN 'too easy' WHEN difficulty < 0.2 THEN 'too hard' END,
        CASE WHEN discrimination < 0 THEN 'key wrong?' WHEN discrimination < 0.2 THEN 'tells little' END
    ) AS remark
FROM evaluation.item_analysis
WHERE NOT suppressed
ORDER BY discrimination NULLS LAST, pilot, instrument, position;
