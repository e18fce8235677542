-- What became of awards and their credentials: one row per pilot that the asking evaluator may see, competence and
-- level awarded in it.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.credential_status WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key
),
latest AS (
    -- Of what a person was awarded twice, because it fell or was renewed, the last counts.
    SELECT DISTINCT ON (award.pilot_key, award.competence_item_key, award.level, award.agent_key)
        award.pilot_key, award.competence_item_key, award.level, award.agent_key,
        CASE
            WHEN award.decision = 'refused' THEN 'refused'
            WHEN award.withdrawn_at IS NOT NULL THEN 'withdrawn'
            WHEN award.decision = 'proposed' THEN 'proposed'
            WHEN credential.credential_id IS NULL THEN 'pending'
            WHEN revocation.credential_id IS NOT NULL THEN 'revoked'
            WHEN credential.valid_until <= now() THEN 'expired'
            ELSE 'valid'
        END AS status
    FROM credential.award
    JOIN analysis.person ON person.pilot_key = award.pilot_key AND person.agent_key = award.agent_key
    LEFT JOIN credential.credential ON credential.award_key = award.award_key
    LEFT JOIN credential.revocation ON revocation.credential_id = credential.credential_id
    ORDER BY
        award.pilot_key, award.competence_item_key, award.level, award.agent_key, award.award_key DESC
),
counted AS (
    SELECT
        pilot_key, competence_item_key, level, count(*) AS n,
        ARRAY[
            count(*) FILTER (WHERE status = 'proposed'),
            count(*) FILTER (WHERE status = 'pending'),
            count(*) FILTER (WHERE status = 'valid'),
            count(*) FILTER (WHERE status = 'expired'),
            count(*) FILTER (WHERE status = 'revoked'),
            count(*) FILTER (WHERE status = 'withdrawn'),
            count(*) FILTER (WHERE status = 'refused')
        ] AS cells
    FROM latest
    GROUP BY pilot_key, competence_item_key, level
),
judged AS (
    SELECT
        counted.*, enrolled.people,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(enrolled.people, k) AS people_shown,
        evaluation.hidden_cells(cells, k) AS hidden
    FROM counted
    JOIN enrolled USING (pilot_key)
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    judged.level,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown AND NOT hidden[1] THEN cells[1] END AS proposed,
    CASE WHEN shown AND NOT hidden[2] THEN cells[2] END AS pending,
    CASE WHEN shown AND NOT hidden[3] THEN cells[3] END AS valid,
    CASE WHEN shown AND NOT hidden[4] THEN cells[4] END AS expired,
    CASE WHEN shown AND NOT hidden[5] THEN cells[5] END AS revoked,
    CASE WHEN shown AND NOT hidden[6] THEN cells[6] END AS withdrawn,
    CASE WHEN shown AND NOT hidden[7] THEN cells[7] END AS refused,
    NOT (shown AND people_shown) OR true = ANY (hidden) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_item_key
JOIN framework.document ON document.document_key = competence.document_key;

ALTER VIEW evaluation.credential_status OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.credential_status TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.credential_status IS
    'What became of awards and their credentials, one row per pilot, competence and level awarded in it. Each person '
    'is in one of the states; of what a person was awarded twice the last counts. Source: credential.award, '
    'credential, revocation, of enrolled people. Caveats: who has no award is missing and did not fail; a person '
    'holds a level of a competence once, in the pilot that showed it first. Numbers about 1 to '
    'evaluation.threshold() - 1 people are hidden: null, and suppressed is true. Of the states at least two are '
    'hidden, if any: evaluation.hidden_cells.';
COMMENT ON COLUMN evaluation.credential_status.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.credential_status.framework IS
    'Code and version of the framework that the competence is from.';
COMMENT ON COLUMN evaluation.credential_status.competence IS 'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN evaluation.credential_status.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.credential_status.level IS 'Level awarded, 1 to 4.';
COMMENT ON COLUMN evaluation.credential_status.n IS 'People to whom it was awarded, or is proposed to be.';
COMMENT ON COLUMN evaluation.credential_status.n_missing IS
    'Enrolled people to whom it was not: missing evidence, not failure.';
COMMENT ON COLUMN evaluation.credential_status.proposed IS 'Not decided yet, where people approve awards.';
COMMENT ON COLUMN evaluation.credential_status.pending IS 'Awarded, and the credential is not signed yet.';
COMMENT ON COLUMN evaluation.credential_status.valid IS 'Their credential is valid.';
COMMENT ON COLUMN evaluation.credential_status.expired IS 'Their credential has ended.';
COMMENT ON COLUMN evaluation.credential_status.revoked IS 'Their credential was revoked, though the award stands.';
COMMENT ON COLUMN evaluation.credential_status.withdrawn IS
    'The award no longer stands, and neither does its credential.';
COMMENT ON COLUMN evaluation.credential_status.refused IS 'Refused by who decides.';
COMMENT ON COLUMN evaluation.credential_status.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.credential_status.as_of IS 'Time of the query.';
