-- What is known of an activity.
-- $1 its IRI.
SELECT definition FROM lrs.activity WHERE iri = $1::text;
