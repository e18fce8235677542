CREATE OR REPLACE FUNCTION credential.define_assessors(
    of_pilot text, of_partner text, definition jsonb, by_actor text
) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted bigint[];
    own_pilot bigint;
    own_partner bigint;
    touched bigint[];
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['pilot', 'partner', 'assessors']);
    IF of_pilot IS NOT NULL THEN
        own_pilot := training.own_pilot(of_pilot);
        touched := ARRAY[own_pilot];
    ELSE
        own_partner := training.own_partner(of_partner);
        touched := ARRAY(SELECT pp.pilot_key FROM training.pilot_partner AS pp WHERE pp.partner_key = own_partner);
    END IF;
    IF NOT definition ? 'assessors' THEN
        PERFORM training.refuse_definition('/assessors', 'is required');
    END IF;
    wanted := credential.definition_agents(definition, '', 'assessors');

    PERFORM pg_advisory_xact_lock(hashtextextended('credential.assessor', 0));
    UPDATE credential.assessor SET removed_at = now(), removed_by = by_actor
    WHERE assessor.removed_at IS NULL AND assessor.pilot_key IS NOT DISTINCT FROM own_pilot
        AND assessor.partner_key IS NOT DISTINCT FROM own_partner AND assessor.agent_key <> ALL (wanted);
    INSERT INTO credential.assessor (agent_key, pilot_key, partner_key, added_by)
    SELECT DISTINCT who.agent_key, own_pilot, own_partner, by_actor
    FROM unnest(wanted) AS who (agent_key)
    WHERE NOT EXISTS (
        SELECT FROM credential.assessor AS known
        WHERE known.removed_at IS NULL AND known.agent_key = who.agent_key
            AND known.pilot_key IS NOT DISTINCT FROM own_pilot
            AND known.partner_key IS NOT DISTINCT FROM own_partner
    );
    INSERT INTO credential.review (competence_item_key, pilot_key)
    SELECT item.item_key, place.pilot_key
    FROM unnest(touched) AS place (pilot_key)
    CROSS JOIN framework.item
    WHERE item.kind = 'competence' AND EXISTS (
        SELECT FROM credential.evidence AS e
        WHERE e.pilot_key = place.pilot_key AND e.competence_item_key = item.item_key
    );
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (
        by_actor, 'assessors.define', COALESCE(of_pilot, of_partner),
        jsonb_build_object(
            'of', CASE WHEN own_pilot IS NULL THEN 'partner' ELSE 'pilot' END, 'number', cardinality(wanted)
        )
    );
END
$$;

COMMENT ON FUNCTION credential.define_assessors(text, text, jsonb, text) IS
$$Replaces the list of a pilot's authorised assessors, or of a partner's for all its pilots, from one JSON document, and
has the evidence of the pilots weighed anew:

{"assessors": [{"account": {"homePage": "https://...", "name": "..."}}, {"mbox": "mailto:..."}, {"openid": "..."}]}

An assessor is whom statements name as instructor, or the authority that vouches for them. Raises SQLSTATE 22023 with
the field at fault, P0002 where there is no such pilot or partner.$$;

REVOKE EXECUTE ON FUNCTION credential.define_assessors(text, text, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.define_assessors(text, text, jsonb, text) TO tessera_service;
