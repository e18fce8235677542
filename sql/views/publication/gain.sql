-- One row per pilot: what its people gained from before to after the training. What would be told of a pilot if it
-- were published now.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW publication.gain WITH (security_barrier = true) AS
WITH found AS (
    SELECT pilot_key, evaluation.gain(pre, post, 1) AS estimate
    FROM analysis.score_change_of_person
    GROUP BY pilot_key
)
SELECT
    size.code AS pilot,
    document.code || ' ' || document.version AS framework,
    profile.code AS profile,
    size.n_from,
    size.n_to,
    part.people_from AS pairs_from,
    part.people_to AS pairs_to,
    CASE WHEN shown AND means_shown THEN round((estimate).pre_mean::numeric, 2) END AS pre_mean,
    CASE WHEN shown AND means_shown THEN round((estimate).post_mean::numeric, 2) END AS post_mean,
    CASE WHEN shown THEN round((estimate).gain_mean::numeric, 2) END AS gain_mean,
    CASE WHEN shown THEN round((estimate).gain_low::numeric, 2) END AS gain_low,
    CASE WHEN shown THEN round((estimate).gain_high::numeric, 2) END AS gain_high,
    CASE WHEN shown THEN round((estimate).g_av::numeric, 2) END AS g_av,
    NOT shown AS suppressed,
    now() AS as_of
FROM analysis.pilot_size AS size
JOIN training.pilot ON pilot.pilot_key = size.pilot_key
JOIN framework.document ON document.document_key = pilot.document_key
JOIN framework.item AS profile ON profile.identifier = pilot.profile_item
LEFT JOIN found ON found.pilot_key = size.pilot_key
CROSS JOIN LATERAL evaluation.coded_count(COALESCE((estimate).n, 0), size.told_k) AS part
CROSS JOIN LATERAL (
    SELECT
        -- Where nobody's gain differs, the mean is everybody's.
        COALESCE(part.people_from >= size.k AND (estimate).gain_sd > 0, false) AS shown,
        -- Close to the most that is possible, a mean tells everybody's score.
        abs((estimate).pre_mean) <= 0.95 AND abs((estimate).post_mean) <= 0.95 AS means_shown
) AS judged;

ALTER VIEW publication.gain OWNER TO tessera_reporting;
GRANT SELECT ON publication.gain TO tessera_service;

COMMENT ON VIEW publication.gain IS 'What published.gain would tell of pilots if they were published now.';
COMMENT ON COLUMN publication.gain.pilot IS 'As published.gain.pilot.';
COMMENT ON COLUMN publication.gain.framework IS 'As published.gain.framework.';
COMMENT ON COLUMN publication.gain.profile IS 'As published.gain.profile.';
COMMENT ON COLUMN publication.gain.n_from IS 'As published.gain.n_from.';
COMMENT ON COLUMN publication.gain.n_to IS 'As published.gain.n_to.';
COMMENT ON COLUMN publication.gain.pairs_from IS 'As published.gain.pairs_from.';
COMMENT ON COLUMN publication.gain.pairs_to IS 'As published.gain.pairs_to.';
COMMENT ON COLUMN publication.gain.pre_mean IS 'As published.gain.pre_mean.';
COMMENT ON COLUMN publication.gain.post_mean IS 'As published.gain.post_mean.';
COMMENT ON COLUMN publication.gain.gain_mean IS 'As published.gain.gain_mean.';
COMMENT ON COLUMN publication.gain.gain_low IS 'As published.gain.gain_low.';
COMMENT ON COLUMN publication.gain.gain_high IS 'As published.gain.gain_high.';
COMMENT ON COLUMN publication.gain.g_av IS 'As published.gain.g_av.';
COMMENT ON COLUMN publication.gain.suppressed IS 'As published.gain.suppressed.';
COMMENT ON COLUMN publication.gain.as_of IS 'As published.gain.as_of.';
