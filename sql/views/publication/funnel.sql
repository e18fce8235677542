-- One row per pilot and step of the way. What would be told of a pilot if it were published now.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW publication.funnel WITH (security_barrier = true) AS
WITH taken AS (
    SELECT
        deeds.pilot_key,
        count(*) FILTER (WHERE started) AS started,
        count(*) FILTER (
            WHERE completed
                OR extract(epoch FROM attended) / 3600 >= NULLIF(pilot.planned_hours, 0) / 2
        ) AS half,
        count(*) FILTER (WHERE completed) AS completed,
        count(*) FILTER (WHERE assessed) AS assessed,
        count(*) FILTER (WHERE passed) AS passed,
        count(*) FILTER (WHERE EXISTS (
            SELECT FROM credential.award
            JOIN credential.credential ON credential.award_key = award.award_key
            WHERE award.pilot_key = deeds.pilot_key AND award.agent_key = deeds.agent_key
                AND award.withdrawn_at IS NULL
        )) AS credentialed,
        count(*) FILTER (WHERE followed_up) AS followed_up
    FROM analysis.person_deeds AS deeds
    JOIN training.pilot ON pilot.pilot_key = deeds.pilot_key
    GROUP BY deeds.pilot_key
)
SELECT
    size.code AS pilot,
    step.position,
    step.name AS step,
    size.n_from,
    size.n_to,
    part.people_from AS people_from,
    part.people_to AS people_to,
    share.share_from,
    share.share_to,
    COALESCE(part.people_from < size.k, true) AS suppressed,
    now() AS as_of
FROM analysis.pilot_size AS size
LEFT JOIN taken ON taken.pilot_key = size.pilot_key
CROSS JOIN LATERAL (
    VALUES
        (1, 'started', taken.started), (2, 'half', taken.half), (3, 'completed', taken.completed),
        (4, 'assessed', taken.assessed), (5, 'passed', taken.passed), (6, 'credentialed', taken.credentialed),
        (7, 'followed up', taken.followed_up)
) AS step (position, name, people)
CROSS JOIN LATERAL evaluation.coded_count(COALESCE(step.people, 0), size.told_k) AS part
LEFT JOIN LATERAL evaluation.coded_share(part.people_from, part.people_to, size.n_from, size.n_to) AS share ON true;

ALTER VIEW publication.funnel OWNER TO tessera_reporting;
GRANT SELECT ON publication.funnel TO tessera_service;

COMMENT ON VIEW publication.funnel IS 'What published.funnel would tell of pilots if they were published now.';
COMMENT ON COLUMN publication.funnel.pilot IS 'As published.funnel.pilot.';
COMMENT ON COLUMN publication.funnel.position IS 'As published.funnel.position.';
COMMENT ON COLUMN publication.funnel.step IS 'As published.funnel.step.';
COMMENT ON COLUMN publication.funnel.n_from IS 'As published.funnel.n_from.';
COMMENT ON COLUMN publication.funnel.n_to IS 'As published.funnel.n_to.';
COMMENT ON COLUMN publication.funnel.people_from IS 'As published.funnel.people_from.';
COMMENT ON COLUMN publication.funnel.people_to IS 'As published.funnel.people_to.';
COMMENT ON COLUMN publication.funnel.share_from IS 'As published.funnel.share_from.';
COMMENT ON COLUMN publication.funnel.share_to IS 'As published.funnel.share_to.';
COMMENT ON COLUMN publication.funnel.suppressed IS 'As published.funnel.suppressed.';
COMMENT ON COLUMN publication.funnel.as_of IS 'As published.funnel.as_of.';
