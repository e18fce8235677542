CREATE OR REPLACE FUNCTION credential.definition_agents(node jsonb, pointer text, field text) RETURNS bigint[]
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    member record;
    place text;
    kinds lrs.identifier_kind[] := '{}';
    identifiers text[] := '{}';
    home_pages text[] := '{}';
BEGIN
    FOR member IN
        SELECT value, ordinality::integer AS number
        FROM jsonb_array_elements(training.definition_list(node, pointer, field)) WITH ORDINALITY
        ORDER BY ordinality
    LOOP
        place := format('%s/%s/%s', pointer, field, member.number - 1);
        PERFORM training.definition_object(member.value, place, ARRAY['account', 'mbox', 'openid']);
        IF num_nonnulls(member.value ->> 'account', member.value ->> 'mbox', member.value ->> 'openid') <> 1 THEN
            PERFORM training.refuse_definition(place, 'must have an account, an mbox or an openid, and only one');
        END IF;
        kinds := kinds || CASE
            WHEN member.value ? 'account' THEN 'account' WHEN member.value ? 'mbox' THEN 'mbox' ELSE 'openid'
        END::lrs.identifier_kind;
        IF member.value ? 'account' THEN
            PERFORM training.definition_object(
                member.value -> 'account', place || '/account', ARRAY['homePage', 'name']
            );
            identifiers := identifiers
                || training.definition_text(member.value -> 'account', place || '/account', 'name', true);
            home_pages := home_pages
                || training.definition_text(member.value -> 'account', place || '/account', 'homePage', true, 'iri');
        ELSE
            identifiers := identifiers || training.definition_text(
                member.value, place, CASE WHEN member.value ? 'mbox' THEN 'mbox' ELSE 'openid' END, true, 'iri'
            );
            home_pages := home_pages || ''::text;
        END IF;
    END LOOP;
    -- Their rows are written now, so that statements find them at once.
    INSERT INTO lrs.agent (kind, identifier, home_page)
    SELECT DISTINCT who.kind, who.identifier, who.home_page
    FROM unnest(kinds, identifiers, home_pages) AS who (kind, identifier, home_page)
    ORDER BY who.identifier, who.home_page, who.kind
    ON CONFLICT DO NOTHING;
    RETURN ARRAY(
        SELECT agent.agent_key
        FROM unnest(kinds, identifiers, home_pages) AS who (kind, identifier, home_page)
        JOIN lrs.agent
            ON agent.identifier = who.identifier AND agent.home_page = who.home_page AND agent.kind = who.kind
    );
END
$$;

COMMENT ON FUNCTION credential.definition_agents(jsonb, text, text) IS
    'Keys of the agents that a list of the node names by account, mbox or openid; raises 22023 if it is something '
    'else.';

REVOKE EXECUTE ON FUNCTION credential.definition_agents(jsonb, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.definition_agents(jsonb, text, text) TO tessera_service;
