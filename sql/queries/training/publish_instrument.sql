-- Publishes a version of an instrument; published already, it stays as it is.
-- $1 the instrument's code; $2 the version; $3 name of the API key.
SELECT training.publish_instrument(training.own_instrument_version($1::text, $2::text), $3::text);
