-- ESCO occupations that the profiles are aligned to, by the identifiers of ESCO 1.0, and their ISCO-08 groups.
--
-- The kind of match is the authors' judgement, to be checked against the current ESCO: exact where one occupation is
-- the profile, close where the profile joins several occupations, related where ESCO has only neighbours. P1 has no
-- exact match; P6 has none at all, because volunteering is not an occupation.

INSERT INTO framework.association (
    document_key, identifier, association_type, origin_key, destination_uri, destination_title, target_type,
    match_kind, target_version, target_group, sequence_number, last_change
)
SELECT
    d.document_key,
    framework.name_uuid(d.identifier, 'association/esco/' || profile.code || '/' || alignment.occupation),
    CASE alignment.match_kind WHEN 'exact' THEN 'exactMatchOf' ELSE 'isRelatedTo' END,
    profile.item_key, 'http://data.europa.eu/esco/occupation/' || alignment.occupation, alignment.title, 'ext:esco',
    alignment.match_kind, '1.0', 'ISCO-08 ' || alignment.isco,
    row_number() OVER (PARTITION BY profile.item_key ORDER BY alignment.position), d.last_change
FROM (
    VALUES
        (1, 'P1', 'related', 'caf7b8fb-b2d6-46b7-bffa-bea7f8e4aed8', '2422', 'policy officer'),
        (2, 'P1', 'related', '39e9fc8f-02bd-4577-b603-2dc96204ce74', '2422', 'community development officer'),
        (3, 'P2', 'exact', 'e14548c8-c2b9-4ef8-8670-d5967d7ad804', '2164', 'urban planner'),
        (4, 'P3', 'close', '4b05bef2-ded4-4b09-ab94-f4c6a555a775', '2635', 'social worker'),
        (5, 'P3', 'close', 'b7507136-e71e-47e8-b873-e77d5cdf2922', '2635', 'youth worker'),
        (6, 'P3', 'close', 'ff2c1183-3fd7-40c7-8ddc-b20b100363c3', '2635', 'community development social worker'),
        (7, 'P4', 'exact', '5793c124-c037-47b2-85b6-dd4a705968dc', '5412', 'police officer'),
        (8, 'P5', 'close', '4cbe5a17-056c-489a-9f10-f9d816905000', '5419', 'street warden'),
        (9, 'P5', 'close', '403be630-8d1e-43b7-9f07-098aca5bb689', '2619', 'mediator'),
        (10, 'P7', 'close', '7226c10f-701b-4711-8843-140aace12c6f', '1111', 'city councillor'),
        (11, 'P7', 'close', '6cee3765-2b3b-48b0-af2b-1eb512d071fd', '1111', 'mayor'),
        (12, 'P8', 'close', '1b38a27d-ef98-4d9f-b1b2-8c109bf47e79', '3332', 'event manager'),
        (13, 'P8', 'close', '5cff1eee-9027-4064-8a26-35b1877e4eb3', '1344', 'public housing manager'),
        (14, 'P8', 'close', 'e9507d34-c70f-474f-a4a3-d2cbfe50f6e9', '1219', 'security manager')
) AS alignment (position, profile, match_kind, occupation, isco, title)
JOIN framework.document AS d ON d.code = 'IUS' AND d.version = '0.1'
    AND d.adoption_status IN ('Draft', 'Private Draft')
JOIN framework.item AS profile
    ON profile.document_key = d.document_key AND profile.kind = 'profile' AND profile.code = alignment.profile
ON CONFLICT (identifier) DO UPDATE SET
    association_type = excluded.association_type, destination_uri = excluded.destination_uri,
    destination_title = excluded.destination_title, match_kind = excluded.match_kind,
    target_version = excluded.target_version, target_group = excluded.target_group,
    sequence_number = excluded.sequence_number, last_change = excluded.last_change
WHERE (association.association_type, association.destination_uri, association.destination_title,
       association.match_kind, association.target_version, association.target_group, association.sequence_number)
    IS DISTINCT FROM (excluded.association_type, excluded.destination_uri, excluded.destination_title,
       excluded.match_kind, excluded.target_version, excluded.target_group, excluded.sequence_number);
