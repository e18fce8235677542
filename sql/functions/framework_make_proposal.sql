CREATE OR REPLACE FUNCTION framework.make_proposal(
    of_code text, of_version text, by_partner text, definition jsonb
) RETURNS integer
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    document framework.document := framework.proposal_document(of_code, of_version);
    wanted framework.proposal;
    edits jsonb;
BEGIN
    PERFORM framework.proposal_object(definition, '', ARRAY['title', 'reason', 'language', 'edits', 'carries']);
    IF NULLIF(definition -> 'carries', 'null') IS NOT NULL THEN
        -- What is not said anew is taken from the proposal that is carried.
        definition := framework.carried_proposal(definition, document) || (
            SELECT jsonb_object_agg(said.key, said.value) FROM jsonb_each(definition) AS said WHERE said.value <> 'null'
        );
    END IF;
    wanted.title := framework.proposal_text(definition, '', 'title', true, 'text', 200);
    wanted.reason := framework.proposal_text(definition, '', 'reason', true, 'text', 4000);
    wanted.language := COALESCE(
        framework.proposal_text(definition, '', 'language', false, 'language'), document.language
    );
    edits := framework.proposal_list(definition, '', 'edits', 100);
    IF edits = '[]' THEN
        PERFORM framework.refuse_proposal('/edits', 'must have at least one element');
    END IF;
    SELECT COALESCE(max(proposal.number), 0) + 1 INTO wanted.number
    FROM framework.proposal WHERE proposal.document_key = document.document_key;
    INSERT INTO framework.proposal (document_key, number, partner, title, reason, language, carries)
    VALUES (
        document.document_key, wanted.number, by_partner, wanted.title, wanted.reason, wanted.language,
        (definition ->> 'carries')::uuid
    )
    RETURNING proposal.proposal_key INTO wanted.proposal_key;
    INSERT INTO framework.proposal_edit (
        proposal_key, number, kind, item_code, field, language, old_text, new_text, competence_code, old_level,
        new_level, old_weight, new_weight
    )
    SELECT
        wanted.proposal_key, edit.number, edit.kind, edit.item_code, edit.field, edit.language, edit.old_text,
        edit.new_text, edit.competence_code, edit.old_level, edit.new_level, edit.old_weight, edit.new_weight
    FROM framework.proposal_edits(edits, '/edits', document) AS edit;
    PERFORM framework.refuse_misfits(wanted.proposal_key);
    PERFORM framework.note_proposal_event(wanted.proposal_key, 'proposed', by_partner);
    RETURN wanted.number;
END
$$;

COMMENT ON FUNCTION framework.make_proposal(text, text, text, jsonb) IS
$$Proposes a change of a draft in the name of a partner (null: the scheme) and returns the proposal's number in the
document. Nothing of the document changes by it. Field by field (? optional):

{
  "title": "...", "reason": "...",
  "language": "fr" ?,                          of title and reason; left out: the document's
  "carries": "<uuid>" ?,                       an open proposal against a version that the draft was derived from, which
                                               goes on as this one; what is left out here is taken from it
  "edits": [                                   1 to 100, no two of the same thing
    {"kind": "text", "item": "A1",             an item by its code
     "field": "fullStatement" | "abbreviatedStatement" | "notes",
     "language": "fr" ?,                       of the translation; left out: the text in the document's own language
     "from": "..." | null ?, "to": "..." | null},
    {"kind": "target", "profile": "P4", "competence": "A1",
     "from": {"level": 2, "weight": 1 ?} | null ?, "to": {"level": 3, "weight": 1.5 ?} | null}
  ]
}

from is what the edit replaces, null for nothing; left out, it is what stands there now. A document that breaks a rule
raises SQLSTATE 22023; the message names the field (JSON Pointer) and the rule, the detail is the pointer. Edits that
do not fit raise 55000 with all of them as its detail, as framework.proposal_misfits gives them.$$;

REVOKE EXECUTE ON FUNCTION framework.make_proposal(text, text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.make_proposal(text, text, text, jsonb) TO tessera_service;
