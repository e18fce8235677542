-- Every partner by name, as one JSON document.
SELECT json_build_object('partners', COALESCE(
    json_agg(
        json_strip_nulls(json_build_object('code', code, 'name', name, 'country', country)) ORDER BY code
    ),
    '[]'
))
FROM training.partner;
