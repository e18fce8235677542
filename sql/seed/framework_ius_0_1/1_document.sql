-- The draft framework "Integrated Urban Security", version 0.1: the document.
--
-- Identifiers are the same in every installation. The document's is uuid3(NAMESPACE_URL,
-- 'https://w3id.org/xapi/iust/framework/0.1'); every other row's is uuid3(the document's identifier, a name such as
-- 'item/A1.3' or 'association/target/P4/A1'), see framework.name_uuid.
--
-- These files may be applied again whenever their text changed. Once the document is adopted they change nothing:
-- each of them takes its rows only while the document is a draft.

INSERT INTO framework.document AS d (
    identifier, code, version, title, creator, description, language, adoption_status, status_start_date,
    framework_type, licence, licence_uri, subjects, notes, last_change
)
VALUES (
    '9216b27e-e22c-3733-852f-74b274e567e1', 'IUS', '0.1', 'Integrated Urban Security',
    'Integrated Urban Security Training scheme',
    'Eight staff profiles, six areas, twenty competences and four cumulative levels for people who work on the '
    'security of public spaces. L1 Foundation contributes under guidance in known situations; L2 Practitioner acts '
    'alone and adapts; L3 Advanced leads, solves the unpredictable and works across agencies; L4 Strategic sets '
    'direction and standards and transforms. 0 means not shown. The reference to EQF levels 4 to 7 is indicative of '
    'complexity, not the level of a qualification. Profiles are roles, not ranks; a person may hold several.',
    'en', 'Draft', date '2026-11-23', 'Competency framework', 'Apache-2.0',
    'https://www.apache.org/licenses/LICENSE-2.0', ARRAY['Urban security'],
    'Draft for discussion; no public use before at least one practitioner of each profile has reviewed it. Open: '
    'four levels or three for volunteers; weights per profile; whether C3 and D3 should be mandatory in every '
    'credential.',
    timestamptz '2026-11-23 00:00:00+00'
)
ON CONFLICT (identifier) DO UPDATE SET
    title = excluded.title, creator = excluded.creator, description = excluded.description,
    framework_type = excluded.framework_type, licence = excluded.licence, licence_uri = excluded.licence_uri,
    subjects = excluded.subjects, notes = excluded.notes, last_change = excluded.last_change
WHERE d.adoption_status IN ('Draft', 'Private Draft')
    AND (d.title, d.creator, d.description, d.framework_type, d.licence, d.licence_uri, d.subjects, d.notes)
        IS DISTINCT FROM (excluded.title, excluded.creator, excluded.description, excluded.framework_type,
            excluded.licence, excluded.licence_uri, excluded.subjects, excluded.notes);
