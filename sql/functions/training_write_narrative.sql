CREATE OR REPLACE FUNCTION training.write_narrative(report training.report, of_section bigint, definition jsonb)
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.report_narrative;
    demand text;
BEGIN
    SELECT section ->> 'narrative' INTO demand
    FROM json_array_elements((report).numbers -> 'outline') AS section
    WHERE (section ->> 'number')::bigint = of_section;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the outline of the report has no section %', of_section USING ERRCODE = 'no_data_found';
    ELSIF demand = 'none' THEN
        PERFORM training.refuse_step(format('Section %s is made of data alone, and has no text.', of_section));
    ELSIF (report).finished_at IS NOT NULL THEN
        PERFORM training.refuse_step('The report is final, and its text does not change: make another one.');
    END IF;
    PERFORM training.definition_object(definition, '', ARRAY['language', 'text', 'author']);
    wanted.language := COALESCE(training.definition_text(definition, '', 'language', false), 'en');
    IF wanted.language !~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' OR length(wanted.language) > 35 THEN
        PERFORM training.refuse_definition('/language', 'must be a language tag, such as en or fr-BE (BCP 47)');
    END IF;
    wanted.author := training.definition_text(definition, '', 'author', false);
    IF NULLIF(definition -> 'text', 'null') IS NULL THEN
        PERFORM training.refuse_definition('/text', 'is required');
    ELSIF jsonb_typeof(definition -> 'text') <> 'string' THEN
        PERFORM training.refuse_definition('/text', 'must be a string');
    END IF;
    wanted.text := btrim(definition ->> 'text', E' \t\r\n');
    IF length(wanted.text) NOT BETWEEN 1 AND 20000 THEN
        PERFORM training.refuse_definition('/text', 'must have 1 to 20000 characters');
    END IF;
    -- Who sends the same again writes nothing.
    INSERT INTO training.report_narrative (report_key, section, language, text, author, written_by)
    SELECT
        (report).report_key, of_section, wanted.language, wanted.text, wanted.author,
        NULLIF(current_setting('tessera.actor', true), '')
    WHERE NOT EXISTS (
        SELECT FROM training.report_narratives((report).report_key) AS known
        WHERE known.section = of_section AND known.language = wanted.language AND known.text = wanted.text
            AND known.author IS NOT DISTINCT FROM wanted.author
    );
END
$$;

COMMENT ON FUNCTION training.write_narrative(training.report, bigint, jsonb) IS
$$Writes the text of a section of a report that is a draft; what was written before is kept as its history. Field by
field (? optional):

{
  "text": "...",                                   1 to 20000 characters; empty lines set paragraphs apart
  "language": "en" ?,                              of the text (BCP 47)
  "author": "Evaluation team of the City of Riga" ?        whom the report names
}

Raises P0002 where the outline has no such section, 22023 where a field breaks a rule, and 55006 where the report is
final or the section has no text.$$;

REVOKE EXECUTE ON FUNCTION training.write_narrative(training.report, bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.write_narrative(training.report, bigint, jsonb) TO tessera_service;
