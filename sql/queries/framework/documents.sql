-- The versions of frameworks that anybody may see, newest first; what is deprecated comes last.
SELECT d.code, d.version, d.title, d.language, d.adoption_status, d.status_start_date::text
FROM framework.document AS d
WHERE d.adoption_status <> 'Private Draft'
ORDER BY
    d.adoption_status = 'Deprecated', d.status_start_date DESC NULLS LAST, d.last_change DESC, d.document_key DESC;
