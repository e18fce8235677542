-- A partner's needs as one JSON document; no row for another partner than the one that asks.
-- $1 code of the partner.
SELECT json_build_object('needs', (
    SELECT COALESCE(
        json_agg(
            json_strip_nulls(json_build_object(
                'text', need.text,
                'framework', CASE
                    WHEN document.document_key IS NOT NULL
                        THEN json_build_object('code', document.code, 'version', document.version)
                END,
                'item', item.code,
                'priority', need.priority,
                'source', need.source,
                'notedOn', need.noted_on
            ))
            ORDER BY need.position
        ),
        '[]'
    )
    FROM training.partner_need AS need
    LEFT JOIN framework.document USING (document_key)
    LEFT JOIN framework.item USING (item_key)
    WHERE need.partner_key = partner.partner_key
))
FROM training.partner
WHERE partner.code = $1::text AND partner.code = COALESCE(training.asking_partner(), partner.code);
