-- Writes the text of a section of a report.
-- $1 the pilot's code, null for a synthesis; $2 the report's number; $3 the section's; $4 the text, as
-- training.write_narrative describes it.
SELECT training.write_narrative(training.own_report($1::text, $2::bigint), $3::bigint, $4::jsonb);
