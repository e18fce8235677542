-- Evaluation reports: the numbers of a pilot, or of several, frozen as the views gave them at one moment, and what
-- authors wrote about them.
--
-- What is frozen is kept as the text that was hashed: type json keeps what it is given, to the letter. So the hash can
-- be verified by whoever has the text, and the database itself refuses a row whose hash is another.

CREATE TABLE training.report (
    report_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pilot_key bigint REFERENCES training.pilot ON DELETE CASCADE,
    partner_key bigint REFERENCES training.partner ON DELETE CASCADE,
    number integer NOT NULL CHECK (number > 0),
    pilots text[] NOT NULL,
    watermark timestamptz NOT NULL,
    contract_version text NOT NULL REFERENCES evaluation.contract (version),
    methodology_key bigint NOT NULL REFERENCES training.methodology,
    internal_threshold integer NOT NULL CHECK (internal_threshold >= 3),
    publication_threshold integer NOT NULL CHECK (publication_threshold >= internal_threshold),
    row_counts jsonb NOT NULL CHECK (jsonb_typeof(row_counts) = 'object'),
    numbers json NOT NULL CHECK (json_typeof(numbers) = 'object'),
    sha256 text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    made_by text,
    finished_at timestamptz,
    finished_by text,
    UNIQUE NULLS NOT DISTINCT (pilot_key, partner_key, number),
    UNIQUE NULLS NOT DISTINCT (pilot_key, partner_key, pilots, watermark),
    CHECK (pilot_key IS NULL OR partner_key IS NULL),
    CHECK (finished_by IS NULL OR finished_at IS NOT NULL),
    CONSTRAINT report_numbers_are_hashed CHECK (sha256 = encode(sha256(convert_to(numbers::text, 'UTF8')), 'hex'))
);
CREATE INDEX report_by_partner ON training.report (partner_key) WHERE partner_key IS NOT NULL;
CREATE INDEX report_by_methodology ON training.report (methodology_key);

COMMENT ON TABLE training.report IS
    'Evaluation reports: of one pilot, or a synthesis over several. The numbers are frozen; rows are added, and of one '
    'that is there only its end is told later.';
COMMENT ON COLUMN training.report.report_key IS 'Internal key.';
COMMENT ON COLUMN training.report.pilot_key IS 'The pilot; null for a synthesis.';
COMMENT ON COLUMN training.report.partner_key IS
    'The partner on whose behalf a synthesis was made, which alone sees it beside the scheme; null for the scheme''s, '
    'and for reports of one pilot, which are seen with the pilot.';
COMMENT ON COLUMN training.report.number IS 'Number within the pilot, or within the partner''s syntheses, from 1.';
COMMENT ON COLUMN training.report.pilots IS
    'Codes of the pilots whose rows of schema evaluation are frozen: the pilot; of a synthesis those that were asked '
    'for, in order. What is published of other pilots is not counted here.';
COMMENT ON COLUMN training.report.watermark IS
    'Moment through which statements are counted: the as_of of the views when they were read.';
COMMENT ON COLUMN training.report.contract_version IS 'Version of the views that were read.';
COMMENT ON COLUMN training.report.methodology_key IS 'The version of the methodology that gives the outline.';
COMMENT ON COLUMN training.report.internal_threshold IS
    'From how many people on numbers were shown to a partner''s own evaluation.';
COMMENT ON COLUMN training.report.publication_threshold IS 'From how many people on numbers were published.';
COMMENT ON COLUMN training.report.row_counts IS 'How many rows each table has, by its name.';
COMMENT ON COLUMN training.report.numbers IS 'What is frozen, as training.report_numbers gave it, to the letter.';
COMMENT ON COLUMN training.report.sha256 IS 'SHA-256 of that text in UTF-8, in hexadecimal.';
COMMENT ON COLUMN training.report.made_at IS 'When the report was made.';
COMMENT ON COLUMN training.report.made_by IS 'Name of the API key that made it; null where unknown.';
COMMENT ON COLUMN training.report.finished_at IS 'When it was declared final; null while it is a draft.';
COMMENT ON COLUMN training.report.finished_by IS 'Name of the API key that did; null where unknown.';

CREATE TABLE training.report_narrative (
    narrative_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report_key bigint NOT NULL REFERENCES training.report ON DELETE CASCADE,
    section integer NOT NULL CHECK (section BETWEEN 0 AND 99),
    language text NOT NULL CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' AND length(language) <= 35),
    text text NOT NULL CHECK (text <> '' AND length(text) <= 20000),
    author text CHECK (author <> ''),
    written_at timestamptz NOT NULL DEFAULT now(),
    written_by text
);
CREATE INDEX report_narrative_by_report ON training.report_narrative (report_key, section, language, narrative_key);

COMMENT ON TABLE training.report_narrative IS
    'What authors wrote in the sections of reports; the last text of a section in a language counts. Rows are added '
    'and never changed.';
COMMENT ON COLUMN training.report_narrative.narrative_key IS 'Internal key, in the order of writing.';
COMMENT ON COLUMN training.report_narrative.report_key IS 'The report.';
COMMENT ON COLUMN training.report_narrative.section IS 'Number of the section in the outline.';
COMMENT ON COLUMN training.report_narrative.language IS 'Language of the text (BCP 47).';
COMMENT ON COLUMN training.report_narrative.text IS 'The text; paragraphs are set apart by empty lines.';
COMMENT ON COLUMN training.report_narrative.author IS
    'Whom the report names as the author: a role, or who wants to be named.';
COMMENT ON COLUMN training.report_narrative.written_at IS 'When.';
COMMENT ON COLUMN training.report_narrative.written_by IS 'Name of the API key; null where it is not known.';

CREATE FUNCTION training.keep_report() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF TG_TABLE_NAME = 'report_narrative' THEN
        IF EXISTS (
            SELECT FROM training.report WHERE report.report_key = NEW.report_key AND report.finished_at IS NOT NULL
        ) THEN
            RAISE EXCEPTION 'the report is final, and its text does not change; make another one'
                USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
    ELSIF OLD.finished_at IS NOT NULL
        -- Of type json two texts are not compared; the hash stands for it.
        OR (to_jsonb(NEW) - ARRAY['numbers', 'finished_at', 'finished_by'])
            <> (to_jsonb(OLD) - ARRAY['numbers', 'finished_at', 'finished_by'])
    THEN
        RAISE EXCEPTION 'a report is frozen, and does not change; make another one'
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION training.keep_report() IS
    'Refuses whatever would change what a report has frozen, or anything of one that is final (55000).';
REVOKE EXECUTE ON FUNCTION training.keep_report() FROM PUBLIC;

CREATE TRIGGER keep_report BEFORE UPDATE ON training.report
    FOR EACH ROW EXECUTE FUNCTION training.keep_report();
CREATE TRIGGER keep_report BEFORE INSERT OR UPDATE ON training.report_narrative
    FOR EACH ROW EXECUTE FUNCTION training.keep_report();

-- Rights --------------------------------------------------------------------------------------------------------------

REVOKE ALL ON training.report, training.report_narrative FROM tessera_service, tessera_reporting;
GRANT SELECT, INSERT ON training.report, training.report_narrative TO tessera_service;
GRANT UPDATE (finished_at, finished_by) ON training.report TO tessera_service;

-- A report is seen with its pilot, a synthesis by whom it was made for; the scheme sees all.
ALTER TABLE training.report ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON training.report TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
        OR partner_key = (
            SELECT partner.partner_key FROM training.partner WHERE partner.code = training.asking_partner()
        )
    );
ALTER TABLE training.report_narrative ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON training.report_narrative TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL) OR report_key IN (SELECT report.report_key FROM training.report)
    );
