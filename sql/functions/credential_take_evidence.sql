CREATE OR REPLACE FUNCTION credential.take_evidence(statements bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    -- Few statements of a big store, each found by a key: never a look at all of them.
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    WITH shown AS MATERIALIZED (
        SELECT
            s.actor_key, i.competence_item_key, s.statement_key, i.level, pattern.kind, s.statement_id, s."timestamp",
            s.pilot_key, s.profile_key, s.score_scaled, s.authority_key, voucher.instructors
        FROM unnest(statements) AS n (statement_key)
        JOIN lrs.statement AS s ON s.statement_key = n.statement_key
        JOIN lrs.verb AS v ON v.verb_key = s.verb_key
        JOIN lrs.activity AS object ON object.activity_key = s.object_activity_key
        JOIN credential.evidence_pattern AS pattern
            ON pattern.verb_iri = v.iri AND pattern.object_type = object.type
            AND (pattern.method IS NULL OR pattern.method = s.level_method)
        JOIN lrs.agent AS person ON person.agent_key = s.actor_key AND NOT person.is_group
        CROSS JOIN LATERAL unnest(s.competence_key || COALESCE(s.other_competence_keys, '{}')) AS about (activity_key)
        JOIN lrs.activity AS named ON named.activity_key = about.activity_key
        -- A statement may be about a competence, with the level told in its result, or about a level of one itself.
        CROSS JOIN LATERAL (
            SELECT
                CASE item.kind WHEN 'level' THEN item.parent_key ELSE item.item_key END AS competence_item_key,
                CASE item.kind WHEN 'level' THEN item.level ELSE s.level END AS level
            FROM framework.item
            WHERE item.identifier = named.cf_identifier AND item.kind IN ('competence', 'level')
        ) AS i
        CROSS JOIN LATERAL (
            -- PostgreSQL cannot look into JSON with an escaped NUL; who instructed there, stays unknown.
            SELECT CASE
                WHEN strpos(s.payload::text, '\u0000') = 0 AND s.payload -> 'context' -> 'instructor' IS NOT NULL
                    THEN credential.named_agents(s.payload -> 'context' -> 'instructor')
                ELSE '{}'
            END AS instructors
        ) AS voucher
        WHERE NOT s.voided
            AND i.level BETWEEN 1 AND 4
            AND s.level_method IS DISTINCT FROM 'self'
            AND CASE WHEN pattern.success_required THEN s.success ELSE s.success IS NOT FALSE END
            -- Who is the own assessor assesses oneself, whatever the statement calls it.
            AND (pattern.kind = 'test' OR s.actor_key <> ALL (voucher.instructors))
    )
    INSERT INTO credential.evidence (
        agent_key, competence_item_key, statement_key, level, kind, statement_id, happened_at, pilot_key,
        profile_item_key, score_scaled, assessor_keys
    )
    SELECT DISTINCT ON (shown.actor_key, shown.competence_item_key, shown.statement_key, shown.level)
        shown.actor_key, shown.competence_item_key, shown.statement_key, shown.level, shown.kind, shown.statement_id,
        shown."timestamp", pilot.pilot_key, profile.item_key, shown.score_scaled,
        shown.instructors || authority.agent_key
    FROM shown
    JOIN lrs.authority ON authority.authority_key = shown.authority_key
    LEFT JOIN training.pilot ON pilot.activity_key = shown.pilot_key
    LEFT JOIN lrs.activity AS named_profile ON named_profile.activity_key = shown.profile_key
    LEFT JOIN framework.item AS profile
        ON profile.identifier = COALESCE(pilot.profile_item, named_profile.cf_identifier) AND profile.kind = 'profile'
    ORDER BY shown.actor_key, shown.competence_item_key, shown.statement_key, shown.level, shown.kind
    ON CONFLICT (agent_key, competence_item_key, statement_key, level) DO UPDATE SET
        pilot_key = excluded.pilot_key, profile_item_key = excluded.profile_item_key,
        assessor_keys = excluded.assessor_keys;

    UPDATE credential.evidence SET voided = true
    WHERE NOT evidence.voided AND evidence.statement_key = ANY (ARRAY(
        SELECT s.statement_key FROM lrs.statement AS s WHERE s.statement_key = ANY (statements) AND s.voided
    ));

    -- In the order of the keys, so that two who note the same people never wait for one another in a circle.
    INSERT INTO credential.due AS d (agent_key, competence_item_key)
    SELECT touched.agent_key, touched.competence_item_key
    FROM (
        SELECT evidence.agent_key, evidence.competence_item_key
        FROM credential.evidence
        WHERE evidence.statement_key = ANY (statements)
        UNION
        SELECT award.agent_key, award.competence_item_key
        FROM credential.award
        WHERE award.award_key = ANY (ARRAY(
            SELECT proof.award_key FROM credential.award_evidence AS proof
            WHERE proof.statement_key = ANY (statements)
        ))
    ) AS touched
    ORDER BY touched.agent_key, touched.competence_item_key
    ON CONFLICT (agent_key, competence_item_key) DO UPDATE SET times = d.times + 1;
END
$$;

COMMENT ON FUNCTION credential.take_evidence(bigint[]) IS
    'Takes statements that the outbox told of into credential.evidence, notes which were voided, and notes in '
    'credential.due whose competences are to be weighed for it.';

REVOKE EXECUTE ON FUNCTION credential.take_evidence(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.take_evidence(bigint[]) TO tessera_service;
