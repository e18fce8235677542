-- All versions of frameworks, private drafts included, newest first; what is deprecated comes last.
SELECT d.code, d.version, d.title, d.language AS title_language, d.language, d.adoption_status, d.status_start_date::text
FROM framework.document AS d
ORDER BY
    d.adoption_status = 'Deprecated', d.status_start_date DESC NULLS LAST, d.last_change DESC, d.document_key DESC;
