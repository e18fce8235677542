-- The methodologies with their versions, as one JSON document.
SELECT json_build_object('methodologies', COALESCE(json_agg(listed.document ORDER BY listed.code), '[]'))
FROM (
    SELECT code, json_build_object(
        'code', code,
        'versions', json_agg(
            json_build_object(
                'version', version, 'state', state, 'title', document ->> 'title', 'publishedAt', published_at
            )
            ORDER BY methodology_key
        )
    ) AS document
    FROM training.methodology
    GROUP BY code
) AS listed;
