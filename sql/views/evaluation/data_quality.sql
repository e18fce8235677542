-- What is wrong with the data of the pilots that the asking evaluator may see: one row per pilot and thing checked.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.data_quality WITH (security_barrier = true) AS
WITH pilot_total AS (
    SELECT
        pilot_key,
        sum(statements) FILTER (WHERE source = 'statement')::bigint AS n,
        COALESCE(sum(statements) FILTER (WHERE source = 'unchecked'), 0)::bigint AS n_missing
    FROM analysis.finding
    WHERE source IN ('statement', 'unchecked') AND statements > 0
    GROUP BY pilot_key
),
template_total AS (
    SELECT
        finding.pilot_key, finding.template_key, template.iri <> template.profile_version AS is_template,
        sum(statements) FILTER (WHERE source = 'template')::bigint AS n,
        COALESCE(sum(statements) FILTER (WHERE source = 'violation'), 0)::bigint AS violations,
        min(first_key) FILTER (WHERE source = 'violation') AS example_key
    FROM analysis.finding
    JOIN lrs.profile_template AS template USING (template_key)
    WHERE source IN ('template', 'violation') AND statements > 0
    GROUP BY finding.pilot_key, finding.template_key, template.iri <> template.profile_version
),
rule_total AS (
    SELECT pilot_key, template_key, number, statements AS violations, first_key AS example_key
    FROM analysis.finding
    WHERE source = 'rule' AND statements > 0
),
note_total AS (
    SELECT pilot_key, note, statements AS violations, first_key AS example_key
    FROM analysis.finding
    WHERE source = 'note' AND statements > 0
),
-- What statements name: few combinations, however many statements.
named AS (
    SELECT
        pilot_key, curriculum_key, profile_key, instrument_key, item_key, competence_key, verb_key, statements AS n,
        first_key
    FROM analysis.finding
    WHERE source = 'named' AND statements > 0
),
-- What of it nobody has defined here, or not as the pilot's. Among it is what statements of a verb have to name and do
-- not: it may stand there without a type, as something of which nothing is known yet.
dangling AS (
    SELECT statement.pilot_key, statement.n, statement.first_key, reference.demand
    FROM named AS statement
    JOIN training.pilot ON pilot.activity_key = statement.pilot_key
    JOIN lrs.verb USING (verb_key)
    LEFT JOIN training.instrument_version AS version ON version.activity_key = statement.instrument_key
    LEFT JOIN lrs.activity AS competence ON competence.activity_key = statement.competence_key
    LEFT JOIN lrs.activity AS profile ON profile.activity_key = statement.profile_key
    CROSS JOIN LATERAL (
        SELECT 'instrument: a defined version of an instrument' AS demand
        WHERE version.activity_key IS NULL
            AND (
                statement.instrument_key IS NOT NULL
                OR verb.iri IN (
                    'http://adlnet.gov/expapi/verbs/answered', 'http://adlnet.gov/expapi/verbs/passed',
                    'http://adlnet.gov/expapi/verbs/failed', 'https://w3id.org/xapi/iust/verbs/self-assessed'
                )
            )
        UNION ALL
        SELECT 'item: one of the instrument''s'
        WHERE (statement.item_key IS NOT NULL OR verb.iri = 'http://adlnet.gov/expapi/verbs/answered')
            AND NOT EXISTS (
                SELECT FROM training.instrument_item AS item
                WHERE item.activity_key = statement.item_key
                    AND (
                        version.instrument_version_key IS NULL
                        OR item.instrument_version_key = version.instrument_version_key
                    )
            )
        UNION ALL
        SELECT 'competence: one of a framework here'
        WHERE (
            statement.competence_key IS NOT NULL
            OR verb.iri IN (
                'https://w3id.org/xapi/iust/verbs/self-assessed', 'https://w3id.org/xapi/iust/verbs/applied',
                'https://w3id.org/xapi/tla/verbs/achieved', 'https://w3id.org/xapi/tla/verbs/planned'
            )
        )
            AND NOT EXISTS (
                SELECT FROM framework.item
                WHERE item.identifier = competence.cf_identifier AND item.kind IN ('competence', 'level')
            )
        UNION ALL
        SELECT 'curriculum: the pilot''s'
        WHERE statement.curriculum_key <> pilot.curriculum_activity_key
        UNION ALL
        SELECT 'staff profile: one of the pilot''s'
        WHERE statement.profile_key IS NOT NULL AND statement.profile_key <> ALL (
            SELECT pilot.profile_activity_key WHERE pilot.profile_activity_key IS NOT NULL
            UNION ALL
            SELECT further.profile_activity_key FROM training.pilot_profile AS further
            WHERE further.pilot_key = pilot.pilot_key AND further.profile_activity_key IS NOT NULL
        )
            AND profile.cf_identifier IS DISTINCT FROM pilot.profile_item
            AND NOT EXISTS (
                SELECT FROM training.pilot_profile AS further
                WHERE further.pilot_key = pilot.pilot_key AND further.profile_item = profile.cf_identifier
            )
    ) AS reference
),
dangling_total AS (
    SELECT pilot_key, demand, sum(n)::bigint AS violations, min(first_key) AS example_key
    FROM dangling
    GROUP BY pilot_key, demand
),
finding AS (
    -- Of the pilot as a whole: statements that declare the profile must match one of its templates.
    SELECT
        pilot_total.pilot_key, 'profile' AS source, NULL::integer AS template_key, NULL::smallint AS number,
        'statements that declare the profile match one of its templates' AS demand, NULL::text AS note,
        pilot_total.n, pilot_total.n_missing,
        COALESCE(sum(template_total.violations), 0)::bigint AS violations,
        min(template_total.example_key) AS example_key
    FROM pilot_total
    LEFT JOIN template_total
        ON template_total.pilot_key = pilot_total.pilot_key AND NOT template_total.is_template
    GROUP BY pilot_total.pilot_key, pilot_total.n, pilot_total.n_missing
    UNION ALL
    SELECT
        template_total.pilot_key, 'template', template_total.template_key, NULL, 'every rule of the template', NULL,
        template_total.n, 0, template_total.violations, template_total.example_key
    FROM template_total
    WHERE template_total.is_template
    UNION ALL
    SELECT
        rule_total.pilot_key, 'rule', rule_total.template_key, rule_total.number,
        rule.location || ': ' || rule.requirement, rule.note,
        template_total.n, 0, rule_total.violations, rule_total.example_key
    FROM rule_total
    JOIN template_total USING (pilot_key, template_key)
    JOIN lrs.profile_rule AS rule USING (template_key, number)
    UNION ALL
    SELECT
        note_total.pilot_key, 'extension', NULL, NULL, note_total.note, NULL,
        pilot_total.n, 0, note_total.violations, note_total.example_key
    FROM note_total
    JOIN pilot_total USING (pilot_key)
    UNION ALL
    SELECT
        dangling_total.pilot_key, 'reference', NULL, NULL, dangling_total.demand, NULL,
        pilot_total.n, 0, dangling_total.violations, dangling_total.example_key
    FROM dangling_total
    JOIN pilot_total USING (pilot_key)
)
SELECT
    pilot.code AS pilot,
    finding.source,
    template.iri AS template,
    template.name AS template_name,
    finding.number AS rule,
    finding.demand,
    finding.note,
    finding.n,
    finding.n_missing,
    finding.violations,
    example.statement_id AS example_statement_id,
    evaluation.pseudonym(enrolment.registration, pilot.pseudonym_secret, example.actor_key) AS example_person,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM finding
JOIN training.pilot ON pilot.activity_key = finding.pilot_key
LEFT JOIN lrs.profile_template AS template ON template.template_key = finding.template_key
LEFT JOIN lrs.statement AS example ON example.statement_key = finding.example_key
LEFT JOIN training.enrolment
    ON enrolment.pilot_key = pilot.pilot_key AND enrolment.agent_key = example.actor_key;

ALTER VIEW evaluation.data_quality OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.data_quality TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.data_quality IS
    'How well the statements of a pilot follow the scheme''s xAPI profile, one row per pilot and thing checked. Source: '
    'lrs.profile_conformance and lrs.statement.quality_notes, found when the statements came, and what is defined now '
    'of what they name; such statements are stored and counted in the other views all the same. Numbers are of '
    'statements, voided ones not among them. Caveat: a statement that breaks two rules is in two rows of source rule, and in one '
    'of source template.';
COMMENT ON COLUMN evaluation.data_quality.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.data_quality.source IS
    'profile (one row per pilot: statements that declare the profile and match no template), template (one per '
    'template that occurs), rule (one per rule that is broken), extension (one per fault of the scheme''s extensions), '
    'reference (one per kind of thing that statements name and nobody has defined; defining it resolves them).';
COMMENT ON COLUMN evaluation.data_quality.template IS
    'IRI of the statement template; null for sources profile, extension and reference.';
COMMENT ON COLUMN evaluation.data_quality.template_name IS 'Name of the template.';
COMMENT ON COLUMN evaluation.data_quality.rule IS 'Number of the rule in the template, from 1; null for other sources.';
COMMENT ON COLUMN evaluation.data_quality.demand IS
    'What is demanded: for rules the location as JSONPath and the requirement; for extensions where in the statement '
    'the fault is and what it is; for references what is named and what it should be.';
COMMENT ON COLUMN evaluation.data_quality.note IS 'How the authors of the profile mean the rule; null if they did not say.';
COMMENT ON COLUMN evaluation.data_quality.n IS
    'Statements on which the row is based: of the pilot for sources profile, extension and reference, else those that '
    'match the template.';
COMMENT ON COLUMN evaluation.data_quality.n_missing IS
    'Statements among n that could not be checked, because they match no template, and do not declare the profile or are '
    'cmi5''s own, which tell how a course''s session goes; only for source profile, else 0.';
COMMENT ON COLUMN evaluation.data_quality.violations IS 'Statements among n that do not do what is demanded.';
COMMENT ON COLUMN evaluation.data_quality.example_statement_id IS
    'Id of the first of them; joins evaluation.statements.statement_id. Null without violations.';
COMMENT ON COLUMN evaluation.data_quality.example_person IS
    'Pseudonym of that statement''s actor; the same as evaluation.statements.person.';
COMMENT ON COLUMN evaluation.data_quality.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
