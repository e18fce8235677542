-- Who answered which instrument: one row per pilot that the asking evaluator may see, phase, and instrument planned
-- for it or answered in it.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.response_rate WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
used AS (
    SELECT used.pilot_key, used.phase, version.activity_key AS instrument_key, used.instrument_version_key
    FROM training.pilot_instrument AS used
    JOIN training.instrument_version AS version USING (instrument_version_key)
),
version AS (
    SELECT array_agg(activity_key) AS activity_keys FROM training.instrument_version
),
answer AS (
    -- Parts of the instrument, or the whole as the object of a score.
    SELECT pilot.pilot_key, part.phase, named.instrument_key, part.agent_key
    FROM analysis.part_taken AS part
    JOIN training.pilot ON pilot.activity_key = part.pilot_key
    CROSS JOIN version
    CROSS JOIN LATERAL (
        SELECT unnest(part.instrument_keys)
        UNION
        SELECT object_key FROM unnest(part.object_keys) AS object_key
        WHERE part.object_keys && version.activity_keys AND object_key = ANY (version.activity_keys)
    ) AS named (instrument_key)
),
asked AS (
    SELECT pilot_key, phase, instrument_key, instrument_version_key FROM used
    UNION ALL
    SELECT DISTINCT pilot_key, phase, instrument_key, NULL::bigint
    FROM answer
    WHERE NOT EXISTS (
        SELECT FROM used
        WHERE used.pilot_key = answer.pilot_key AND used.phase = answer.phase
            AND used.instrument_key = answer.instrument_key
    )
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key
),
listed AS (
    SELECT pilot_key, phase, instrument_version_key, count(*) AS people
    FROM training.invitee
    GROUP BY pilot_key, phase, instrument_version_key
),
returned AS (
    SELECT
        asked.pilot_key, asked.phase, asked.instrument_key,
        count(*) AS people,
        count(*) FILTER (WHERE person.agent_key IS NOT NULL) AS enrolled,
        count(*) FILTER (WHERE invitee.agent_key IS NOT NULL) AS listed
    FROM asked
    JOIN answer USING (pilot_key, phase, instrument_key)
    LEFT JOIN analysis.person ON person.pilot_key = answer.pilot_key AND person.agent_key = answer.agent_key
    LEFT JOIN training.invitee
        ON invitee.pilot_key = asked.pilot_key AND invitee.phase = asked.phase
        AND invitee.instrument_version_key = asked.instrument_version_key AND invitee.agent_key = answer.agent_key
    GROUP BY asked.pilot_key, asked.phase, asked.instrument_key
),
counted AS (
    SELECT
        asked.pilot_key, asked.phase, asked.instrument_key,
        CASE
            WHEN listed.people IS NOT NULL THEN 'invited by list'
            WHEN invitation.invited IS NOT NULL THEN 'invited'
            ELSE 'enrolled'
        END AS basis,
        COALESCE(invitation.invited, enrolled.people, 0) AS people,
        COALESCE(
            CASE
                WHEN listed.people IS NOT NULL THEN returned.listed
                WHEN invitation.invited IS NOT NULL THEN returned.people
                ELSE returned.enrolled
            END,
            0
        ) AS returned
    FROM asked
    LEFT JOIN returned USING (pilot_key, phase, instrument_key)
    LEFT JOIN enrolled USING (pilot_key)
    LEFT JOIN training.invitation USING (pilot_key, phase, instrument_version_key)
    LEFT JOIN listed USING (pilot_key, phase, instrument_version_key)
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(people, k) AND NOT evaluation.too_few(returned, k) AS shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.phase::text AS phase,
    instrument.iri AS instrument,
    (SELECT min(known.instrument_code) FROM analysis.item AS known
        WHERE known.instrument_key = judged.instrument_key) AS instrument_code,
    judged.basis,
    CASE WHEN people_shown THEN people END AS n,
    CASE WHEN shown AND returned <= people THEN people - returned END AS n_missing,
    CASE WHEN shown THEN returned END AS returned,
    CASE WHEN shown AND returned <= people THEN returned::double precision / NULLIF(people, 0) END AS share,
    CASE WHEN shown THEN (evaluation.wilson_interval(returned, people)).low END AS share_low,
    CASE WHEN shown THEN (evaluation.wilson_interval(returned, people)).high END AS share_high,
    NOT shown AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key;

ALTER VIEW evaluation.response_rate OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.response_rate TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.response_rate IS
    'How many of those asked answered an instrument in a phase, by any answer or score: one row per pilot, phase, and '
    'instrument planned for it or answered in it. Source: training.pilot_instrument, invitation and invitee, '
    'lrs.statement. The denominator is the people invited, not those with statements; where the pilot tells no '
    'invitation, its enrolled people. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and '
    'suppressed is true.';
COMMENT ON COLUMN evaluation.response_rate.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.response_rate.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN evaluation.response_rate.instrument IS
    'IRI of the instrument''s version; as evaluation.statements.instrument.';
COMMENT ON COLUMN evaluation.response_rate.instrument_code IS
    'Code and version of the instrument; null if it is not defined. Source: training.instrument.';
COMMENT ON COLUMN evaluation.response_rate.basis IS
    'What n is: the people invited by list (then only these count as returned), invited (a number; everybody who '
    'answers counts), or enrolled.';
COMMENT ON COLUMN evaluation.response_rate.n IS 'People asked.';
COMMENT ON COLUMN evaluation.response_rate.n_missing IS
    'People asked of whom nothing came; null when more answered than were asked.';
COMMENT ON COLUMN evaluation.response_rate.returned IS 'People who answered.';
COMMENT ON COLUMN evaluation.response_rate.share IS
    'returned / n, from 0 to 1; null when more answered than were asked.';
COMMENT ON COLUMN evaluation.response_rate.share_low IS 'Lower end of Wilson''s 95 % interval of the share.';
COMMENT ON COLUMN evaluation.response_rate.share_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.response_rate.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.response_rate.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
