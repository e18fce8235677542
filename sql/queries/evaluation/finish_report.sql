-- Declares a report final.
-- $1 the pilot's code, null for a synthesis; $2 the report's number.
SELECT training.finish_report(training.own_report($1::text, $2::bigint));
