-- Makes a synthesis, or finds that of the same pilots and watermark; its number, and whether it is new.
-- $1 the definition, as training.make_synthesis describes it.
SELECT number, made FROM training.make_synthesis($1::jsonb);
