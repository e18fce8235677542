CREATE OR REPLACE FUNCTION training.make_report(of_pilot text, definition jsonb, OUT number integer, OUT made boolean)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.report;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['asOf', 'narrativesOf']);
    wanted.pilot_key := training.own_pilot(of_pilot);
    wanted.pilots := ARRAY[of_pilot];
    SELECT pilot.methodology_key INTO wanted.methodology_key
    FROM training.pilot
    WHERE pilot.pilot_key = wanted.pilot_key;
    IF wanted.methodology_key IS NULL THEN
        PERFORM training.refuse_step('The pilot follows no methodology yet, whose outline its report would have.');
    END IF;
    SELECT frozen.* INTO number, made FROM training.freeze_report(wanted, definition) AS frozen;
END
$$;

COMMENT ON FUNCTION training.make_report(text, jsonb) IS
$$Makes the report of a pilot: freezes what the views tell of it now, as an evaluator of the asking partner reads them.
Tells the report's number within the pilot, and whether it is new: at the same watermark it is the same report. Field by
field (? optional):

{
  "asOf": "2026-11-28T10:00:00.123456Z" ?,         the watermark of a report that was made; the present one without
  "narrativesOf": 1 ?                              number of a report whose texts the new one begins with
}

Raises P0002 where there is no such pilot, 22023 where a field breaks a rule, and 55006 where no report was made at that
watermark, the pilot follows no methodology, or the views count everything anew.$$;

REVOKE EXECUTE ON FUNCTION training.make_report(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.make_report(text, jsonb) TO tessera_service;
