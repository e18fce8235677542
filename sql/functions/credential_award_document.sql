CREATE OR REPLACE FUNCTION credential.award_document(of_award bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', award.award_id,
        'person', jsonb_build_object('homePage', person.home_page, 'name', person.identifier),
        'framework', document.code || ' ' || document.version,
        'competence', item.code,
        'level', award.level,
        'pilot', pilot.code,
        'rule', rule.code,
        'ruleVersion', rule.version,
        'state', credential.award_state(award.decision, award.withdrawn_at),
        'achievedAt', award.achieved_at, 'awardedAt', award.awarded_at,
        'decidedAt', award.decided_at, 'decidedBy', award.decided_by, 'reason', award.decision_reason,
        'withdrawnAt', award.withdrawn_at, 'withdrawalReason', award.withdrawal_reason,
        'renews', (SELECT earlier.award_id FROM credential.award AS earlier WHERE earlier.award_key = award.renews),
        'renewedAt', award.renewed_at,
        'credential', credential.credential_id,
        'evidence', (
            SELECT jsonb_agg(
                jsonb_strip_nulls(jsonb_build_object(
                    'statement', proof.statement_id,
                    'kind', known.kind,
                    'happenedAt', known.happened_at,
                    'score', known.score_scaled,
                    'voided', COALESCE(known.voided, true),
                    'conditions', (
                        SELECT COALESCE(jsonb_agg(c.position ORDER BY c.position), '[]')
                        FROM credential.rule_condition AS c
                        WHERE c.condition_key = ANY (proof.condition_keys) AND c.rule_key = award.rule_key
                    )
                ))
                ORDER BY proof.statement_key
            )
            FROM credential.award_evidence AS proof
            LEFT JOIN LATERAL (
                SELECT e.kind, e.happened_at, e.score_scaled, e.voided
                FROM credential.evidence AS e
                WHERE e.statement_key = proof.statement_key AND e.competence_item_key = award.competence_item_key
                ORDER BY e.level DESC
                LIMIT 1
            ) AS known ON true
            WHERE proof.award_key = award.award_key
        )
    ))
    FROM credential.award
    JOIN lrs.agent AS person ON person.agent_key = award.agent_key
    JOIN framework.item ON item.item_key = award.competence_item_key
    JOIN framework.document ON document.document_key = item.document_key
    JOIN credential.rule ON rule.rule_key = award.rule_key
    LEFT JOIN training.pilot ON pilot.pilot_key = award.pilot_key
    LEFT JOIN credential.credential ON credential.award_key = award.award_key
    WHERE award.award_key = of_award
$$;

COMMENT ON FUNCTION credential.award_document(bigint) IS
    'An award as JSON: whose, of what, by which rule, what was decided, and which statement met which of the rule''s '
    'conditions, by their places in it.';

REVOKE EXECUTE ON FUNCTION credential.award_document(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.award_document(bigint) TO tessera_service;
