CREATE OR REPLACE FUNCTION training.define_pilot_plan(of_pilot bigint, plan jsonb, pointer text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb;
    place bigint;
    own text;
    sessions jsonb;
    trainers jsonb;
    costs jsonb;
BEGIN
    PERFORM training.definition_object(plan, pointer, ARRAY['sessions', 'trainers', 'costs']);
    sessions := training.definition_list(plan, pointer, 'sessions');
    trainers := training.definition_list(plan, pointer, 'trainers');
    costs := training.definition_list(plan, pointer, 'costs');

    FOR node, place IN SELECT * FROM jsonb_array_elements(sessions) WITH ORDINALITY LOOP
        own := format('%s/sessions/%s', pointer, place - 1);
        PERFORM training.definition_object(node, own, ARRAY['heldOn', 'hours', 'title', 'cohort', 'iri']);
        PERFORM training.definition_date(node, own, 'heldOn', true);
        PERFORM training.definition_number(node, own, 'hours', true, 0.01, 24, 2);
        PERFORM training.definition_text(node, own, 'title', false);
        PERFORM training.definition_text(node, own, 'cohort', false);
        PERFORM training.refuse_other_meaning(
            own || '/iri', training.definition_text(node, own, 'iri', false, 'iri'), 'session'
        );
    END LOOP;
    FOR node, place IN SELECT * FROM jsonb_array_elements(trainers) WITH ORDINALITY LOOP
        own := format('%s/trainers/%s', pointer, place - 1);
        PERFORM training.definition_object(node, own, ARRAY['role', 'organisation', 'hours']);
        PERFORM training.definition_text(node, own, 'role', true);
        PERFORM training.definition_text(node, own, 'organisation', true);
        PERFORM training.definition_number(node, own, 'hours', false, 0.01, 99999, 2);
    END LOOP;
    FOR node, place IN SELECT * FROM jsonb_array_elements(costs) WITH ORDINALITY LOOP
        own := format('%s/costs/%s', pointer, place - 1);
        PERFORM training.definition_object(node, own, ARRAY['category', 'amount', 'currency', 'note']);
        PERFORM training.definition_text(node, own, 'category', true, 'code');
        PERFORM training.definition_number(node, own, 'amount', true, 0, 999999999999, 2);
        IF training.definition_text(node, own, 'currency', true) !~ '^[A-Z]{3}$' THEN
            PERFORM training.refuse_definition(own || '/currency', 'must be a currency of three capitals (ISO 4217)');
        END IF;
        PERFORM training.definition_text(node, own, 'note', false);
    END LOOP;

    PERFORM training.lock_pilots();
    PERFORM lrs.define_activities(
        ARRAY(
            SELECT DISTINCT session ->> 'iri' FROM jsonb_array_elements(sessions) AS session
            WHERE NOT EXISTS (SELECT FROM lrs.activity WHERE iri = session ->> 'iri' AND type IS NOT NULL)
        ),
        ARRAY(
            SELECT 'http://adlnet.gov/expapi/activities/meeting' FROM jsonb_array_elements(sessions)
        )
    );
    INSERT INTO training.pilot_session AS earlier (pilot_key, position, held_on, hours, title, cohort, iri)
    SELECT of_pilot, listed.nth, (session ->> 'heldOn')::date, (session ->> 'hours')::numeric, session ->> 'title',
        session ->> 'cohort', session ->> 'iri'
    FROM jsonb_array_elements(sessions) WITH ORDINALITY AS listed (session, nth)
    ON CONFLICT (pilot_key, position) DO UPDATE SET
        held_on = excluded.held_on, hours = excluded.hours, title = excluded.title, cohort = excluded.cohort,
        iri = excluded.iri
    WHERE (earlier.held_on, earlier.hours, earlier.title, earlier.cohort, earlier.iri)
        IS DISTINCT FROM (excluded.held_on, excluded.hours, excluded.title, excluded.cohort, excluded.iri);
    DELETE FROM training.pilot_session WHERE pilot_key = of_pilot AND position > jsonb_array_length(sessions);

    INSERT INTO training.pilot_trainer AS earlier (pilot_key, position, role, organisation, hours)
    SELECT of_pilot, listed.nth, trainer ->> 'role', trainer ->> 'organisation', (trainer ->> 'hours')::numeric
    FROM jsonb_array_elements(trainers) WITH ORDINALITY AS listed (trainer, nth)
    ON CONFLICT (pilot_key, position) DO UPDATE SET
        role = excluded.role, organisation = excluded.organisation, hours = excluded.hours
    WHERE (earlier.role, earlier.organisation, earlier.hours)
        IS DISTINCT FROM (excluded.role, excluded.organisation, excluded.hours);
    DELETE FROM training.pilot_trainer WHERE pilot_key = of_pilot AND position > jsonb_array_length(trainers);

    INSERT INTO training.pilot_cost AS earlier (pilot_key, position, category, amount, currency, note)
    SELECT of_pilot, listed.nth, cost ->> 'category', (cost ->> 'amount')::numeric, cost ->> 'currency', cost ->> 'note'
    FROM jsonb_array_elements(costs) WITH ORDINALITY AS listed (cost, nth)
    ON CONFLICT (pilot_key, position) DO UPDATE SET
        category = excluded.category, amount = excluded.amount, currency = excluded.currency, note = excluded.note
    WHERE (earlier.category, earlier.amount, earlier.currency, earlier.note)
        IS DISTINCT FROM (excluded.category, excluded.amount, excluded.currency, excluded.note);
    DELETE FROM training.pilot_cost WHERE pilot_key = of_pilot AND position > jsonb_array_length(costs);
END
$$;

COMMENT ON FUNCTION training.define_pilot_plan(bigint, jsonb, text) IS
$$Keeps a pilot's plan, in place of the one that was there. The pointer is where in a larger document the plan stands.

{
  "sessions": [{"heldOn": "2026-03-09", "hours": 7, "title": "..." ?, "cohort": "A" ?,
                "iri": "https://..." ?        by which statements of presence name it}, ...] ?,
  "trainers": [{"role": "mediator", "organisation": "...", "hours": 21 ?}, ...] ?,       never a name
  "costs": [{"category": "rooms", "amount": 1200.50, "currency": "EUR", "note": "..." ?}, ...] ?
}$$;

REVOKE EXECUTE ON FUNCTION training.define_pilot_plan(bigint, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_pilot_plan(bigint, jsonb, text) TO tessera_service;
