-- A person's levels of a competence, explained. A partner is told only of people who take part in its pilots, or showed
-- something there.
-- $1 home page and $2 name of the person's account; $3 the competence's code, in the newest framework that it is in.
SELECT credential.explanation(agent.agent_key, item.item_key)::json
FROM lrs.agent
CROSS JOIN framework.item
WHERE agent.kind = 'account' AND agent.home_page = $1::text AND agent.identifier = $2::text
    AND item.kind = 'competence' AND item.code = $3::text
    AND (
        training.asking_partner() IS NULL
        OR EXISTS (SELECT FROM credential.evidence AS e WHERE e.agent_key = agent.agent_key)
        OR EXISTS (
            SELECT FROM training.enrolment
            JOIN training.pilot ON pilot.pilot_key = enrolment.pilot_key
            WHERE enrolment.agent_key = agent.agent_key
        )
    )
ORDER BY
    EXISTS (
        SELECT FROM credential.evidence AS e
        WHERE e.agent_key = agent.agent_key AND e.competence_item_key = item.item_key
    ) DESC,
    item.document_key DESC
LIMIT 1;
