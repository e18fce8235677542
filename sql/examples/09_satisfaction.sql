-- What do people think of the training?
--
-- One row per item on a scale, of each instrument and phase. top_2_share is the share of the two most favourable places,
-- with items that are turned round taken into account. Use the median; means of such scales are a help only. The
-- distribution is told as "place: people", where a null is a place with too few people to tell.
SELECT
    pilot,
    COALESCE(instrument_code, instrument) AS instrument,
    phase,
    position,
    item_text,
    max(n) AS n,
    max(n_missing) AS n_missing,
    round(100 * max(top_2_share)::numeric) AS percent_favourable,
    max(median) AS median,
    string_agg(option_position || ': ' || COALESCE(people::text, 'null'), ', ' ORDER BY option_position)
        AS distribution
FROM evaluation.likert
GROUP BY pilot, instrument_code, instrument, phase, position, item, item_text
ORDER BY pilot, instrument, phase, position;
