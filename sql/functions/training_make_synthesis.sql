CREATE OR REPLACE FUNCTION training.make_synthesis(definition jsonb, OUT number integer, OUT made boolean)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.report;
    unseen text;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['pilots', 'asOf', 'narrativesOf']);
    IF NULLIF(definition -> 'pilots', 'null') IS NULL THEN
        SELECT COALESCE(array_agg(pilot.code ORDER BY pilot.code COLLATE "C"), '{}') INTO wanted.pilots
        FROM training.pilot
        WHERE pilot.state IN ('closed', 'reported');
    ELSIF jsonb_typeof(definition -> 'pilots') <> 'array'
        OR jsonb_path_exists(definition, '$.pilots[*] ? (@.type() != "string")')
    THEN
        PERFORM training.refuse_definition('/pilots', 'must be an array of codes of pilots');
    ELSE
        SELECT COALESCE(array_agg(DISTINCT code COLLATE "C" ORDER BY code COLLATE "C"), '{}') INTO wanted.pilots
        FROM jsonb_array_elements_text(definition -> 'pilots') AS code;
    END IF;
    SELECT listed.code INTO unseen
    FROM unnest(wanted.pilots) AS listed (code)
    WHERE NOT EXISTS (SELECT FROM training.pilot WHERE pilot.code = listed.code);
    IF FOUND THEN
        RAISE EXCEPTION 'there is no pilot %, or not for this key', unseen USING ERRCODE = 'no_data_found';
    END IF;
    IF training.asking_partner() IS NOT NULL THEN
        wanted.partner_key := training.own_partner(training.asking_partner());
    END IF;
    SELECT methodology.methodology_key INTO wanted.methodology_key
    FROM training.methodology
    WHERE methodology.state = 'published'
    ORDER BY methodology.published_at DESC, methodology.methodology_key DESC
    LIMIT 1;
    IF NOT FOUND THEN
        PERFORM training.refuse_step('No methodology is published yet, whose outline the synthesis would have.');
    END IF;
    SELECT frozen.* INTO number, made FROM training.freeze_report(wanted, definition) AS frozen;
END
$$;

COMMENT ON FUNCTION training.make_synthesis(jsonb) IS
$$Makes a synthesis: freezes what is published of all pilots, and what the views tell of those that the asking partner
may see and names. Tells its number within the partner's, or the scheme's, syntheses, and whether it is new. It is
written by the methodology published last. Field by field (? optional), beside those of training.make_report:

{
  "pilots": ["riga-2026-1", "riga-2026-2"] ?       all that are over without
}

Raises what training.make_report raises.$$;

REVOKE EXECUTE ON FUNCTION training.make_synthesis(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.make_synthesis(jsonb) TO tessera_service;
