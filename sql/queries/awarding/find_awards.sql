-- Reads the next rows of the outbox and turns what the rules accept into awards, in one statement.
--
-- The consumer's row is locked while it works, so of several nodes one works and the others find nothing to do; the
-- place in the outbox moves in the same transaction, so that a crash neither loses nor repeats anything. Only rows of
-- transactions that are older than every running one are read: none can appear behind the place later.
-- $1 how many rows to read at most.
WITH consumer AS MATERIALIZED (
    SELECT name, position_xid, position_key
    FROM ops.consumer
    WHERE name = 'awarding'
    FOR UPDATE SKIP LOCKED
),
news AS MATERIALIZED (
    SELECT o.xid, o.statement_key
    FROM lrs.outbox AS o
    CROSS JOIN consumer AS c
    WHERE (o.xid, o.statement_key) > (c.position_xid, c.position_key)
        AND o.xid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY o.xid, o.statement_key
    LIMIT $1::int
),
-- A statement may be about a competence, with the level told in its result, or about a level of one itself.
evidence AS MATERIALIZED (
    SELECT
        s.statement_key, s.statement_id, s.actor_key, s."timestamp", s.pilot_key, s.profile_key,
        shown.competence_item_key, shown.level, r.rule_key
    FROM (SELECT DISTINCT statement_key FROM news) AS n
    JOIN lrs.statement AS s ON s.statement_key = n.statement_key
    JOIN lrs.agent AS person ON person.agent_key = s.actor_key AND NOT person.is_group
    JOIN lrs.verb AS v ON v.verb_key = s.verb_key
    JOIN lrs.activity AS object ON object.activity_key = s.object_activity_key
    JOIN credential.rule AS r ON r.active AND r.verb_iri = v.iri AND r.object_type = object.type
    CROSS JOIN LATERAL unnest(s.competence_key || coalesce(s.other_competence_keys, '{}')) AS about (activity_key)
    JOIN lrs.activity AS named ON named.activity_key = about.activity_key
    JOIN framework.item AS i ON i.identifier = named.cf_identifier AND i.kind IN ('competence', 'level')
    CROSS JOIN LATERAL (
        SELECT
            CASE i.kind WHEN 'level' THEN i.parent_key ELSE i.item_key END AS competence_item_key,
            CASE i.kind WHEN 'level' THEN i.level ELSE s.level END AS level
    ) AS shown
    WHERE NOT s.voided
        AND s.success
        AND shown.level BETWEEN 1 AND 4
        AND s.level_method IS DISTINCT FROM 'self'
        AND (r.minimum_scaled IS NULL OR s.score_scaled >= r.minimum_scaled)
),
-- The first statement that shows a level makes the award.
awarded AS (
    INSERT INTO credential.award AS a (
        agent_key, competence_item_key, level, pilot_key, profile_item_key, rule_key, achieved_at
    )
    SELECT DISTINCT ON (e.actor_key, e.competence_item_key, e.level)
        e.actor_key, e.competence_item_key, e.level, p.pilot_key, profile.item_key, e.rule_key, e."timestamp"
    FROM evidence AS e
    LEFT JOIN training.pilot AS p ON p.activity_key = e.pilot_key
    LEFT JOIN lrs.activity AS named_profile ON named_profile.activity_key = e.profile_key
    LEFT JOIN framework.item AS profile
        ON profile.identifier = coalesce(p.profile_item, named_profile.cf_identifier) AND profile.kind = 'profile'
    ORDER BY e.actor_key, e.competence_item_key, e.level, e.statement_key
    ON CONFLICT (agent_key, competence_item_key, level) WHERE withdrawn_at IS NULL DO NOTHING
    RETURNING a.award_key, a.agent_key, a.competence_item_key, a.level
),
-- Further statements are evidence of the award too: it stands as long as one of them does.
standing AS (
    SELECT award_key, agent_key, competence_item_key, level FROM awarded
    UNION ALL
    SELECT a.award_key, a.agent_key, a.competence_item_key, a.level
    FROM credential.award AS a
    WHERE a.withdrawn_at IS NULL
        AND (a.agent_key, a.competence_item_key, a.level) IN (
            SELECT actor_key, competence_item_key, level FROM evidence
        )
),
proven AS (
    INSERT INTO credential.award_evidence (award_key, statement_key, statement_id)
    SELECT DISTINCT a.award_key, e.statement_key, e.statement_id
    FROM standing AS a
    JOIN evidence AS e
        ON e.actor_key = a.agent_key AND e.competence_item_key = a.competence_item_key AND e.level = a.level
    ON CONFLICT DO NOTHING
),
withdrawn AS (
    UPDATE credential.award AS a
    SET withdrawn_at = now(), withdrawal_reason = 'The evidence that it rests on was voided.'
    WHERE a.withdrawn_at IS NULL
        AND a.award_key IN (
            SELECT proof.award_key
            FROM news AS n
            JOIN lrs.statement AS s ON s.statement_key = n.statement_key AND s.voided
            JOIN credential.award_evidence AS proof ON proof.statement_key = s.statement_key
        )
        AND NOT EXISTS (
            SELECT
            FROM credential.award_evidence AS proof
            JOIN lrs.statement AS s ON s.statement_key = proof.statement_key AND NOT s.voided
            WHERE proof.award_key = a.award_key
        )
        AND NOT EXISTS (
            SELECT
            FROM evidence AS e
            WHERE e.actor_key = a.agent_key
                AND e.competence_item_key = a.competence_item_key
                AND e.level = a.level
        )
    RETURNING a.award_key
),
moved AS (
    UPDATE ops.consumer AS c
    SET position_xid = last.xid, position_key = last.statement_key, moved_at = now()
    FROM (SELECT xid, statement_key FROM news ORDER BY xid DESC, statement_key DESC LIMIT 1) AS last
    WHERE c.name = 'awarding'
)
SELECT
    (SELECT count(*) FROM news) AS read,
    (SELECT count(*) FROM awarded) AS awarded,
    (SELECT count(*) FROM withdrawn) AS withdrawn;
