-- A definition of CASE and those below it by their hierarchy codes, if anybody may see its document, and when the last
-- of them was changed; null when there is no such definition. Of an identifier that several documents define alike, the
-- one of the document changed last.
-- $1 its kind: concept, subject or item type; $2 identifier; $3 base URL of this node.
WITH top AS (
    SELECT definition.*
    FROM framework.definition
    JOIN framework.document AS d USING (document_key)
    WHERE definition.kind = $1::text AND definition.identifier = $2::uuid AND d.adoption_status <> 'Private Draft'
    ORDER BY d.last_change DESC, d.document_key DESC
    LIMIT 1
)
SELECT
    json_agg(
        framework.case_object(o.told, o.members)
        ORDER BY o.definition_key <> top.definition_key, below.hierarchy_code, o.ordinal),
    max(below.last_change)
FROM top
JOIN framework.definition AS below
    ON below.document_key = top.document_key AND below.kind = top.kind
    AND (below.definition_key = top.definition_key OR starts_with(below.hierarchy_code, top.hierarchy_code || '.'))
JOIN framework.case_definitions($3::text) AS o ON o.definition_key = below.definition_key;
