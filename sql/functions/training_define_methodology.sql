CREATE OR REPLACE FUNCTION training.define_methodology(definition jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    faults jsonb;
    earlier training.methodology;
    ancestor bigint;
    content jsonb := definition - ARRAY['code', 'version', 'derivedFrom', 'state', 'publishedAt'];
BEGIN
    IF training.asking_partner() IS NOT NULL THEN
        RAISE EXCEPTION 'the methodology is the scheme''s, and no partner''s to change'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT jsonb_agg(jsonb_build_object('pointer', fault.pointer, 'rule', fault.rule)) INTO faults
    FROM training.methodology_faults(definition) AS fault;
    IF faults IS NOT NULL THEN
        RETURN faults;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('training.define_methodology', 0));
    SELECT known.* INTO earlier
    FROM training.methodology AS known
    WHERE known.code = definition ->> 'code' AND known.version = definition ->> 'version';
    SELECT known.methodology_key INTO ancestor
    FROM training.methodology AS known
    WHERE known.code = definition ->> 'code' AND known.version = definition ->> 'derivedFrom'
        AND known.state = 'published' AND known.version <> definition ->> 'version';
    IF ancestor IS NULL AND NULLIF(definition -> 'derivedFrom', 'null') IS NOT NULL THEN
        RETURN '[{"pointer": "/derivedFrom", "rule": "must be another version of the methodology that is published"}]';
    ELSIF ancestor IS NULL AND EXISTS (
        SELECT FROM training.methodology AS other
        WHERE other.code = definition ->> 'code' AND other.version <> definition ->> 'version'
            AND other.state = 'published' AND earlier.methodology_key IS NULL
    ) THEN
        RETURN '[{"pointer": "/derivedFrom", "rule": "is required: the methodology has published versions"}]';
    END IF;
    INSERT INTO training.methodology AS known (code, version, document, derived_from)
    VALUES (definition ->> 'code', definition ->> 'version', content, ancestor)
    ON CONFLICT (code, version) DO UPDATE SET
        document = excluded.document, derived_from = excluded.derived_from, changed_at = now()
    WHERE (known.document, known.derived_from) IS DISTINCT FROM (excluded.document, excluded.derived_from);
    RETURN '[]';
END
$$;

COMMENT ON FUNCTION training.define_methodology(jsonb) IS
$$Defines a version of a methodology, or changes a draft, from one JSON document. The same document twice changes
nothing. Returns everything that is wrong with it as an array of {"pointer": "/...", "rule": "..."}; empty when it is
defined. Field by field (? optional):

{
  "code": "common", "version": "1.0",
  "derivedFrom": "0.9" ?, "changes": "..." ?,      a published version; required once there is one
  "title": "...", "description": "..." ?,
  "models": [{"id": "kirkpatrick", "name": "...", "note": "..." ?,
              "parts": [{"id": "l1", "name": "Reaction", "question": "..."}, ...]}, ...],
  "phases": [{"phase": "pre" | "during" | "post" | "followup", "when": "...", "purpose": "..."}, ...],
  "instruments": [{"phase": "pre", "kind": "pre-test" | "post-test" | "survey" | "observation" | "self-assessment"
                   | "follow-up", "required": true, "purpose": "..."}, ...],
  "thresholds": {"internal": 5, "publication": 10, "comparison": {"pilots": 3, "people": 10},
                 "cutScores": ["..."], "minimums": ["..."]},            smallest numbers of people, and rules in words
  "formulas": [{"id": "mean-gain", "name": "...", "formula": "...", "view": "gain", "column": "gain_mean",
                "caveat": "..." ?}, ...],          a column of schema evaluation that has the statistic
  "outline": [{"number": 0, "title": "...", "parts": ["..."]}, ...],    the report's sections, counted up from 0
  "annexes": [{"title": "...", "parts": ["..."]}, ...],
  "state" ?, "publishedAt" ?                       as GET shows them; not looked at
}

A published version does not change: SQLSTATE 55000. It is the scheme's: 42501 for partners.$$;

REVOKE EXECUTE ON FUNCTION training.define_methodology(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_methodology(jsonb) TO tessera_service;
