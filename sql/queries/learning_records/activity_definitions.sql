-- The definitions of activities, where they have one.
-- $1 IRIs.
SELECT iri, definition FROM lrs.activity WHERE iri = ANY ($1::text[]) AND definition IS NOT NULL;
