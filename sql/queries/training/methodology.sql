-- A version of a methodology as training.define_methodology takes it.
-- $1 the methodology's code; $2 the version.
SELECT training.methodology_document(methodology.methodology_key)::json
FROM training.methodology
WHERE methodology.code = $1::text AND methodology.version = $2::text;
