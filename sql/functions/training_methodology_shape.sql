CREATE OR REPLACE FUNCTION training.methodology_shape() RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_build_object(
        'kind', 'object',
        'optional', jsonb_build_array('description', 'changes', 'derivedFrom', 'state', 'publishedAt'),
        'fields', jsonb_build_object(
            'code', part.code || '{"most": 64}',
            'version', part.version,
            'derivedFrom', part.version,
            'title', part.line,
            'description', part.text,
            'changes', part.text,
            -- As GET shows them; not looked at.
            'state', '{"kind": "choice", "of": ["draft", "published"]}'::jsonb,
            'publishedAt', part.line,
            'models', jsonb_build_object('kind', 'list', 'unique', 'id', 'of', jsonb_build_object(
                'kind', 'object', 'optional', '["note"]'::jsonb,
                'fields', jsonb_build_object(
                    'id', part.code, 'name', part.line, 'note', part.text,
                    'parts', jsonb_build_object('kind', 'list', 'unique', 'id', 'of', jsonb_build_object(
                        'kind', 'object',
                        'fields', jsonb_build_object('id', part.code, 'name', part.line, 'question', part.text)
                    ))
                )
            )),
            'phases', jsonb_build_object('kind', 'list', 'unique', 'phase', 'of', jsonb_build_object(
                'kind', 'object',
                'fields', jsonb_build_object('phase', part.phase, 'when', part.text, 'purpose', part.text)
            )),
            'instruments', jsonb_build_object('kind', 'list', 'of', jsonb_build_object(
                'kind', 'object',
                'fields', jsonb_build_object(
                    'phase', part.phase, 'required', '{"kind": "flag"}'::jsonb, 'purpose', part.text,
                    'kind', jsonb_build_object('kind', 'choice', 'of', jsonb_build_array(
                        'pre-test', 'post-test', 'survey', 'observation', 'self-assessment', 'follow-up'
                    ))
                )
            )),
            'thresholds', jsonb_build_object('kind', 'object', 'fields', jsonb_build_object(
                'internal', part.count, 'publication', part.count,
                'comparison', jsonb_build_object('kind', 'object', 'fields', jsonb_build_object(
                    'pilots', part.count, 'people', part.count
                )),
                'cutScores', part.rules, 'minimums', part.rules
            )),
            'formulas', jsonb_build_object('kind', 'list', 'unique', 'id', 'of', jsonb_build_object(
                'kind', 'object', 'optional', '["caveat"]'::jsonb,
                'fields', jsonb_build_object(
                    'id', part.code, 'name', part.line, 'formula', part.text, 'view', part.name, 'column', part.name,
                    'caveat', part.text
                )
            )),
            'outline', jsonb_build_object('kind', 'list', 'of', jsonb_build_object(
                'kind', 'object',
                'fields', jsonb_build_object(
                    'number', '{"kind": "number", "from": 0, "to": 99}'::jsonb, 'title', part.line, 'parts', part.lines
                )
            )),
            'annexes', jsonb_build_object('kind', 'list', 'unique', 'title', 'of', jsonb_build_object(
                'kind', 'object', 'fields', jsonb_build_object('title', part.line, 'parts', part.lines)
            ))
        )
    )
    FROM (
        SELECT
            '{"kind": "text", "most": 200}'::jsonb AS line,
            '{"kind": "text", "most": 2000}'::jsonb AS text,
            '{
                "kind": "text", "most": 32, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
                "meaning": "lower-case letters a-z and digits, in parts joined by single hyphens"
            }'::jsonb AS code,
            '{
                "kind": "text", "most": 32, "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$",
                "meaning": "letters, digits, dots, underscores and hyphens, e.g. 1.0"
            }'::jsonb AS version,
            '{
                "kind": "text", "most": 63, "pattern": "^[a-z][a-z0-9_]*$",
                "meaning": "a name as SQL has it, of letters a-z, digits and underscores"
            }'::jsonb AS name,
            '{"kind": "choice", "of": ["pre", "during", "post", "followup"]}'::jsonb AS phase,
            '{"kind": "number", "from": 1, "to": 1000}'::jsonb AS count,
            '{"kind": "list", "of": {"kind": "text", "most": 2000}}'::jsonb AS rules,
            '{"kind": "list", "of": {"kind": "text", "most": 200}}'::jsonb AS lines
    ) AS part
$$;

COMMENT ON FUNCTION training.methodology_shape() IS
    'The shape of a methodology''s document, for training.shape_faults.';

REVOKE EXECUTE ON FUNCTION training.methodology_shape() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.methodology_shape() TO tessera_service;
