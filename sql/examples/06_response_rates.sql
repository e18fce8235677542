-- Did enough people answer each questionnaire and test for its results to stand for the group?
--
-- One row per pilot, phase and instrument, the lowest share first. basis tells who was asked: people invited by list, a
-- number of invitations, or everybody enrolled. The interval is Wilson's; with a low share, ask who did not answer.
SELECT
    pilot,
    phase,
    COALESCE(instrument_code, instrument) AS instrument,
    basis,
    n AS asked,
    returned,
    round(100 * share::numeric) AS percent,
    round(100 * share_low::numeric) AS percent_low,
    round(100 * share_high::numeric) AS percent_high,
    suppressed
FROM evaluation.response_rate
ORDER BY pilot, share NULLS LAST, phase, instrument;
