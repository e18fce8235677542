CREATE OR REPLACE FUNCTION credential.define_rule(definition jsonb, by_actor text) RETURNS integer
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted credential.rule;
    known credential.rule;
    scope text;
    conditions jsonb;
    alternatives jsonb;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY[
        'code', 'version', 'description', 'framework', 'competence', 'level', 'pilot', 'evidence', 'cumulative',
        'retroactive', 'validity', 'renewal', 'requires', 'state', 'publishedAt', 'publishedBy', 'retiredAt',
        'retiredBy'
    ]);
    wanted.code := training.definition_text(definition, '', 'code', true, 'code');
    wanted.description := training.definition_text(definition, '', 'description', true);
    IF NULLIF(definition -> 'framework', 'null') IS NOT NULL THEN
        wanted.document_key := training.definition_framework(definition, '');
    END IF;
    scope := training.definition_text(definition, '', 'competence', false);
    IF scope IS NOT NULL THEN
        IF wanted.document_key IS NULL THEN
            PERFORM training.refuse_definition('/framework', 'is required where a competence is named');
        END IF;
        SELECT item.item_key INTO wanted.competence_item_key
        FROM framework.item
        WHERE item.document_key = wanted.document_key AND item.kind = 'competence' AND item.code = scope;
        IF NOT FOUND THEN
            PERFORM training.refuse_definition(
                '/competence', format('names no competence of the framework: %s', scope)
            );
        END IF;
    END IF;
    wanted.level := training.definition_number(definition, '', 'level', false, 1, 4, 0);
    scope := training.definition_text(definition, '', 'pilot', false);
    IF scope IS NOT NULL THEN
        SELECT pilot.pilot_key INTO wanted.pilot_key FROM training.pilot WHERE pilot.code = scope;
        IF NOT FOUND THEN
            PERFORM training.refuse_definition('/pilot', format('names no pilot here, or not for this key: %s', scope));
        END IF;
    END IF;
    scope := COALESCE(training.definition_text(definition, '', 'evidence', false), 'across-pilots');
    IF scope NOT IN ('across-pilots', 'one-pilot') THEN
        PERFORM training.refuse_definition('/evidence', 'must be across-pilots or one-pilot');
    END IF;
    wanted.across_pilots := scope = 'across-pilots';
    wanted.cumulative := COALESCE(training.definition_flag(definition, '', 'cumulative'), true);
    wanted.retroactive := COALESCE(training.definition_flag(definition, '', 'retroactive'), false);
    wanted.validity := COALESCE(credential.definition_duration(definition, '', 'validity'), interval '3 years');
    wanted.renewal := credential.definition_duration(definition, '', 'renewal');
    IF wanted.renewal > wanted.validity THEN
        PERFORM training.refuse_definition('/renewal', 'must not be longer than the validity');
    END IF;
    wanted.requirement := definition -> 'requires';
    SELECT part.conditions, part.alternatives INTO conditions, alternatives
    FROM credential.requirement_alternatives(wanted.requirement, '/requires', 1, '[]') AS part;

    PERFORM pg_advisory_xact_lock(hashtextextended('credential.rule', 0));
    SELECT rule.* INTO known FROM credential.rule WHERE rule.code = wanted.code ORDER BY rule.version DESC LIMIT 1;
    IF FOUND AND known.pilot_key IS DISTINCT FROM wanted.pilot_key THEN
        PERFORM training.refuse_definition('/pilot', 'cannot change from one version to the next; make another rule');
    END IF;
    IF known.state = 'published' AND credential.same_rule(known, wanted) THEN
        RETURN known.rule_key;
    END IF;
    IF known.state = 'draft' THEN
        wanted.rule_key := known.rule_key;
        UPDATE credential.rule SET
            description = wanted.description, document_key = wanted.document_key,
            competence_item_key = wanted.competence_item_key, level = wanted.level,
            across_pilots = wanted.across_pilots, cumulative = wanted.cumulative, retroactive = wanted.retroactive,
            validity = wanted.validity, renewal = wanted.renewal, requirement = wanted.requirement, changed_at = now()
        WHERE rule.rule_key = known.rule_key;
        DELETE FROM credential.rule_condition WHERE rule_condition.rule_key = known.rule_key;
    ELSE
        INSERT INTO credential.rule (
            code, version, description, document_key, competence_item_key, level, pilot_key, across_pilots, cumulative,
            retroactive, validity, renewal, requirement
        )
        VALUES (
            wanted.code, COALESCE(known.version, 0) + 1, wanted.description, wanted.document_key,
            wanted.competence_item_key, wanted.level, wanted.pilot_key, wanted.across_pilots, wanted.cumulative,
            wanted.retroactive, wanted.validity, wanted.renewal, wanted.requirement
        )
        RETURNING rule_key INTO wanted.rule_key;
    END IF;

    INSERT INTO credential.rule_condition (
        rule_key, position, kind, minimum, minimum_score, maximum_age, assessors
    )
    SELECT
        wanted.rule_key, c.ordinality, (c.value ->> 'kind')::lrs.level_method, (c.value ->> 'minimum')::integer,
        (c.value ->> 'minimumScore')::numeric, (c.value ->> 'maximumAge')::interval, c.value ->> 'assessors'
    FROM jsonb_array_elements(conditions) WITH ORDINALITY AS c;
    INSERT INTO credential.rule_alternative (rule_key, alternative, condition_key, size)
    SELECT wanted.rule_key, a.ordinality, condition.condition_key, jsonb_array_length(a.value)
    FROM jsonb_array_elements(alternatives) WITH ORDINALITY AS a
    CROSS JOIN LATERAL jsonb_array_elements(a.value) AS part
    JOIN credential.rule_condition AS condition
        ON condition.rule_key = wanted.rule_key AND condition.position = part::text::smallint;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    SELECT by_actor, 'rule.define', wanted.code, jsonb_build_object('version', rule.version)
    FROM credential.rule WHERE rule.rule_key = wanted.rule_key;
    RETURN wanted.rule_key;
END
$$;

COMMENT ON FUNCTION credential.define_rule(jsonb, text) IS
$$Defines the draft of a rule's next version, or changes it, from one JSON document, and returns its key. The document
of what is published already changes nothing. Field by field (? optional):

{
  "code": "passed-assessment",
  "description": "...",                        in words, as credentials tell it
  "framework": {"code": "IUS", "version": "0.1"} ?,    left out: the competences of every framework
  "competence": "A1" ?, "level": 3 ?,          left out: all
  "pilot": "riga-2026-1" ?,                    left out: all; never changes
  "evidence": "across-pilots" | "one-pilot" ?, whether evidence of several pilots counts together; default across-pilots
  "cumulative": true ?,                        the rules of the levels below must be met too
  "retroactive": false ?,                      awards of before are withdrawn if they do not meet it
  "validity": "P3Y" ?,                         of the credentials
  "renewal": "P6M" ?,                          how long before a credential ends new evidence renews it; default a sixth
                                               of the validity
  "requires": CONDITION | {"all": [...]} | {"any": [...]}     groups may stand in groups, five deep
}

CONDITION = {
  "kind": "test" | "observation" | "portfolio" | "recognition",
  "minimum": 1 ?,                              how many statements
  "minimumScore": 0.75 ?,                      tests: the scaled score; left out: the test's own decision is enough
  "maximumAge": "P2Y" ?,                       when the level is awarded
  "assessors": "any" | "authorised" ?          authorised: listed for the pilot or a partner that runs it
}

"version", "state" and what GET shows beside them are not looked at. A document that breaks a rule changes nothing and
raises SQLSTATE 22023; the message names the field (JSON Pointer) and the rule, the detail is the pointer.$$;

REVOKE EXECUTE ON FUNCTION credential.define_rule(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.define_rule(jsonb, text) TO tessera_service;
