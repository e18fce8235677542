-- Makes the versions of the scheme's profile known, with their templates and rules, and answers with the templates' keys
-- and their positions from 1.
-- $1 to $3 per template: IRI, IRI of the version, name. $4 to $8 per rule: position of its template, number from 1,
-- location, requirement, note.
WITH template AS MATERIALIZED (
    SELECT *
    FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS t (iri, profile_version, name, position)
),
registered AS (
    INSERT INTO lrs.profile_template (iri, profile_version, name)
    SELECT iri, profile_version, name FROM template ORDER BY iri, profile_version
    ON CONFLICT (iri, profile_version) DO UPDATE SET name = excluded.name
    RETURNING template_key, iri, profile_version
),
rules AS (
    INSERT INTO lrs.profile_rule (template_key, number, location, requirement, note)
    SELECT registered.template_key, r.number, r.location, r.requirement, r.note
    FROM unnest($4::int[], $5::smallint[], $6::text[], $7::text[], $8::text[])
        AS r (position, number, location, requirement, note)
    JOIN template USING (position)
    JOIN registered USING (iri, profile_version)
    ORDER BY registered.template_key, r.number
    ON CONFLICT (template_key, number) DO UPDATE
    SET location = excluded.location, requirement = excluded.requirement, note = excluded.note
)
SELECT registered.template_key, template.position
FROM registered
JOIN template USING (iri, profile_version);
