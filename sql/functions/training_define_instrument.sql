CREATE OR REPLACE FUNCTION training.define_instrument(definition jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.instrument;
    edition training.instrument_version;
    earlier training.instrument_version;
    owners text[];
    known_kind text;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY[
        'code', 'version', 'iri', 'kind', 'title', 'partners', 'framework', 'items', 'state', 'publishedAt'
    ]);
    wanted.code := training.definition_text(definition, '', 'code', true, 'code');
    edition.version := training.definition_text(definition, '', 'version', true);
    IF edition.version !~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$' THEN
        PERFORM training.refuse_definition(
            '/version', 'must be letters, digits, dots, underscores and hyphens, at most 32, e.g. 1.0'
        );
    END IF;
    edition.iri := training.definition_text(definition, '', 'iri', true, 'iri');
    wanted.kind := training.definition_text(definition, '', 'kind', true);
    IF wanted.kind NOT IN ('pre-test', 'post-test', 'survey', 'observation', 'self-assessment', 'follow-up') THEN
        PERFORM training.refuse_definition(
            '/kind', 'must be pre-test, post-test, survey, observation, self-assessment or follow-up'
        );
    END IF;
    edition.titles := training.definition_texts(definition, '', 'title', true);
    IF jsonb_array_length(training.definition_list(definition, '', 'items')) = 0 THEN
        PERFORM training.refuse_definition('/items', 'must have at least one item');
    END IF;
    IF NULLIF(definition -> 'framework', 'null') IS NOT NULL THEN
        edition.document_key := training.definition_framework(definition, '');
    END IF;

    PERFORM pg_advisory_xact_lock(hashtextextended('training.define_instrument', 0));
    owners := training.define_instrument_owners(definition);
    SELECT instrument_key, kind INTO wanted.instrument_key, known_kind
    FROM training.instrument WHERE code = wanted.code;
    IF known_kind <> wanted.kind THEN
        PERFORM training.refuse_definition('/kind', format('cannot change; %s is a %s', wanted.code, known_kind));
    END IF;
    SELECT version.* INTO earlier
    FROM training.instrument_version AS version
    WHERE version.instrument_key = wanted.instrument_key AND version.version = edition.version;
    IF FOUND AND training.instrument_core(training.instrument_document(earlier.instrument_version_key))
        = training.instrument_core(definition) THEN
        RETURN earlier.instrument_version_key;
    ELSIF earlier.state = 'published' THEN
        RAISE EXCEPTION 'version % of % is published and does not change; make another version',
            edition.version, wanted.code
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    IF earlier.iri <> edition.iri THEN
        PERFORM training.refuse_definition('/iri', format('cannot change; the version has %s', earlier.iri));
    END IF;
    PERFORM training.refuse_other_meaning('/iri', edition.iri, 'instrument');
    IF EXISTS (
        SELECT FROM training.instrument_version AS other
        WHERE other.iri = edition.iri
            AND other.instrument_version_key IS DISTINCT FROM earlier.instrument_version_key
    ) THEN
        PERFORM training.refuse_definition('/iri', 'is the IRI of another version');
    END IF;

    IF wanted.instrument_key IS NULL THEN
        INSERT INTO training.instrument (code, kind, of_scheme) VALUES (wanted.code, wanted.kind, owners = '{}');
        SELECT instrument_key INTO wanted.instrument_key FROM training.instrument WHERE code = wanted.code;
    ELSE
        UPDATE training.instrument SET of_scheme = (owners = '{}')
        WHERE instrument_key = wanted.instrument_key AND of_scheme <> (owners = '{}');
    END IF;
    DELETE FROM training.instrument_partner
    USING training.partner
    WHERE instrument_partner.instrument_key = wanted.instrument_key
        AND partner.partner_key = instrument_partner.partner_key
        AND partner.code <> ALL (owners);
    INSERT INTO training.instrument_partner (instrument_key, partner_key)
    SELECT wanted.instrument_key, partner.partner_key FROM training.partner WHERE partner.code = ANY (owners)
    ON CONFLICT DO NOTHING;

    PERFORM lrs.define_activities(ARRAY[edition.iri], ARRAY[training.instrument_type(wanted.kind)]);
    INSERT INTO training.instrument_version AS known (
        instrument_key, version, iri, activity_key, titles, document_key
    )
    SELECT wanted.instrument_key, edition.version, edition.iri, activity.activity_key, edition.titles,
        edition.document_key
    FROM lrs.activity
    WHERE activity.iri = edition.iri
    ON CONFLICT (instrument_key, version) DO UPDATE SET
        titles = excluded.titles, document_key = excluded.document_key, changed_at = now();
    SELECT version.instrument_version_key INTO edition.instrument_version_key
    FROM training.instrument_version AS version
    WHERE version.instrument_key = wanted.instrument_key AND version.version = edition.version;

    PERFORM training.define_instrument_items(edition.instrument_version_key, definition -> 'items');
    RETURN edition.instrument_version_key;
END
$$;

COMMENT ON FUNCTION training.define_instrument(jsonb) IS
$$Defines a version of an instrument, or changes a draft, from one JSON document, and returns its key. The same document
twice changes nothing. Also writes the lrs.activity rows of the version and its items with their types, and ties
statements to them that came before. Field by field (? optional):

{
  "code": "reaction", "version": "1.0",
  "iri": "https://...",                        by which statements name the version; never changes
  "kind": "pre-test" | "post-test" | "survey" | "observation" | "self-assessment" | "follow-up",    never changes
  "title": {"en": "...", "lv": "..."},
  "partners": ["riga", ...] ?,                 whose it is; left out or empty: the scheme's
  "framework": {"code": "IUS", "version": "0.1"} ?,        if items name competences
  "items": [{
    "iri": "https://...",                      items that several versions share have one IRI
    "text": {"en": "..."},
    "interaction": "choice" | "likert" | ...,  xAPI interaction type
    "choices" | "scale" | "source" | "target" | "steps": [{"id": "a", "label": {"en": "..."} ?}, ...],
                                               as the interaction wants them; a scale from least to most
    "correctResponses": ["a[,]c", ...] ?,      only where answers are right or wrong
    "reversed": false ?,                       only on scales and numbers
    "competence": "A1" ?, "targetLevel": 2 ?, "kirkpatrick": 1 ?, "aspect": "relevance" ?
  }, ...],
  "state" ?, "publishedAt" ?                   as GET shows them; not looked at: a version is published by itself
}

A published version does not change: SQLSTATE 55000. A document that breaks a rule changes nothing and raises SQLSTATE
22023; the message names the field (JSON Pointer) and the rule, the detail is the pointer.$$;

REVOKE EXECUTE ON FUNCTION training.define_instrument(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_instrument(jsonb) TO tessera_service;
