-- Publishes a version of a methodology; published already, it stays as it is.
-- $1 the methodology's code; $2 the version; $3 name of the API key.
SELECT training.publish_methodology(training.own_methodology($1::text, $2::text), $3::text);
