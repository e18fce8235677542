-- One row per pilot and time of the follow-up that enough people answered. What would be told of a pilot if it were
-- published now.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW publication.transfer WITH (security_barrier = true) AS
WITH answer AS (
    SELECT
        person.pilot_key, person.agent_key, statement.months_after,
        bool_or(
            verb.iri = 'https://w3id.org/xapi/iust/verbs/applied' AND statement.success IS NOT FALSE
        ) AS applied
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN analysis.person
        ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
    WHERE NOT statement.voided AND statement.phase = 'followup'
    GROUP BY person.pilot_key, person.agent_key, statement.months_after
),
counted AS (
    SELECT pilot_key, months_after, count(*) AS people, count(*) FILTER (WHERE applied) AS applied
    FROM answer
    GROUP BY pilot_key, months_after
)
SELECT
    size.code AS pilot,
    counted.months_after,
    size.n_from,
    size.n_to,
    part.people_from AS answered_from,
    part.people_to AS answered_to,
    within.people_from AS applied_from,
    within.people_to AS applied_to,
    share.share_from,
    share.share_to,
    within.people_from < size.k AS suppressed,
    now() AS as_of
FROM counted
JOIN analysis.pilot_size AS size ON size.pilot_key = counted.pilot_key
CROSS JOIN LATERAL evaluation.coded_count(counted.people, size.told_k) AS part
CROSS JOIN LATERAL evaluation.coded_count(counted.applied, size.told_k) AS within
LEFT JOIN LATERAL evaluation.coded_share(
    within.people_from, within.people_to, part.people_from, part.people_to
) AS share ON true
-- A row tells that somebody answered; without it nobody or few did.
WHERE part.people_from >= size.k;

ALTER VIEW publication.transfer OWNER TO tessera_reporting;
GRANT SELECT ON publication.transfer TO tessera_service;

COMMENT ON VIEW publication.transfer IS 'What published.transfer would tell of pilots if they were published now.';
COMMENT ON COLUMN publication.transfer.pilot IS 'As published.transfer.pilot.';
COMMENT ON COLUMN publication.transfer.months_after IS 'As published.transfer.months_after.';
COMMENT ON COLUMN publication.transfer.n_from IS 'As published.transfer.n_from.';
COMMENT ON COLUMN publication.transfer.n_to IS 'As published.transfer.n_to.';
COMMENT ON COLUMN publication.transfer.answered_from IS 'As published.transfer.answered_from.';
COMMENT ON COLUMN publication.transfer.answered_to IS 'As published.transfer.answered_to.';
COMMENT ON COLUMN publication.transfer.applied_from IS 'As published.transfer.applied_from.';
COMMENT ON COLUMN publication.transfer.applied_to IS 'As published.transfer.applied_to.';
COMMENT ON COLUMN publication.transfer.share_from IS 'As published.transfer.share_from.';
COMMENT ON COLUMN publication.transfer.share_to IS 'As published.transfer.share_to.';
COMMENT ON COLUMN publication.transfer.suppressed IS 'As published.transfer.suppressed.';
COMMENT ON COLUMN publication.transfer.as_of IS 'As published.transfer.as_of.';
