-- A version of an instrument as training.define_instrument takes it.
-- $1 the instrument's code; $2 the version.
SELECT training.instrument_document(version.instrument_version_key)::json
FROM training.instrument_version AS version
JOIN training.instrument USING (instrument_key)
WHERE instrument.code = $1::text AND version.version = $2::text;
