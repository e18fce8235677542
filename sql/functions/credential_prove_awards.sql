CREATE OR REPLACE FUNCTION credential.prove_awards(
    standing credential.award[], weighed credential.weighed_evidence[], judged credential.judgement[]
) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET jit = off
AS $$
    INSERT INTO credential.award_evidence AS known (award_key, statement_key, statement_id, condition_keys)
    SELECT
        a.award_key, w.statement_key, w.statement_id, array_agg(DISTINCT w.condition_key ORDER BY w.condition_key)
    FROM unnest(standing) AS a
    JOIN unnest(judged) AS j
        ON j.agent_key = a.agent_key AND j.competence_item_key = a.competence_item_key AND j.level = a.level
        AND (j.is_current OR j.rule_key = a.rule_key)
    JOIN unnest(weighed) AS w
        ON w.agent_key = j.agent_key AND w.competence_item_key = j.competence_item_key AND w.level = j.level
        AND w.rule_key = j.rule_key AND w.pilot_key = j.pilot_key AND w.condition_key = ANY (j.condition_keys)
    LEFT JOIN unnest(standing) AS earlier ON earlier.award_key = a.renews
    -- An award that renews another rests on what came after that.
    WHERE earlier.award_key IS NULL OR w.statement_key >= lrs.first_key_at(earlier.awarded_at + interval '1 millisecond')
    GROUP BY a.award_key, w.statement_key, w.statement_id
    ON CONFLICT (award_key, statement_key) DO UPDATE SET condition_keys = excluded.condition_keys
    WHERE known.condition_keys <> excluded.condition_keys
$$;

COMMENT ON FUNCTION credential.prove_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[]
) IS
    'Notes which statements met which conditions for awards. What comes later is evidence of an award too: it stands '
    'as long as enough of it does.';

REVOKE EXECUTE ON FUNCTION credential.prove_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[]
) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.prove_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[]
) TO tessera_service;
