CREATE OR REPLACE FUNCTION credential.same_rule(one credential.rule, other credential.rule) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT
        one.description = other.description AND one.requirement = other.requirement AND one.validity = other.validity
        AND one.renewal IS NOT DISTINCT FROM other.renewal
        AND one.across_pilots = other.across_pilots AND one.cumulative = other.cumulative
        AND one.retroactive = other.retroactive AND one.document_key IS NOT DISTINCT FROM other.document_key
        AND one.competence_item_key IS NOT DISTINCT FROM other.competence_item_key
        AND one.level IS NOT DISTINCT FROM other.level
$$;

COMMENT ON FUNCTION credential.same_rule(credential.rule, credential.rule) IS
    'Whether two versions of a rule say the same.';

REVOKE EXECUTE ON FUNCTION credential.same_rule(credential.rule, credential.rule) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.same_rule(credential.rule, credential.rule) TO tessera_service;
