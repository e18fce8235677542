CREATE OR REPLACE FUNCTION credential.condition_in_words(condition credential.rule_condition, lacking bigint)
    RETURNS text
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT concat_ws(
        ' ',
        lacking::text,
        CASE WHEN lacking < condition.minimum THEN 'more' END,
        CASE condition.kind
            WHEN 'test' THEN CASE lacking WHEN 1 THEN 'passed test' ELSE 'passed tests' END
            WHEN 'observation' THEN CASE lacking WHEN 1 THEN 'observation' ELSE 'observations' END
            WHEN 'portfolio' THEN CASE lacking WHEN 1 THEN 'portfolio' ELSE 'portfolios' END
            ELSE CASE lacking WHEN 1 THEN 'recognition' ELSE 'recognitions' END || ' of prior learning'
        END,
        'with a scaled score of at least ' || trim_scale(condition.minimum_score),
        CASE condition.assessors WHEN 'authorised' THEN 'by an authorised assessor' END,
        'not older than ' || condition.maximum_age::text
    )
$$;

COMMENT ON FUNCTION credential.condition_in_words(credential.rule_condition, bigint) IS
    'So many statements as a condition counts them, in words.';

REVOKE EXECUTE ON FUNCTION credential.condition_in_words(credential.rule_condition, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.condition_in_words(credential.rule_condition, bigint) TO tessera_service;
