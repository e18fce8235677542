CREATE OR REPLACE FUNCTION credential.rule_document(of_rule integer) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET intervalstyle = iso_8601
AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'code', rule.code,
        'version', rule.version,
        'description', rule.description,
        'framework', CASE WHEN document.code IS NOT NULL
            THEN jsonb_build_object('code', document.code, 'version', document.version) END,
        'competence', item.code,
        'level', rule.level,
        'pilot', pilot.code,
        'evidence', CASE WHEN rule.across_pilots THEN 'across-pilots' ELSE 'one-pilot' END,
        'cumulative', rule.cumulative,
        'retroactive', rule.retroactive,
        'validity', rule.validity::text,
        'renewal', rule.renewal::text,
        'requires', rule.requirement,
        'state', rule.state,
        'publishedAt', rule.published_at, 'publishedBy', rule.published_by,
        'retiredAt', rule.retired_at, 'retiredBy', rule.retired_by
    ))
    FROM credential.rule
    LEFT JOIN framework.document ON document.document_key = rule.document_key
    LEFT JOIN framework.item ON item.item_key = rule.competence_item_key
    LEFT JOIN training.pilot ON pilot.pilot_key = rule.pilot_key
    WHERE rule.rule_key = of_rule
$$;

COMMENT ON FUNCTION credential.rule_document(integer) IS
    'A version of a rule as the JSON document that credential.define_rule takes again, with its history.';

REVOKE EXECUTE ON FUNCTION credential.rule_document(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.rule_document(integer) TO tessera_service;
