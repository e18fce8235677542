CREATE OR REPLACE FUNCTION credential.named_agents(node json) RETURNS bigint[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(array_agg(DISTINCT agent.agent_key), '{}')
    FROM (
        SELECT node AS named
        UNION ALL
        SELECT member
        FROM json_array_elements(CASE WHEN json_typeof(node -> 'member') = 'array' THEN node -> 'member' END) AS member
    ) AS who
    CROSS JOIN LATERAL (
        VALUES
            ('account'::lrs.identifier_kind, who.named -> 'account' ->> 'name', who.named -> 'account' ->> 'homePage'),
            ('mbox', who.named ->> 'mbox', ''),
            ('mbox_sha1sum', lower(who.named ->> 'mbox_sha1sum'), ''),
            ('openid', who.named ->> 'openid', '')
    ) AS identity (kind, identifier, home_page)
    JOIN lrs.agent
        ON agent.identifier = identity.identifier AND agent.home_page = identity.home_page
        AND agent.kind = identity.kind
$$;

COMMENT ON FUNCTION credential.named_agents(json) IS
    'Keys of the agents, or groups and their members, that a piece of a statement names and that the store knows.';

REVOKE EXECUTE ON FUNCTION credential.named_agents(json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.named_agents(json) TO tessera_service;
