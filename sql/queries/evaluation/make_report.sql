-- Makes the report of a pilot, or finds that of the same watermark; its number, and whether it is new.
-- $1 the pilot's code; $2 the definition, as training.make_report describes it.
SELECT number, made FROM training.make_report($1::text, $2::jsonb);
