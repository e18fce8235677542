-- The versions of frameworks that anybody may see, newest first; what is deprecated comes last. Titles are in the
-- language that fits a reader best, of those that there are; what is asked for as fr also fits as fr-CH.
-- $1 BCP 47 tags, the reader's favourite first.
SELECT
    d.code, d.version, coalesce(told.text, d.title) AS title, coalesce(told.language, d.language) AS title_language,
    d.language, d.adoption_status, d.status_start_date::text
FROM framework.document AS d
LEFT JOIN LATERAL (
    SELECT spoken.language, spoken.text
    FROM unnest($1::text[]) WITH ORDINALITY AS wanted (language, rank)
    JOIN (
        SELECT d.language, d.title
        UNION ALL
        SELECT t.language, t.text
        FROM framework.document_translation AS t
        WHERE t.document_key = d.document_key AND t.field = 'title'
    ) AS spoken (language, text) ON lower(spoken.language) = lower(wanted.language)
        OR starts_with(lower(spoken.language), lower(wanted.language) || '-')
    ORDER BY wanted.rank, length(spoken.language), spoken.language
    LIMIT 1
) AS told ON true
WHERE d.adoption_status <> 'Private Draft'
ORDER BY
    d.adoption_status = 'Deprecated', d.status_start_date DESC NULLS LAST, d.last_change DESC, d.document_key DESC;
