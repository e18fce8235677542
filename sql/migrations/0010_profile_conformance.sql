-- How statements conform to the scheme's xAPI profile: found at ingest, kept beside them, never a reason to refuse.

CREATE TABLE lrs.profile_template (
    template_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    iri text NOT NULL,
    profile_version text NOT NULL,
    name text NOT NULL,
    UNIQUE (iri, profile_version)
);

COMMENT ON TABLE lrs.profile_template IS
    'The templates of the scheme''s xAPI profile by which statements are checked. The row whose IRI is that of the
version stands for the demand that a statement which declares the version match one of its templates.';
COMMENT ON COLUMN lrs.profile_template.template_key IS 'Short key.';
COMMENT ON COLUMN lrs.profile_template.iri IS 'The template''s IRI, or that of the version.';
COMMENT ON COLUMN lrs.profile_template.profile_version IS 'IRI of the version of the profile.';
COMMENT ON COLUMN lrs.profile_template.name IS 'The template''s name in English, or the profile''s.';

CREATE TABLE lrs.profile_rule (
    template_key integer NOT NULL REFERENCES lrs.profile_template,
    number smallint NOT NULL,
    location text NOT NULL,
    requirement text NOT NULL,
    note text,
    PRIMARY KEY (template_key, number)
);

COMMENT ON TABLE lrs.profile_rule IS
    'The rules of the templates. They never change: a template whose rules change has another IRI (xAPI Profiles 1.0 §8).';
COMMENT ON COLUMN lrs.profile_rule.template_key IS 'The template.';
COMMENT ON COLUMN lrs.profile_rule.number IS 'The rule''s place in the template, from 1.';
COMMENT ON COLUMN lrs.profile_rule.location IS 'Where in a statement, as JSONPath; a selector after a comma.';
COMMENT ON COLUMN lrs.profile_rule.requirement IS 'What has to be there: included, excluded, recommended, any, all, none.';
COMMENT ON COLUMN lrs.profile_rule.note IS 'How the profile''s authors mean the rule.';

CREATE TABLE lrs.profile_conformance (
    statement_key bigint NOT NULL REFERENCES lrs.statement ON DELETE CASCADE,
    pilot_key bigint,
    template_key integer NOT NULL,
    conforms boolean NOT NULL,
    broken_rules smallint[],
    PRIMARY KEY (statement_key, template_key)
);

CREATE INDEX profile_conformance_pilot ON lrs.profile_conformance (pilot_key, template_key)
    WHERE pilot_key IS NOT NULL;

COMMENT ON TABLE lrs.profile_conformance IS
    'Which templates of the scheme''s profile a statement matches, and which rules it breaks. Only for statements that
declare the profile or belong to a pilot; as found when it came, with the types of activities known then.';
COMMENT ON COLUMN lrs.profile_conformance.statement_key IS 'The statement.';
COMMENT ON COLUMN lrs.profile_conformance.pilot_key IS 'The statement''s pilot (activity), for evaluators'' rows.';
COMMENT ON COLUMN lrs.profile_conformance.template_key IS
    'A template whose determining properties the statement has; the version''s own row when it has those of none.';
COMMENT ON COLUMN lrs.profile_conformance.conforms IS 'Whether it breaks no rule; false when it matches no template.';
COMMENT ON COLUMN lrs.profile_conformance.broken_rules IS 'Numbers of the rules that it breaks; null when none.';

GRANT SELECT, INSERT, UPDATE, DELETE ON lrs.profile_template, lrs.profile_rule, lrs.profile_conformance
    TO tessera_service;

-- Evaluators see it through evaluation.data_quality, each only the rows of their pilots.
ALTER TABLE lrs.profile_conformance ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON lrs.profile_conformance TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY evaluator ON lrs.profile_conformance FOR SELECT TO tessera_reporting
    USING (pilot_key = ANY (ARRAY(SELECT pilot.activity_key FROM training.pilot)));

GRANT SELECT ON lrs.profile_template, lrs.profile_rule, lrs.profile_conformance TO tessera_reporting;
GRANT SELECT (quality_notes) ON lrs.statement TO tessera_reporting;
