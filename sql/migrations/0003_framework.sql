-- The competence framework: documents with versions, items, typed associations, target levels of staff profiles,
-- translations. The shape follows CASE 1.1 (1EdTech): a document is a CFDocument, an item a CFItem, an association a
-- CFAssociation, each with its own stable identifier. Our own items carry no URI here: a CASE uri is the base URL of
-- the serving node + /ims/case/v1p1/CFItems/{identifier}, so a deployment can move without touching a row.

-- Identifiers that are the same everywhere ----------------------------------------------------------------------------

CREATE FUNCTION framework.name_uuid(namespace uuid, name text) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT encode(
        set_byte(
            set_byte(digest, 6, get_byte(digest, 6) & x'0f'::integer | x'30'::integer),  -- version 3
            8, get_byte(digest, 8) & x'3f'::integer | x'80'::integer                     -- variant of RFC 9562
        ),
        'hex'
    )::uuid
    FROM decode(md5(uuid_send(namespace) || convert_to(name, 'UTF8')), 'hex') AS digest
);
COMMENT ON FUNCTION framework.name_uuid(uuid, text) IS
    'Name-based UUID, version 3 of RFC 9562 §5.3 (uuid.uuid3 in Python): the same in every installation, needs no '
    'extension. Seeds name their rows with it; CASE admits UUID versions 1 to 5 only.';

-- Documents -----------------------------------------------------------------------------------------------------------

CREATE TABLE framework.document (
    document_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    identifier uuid NOT NULL UNIQUE,
    code text NOT NULL CHECK (code <> ''),
    version text NOT NULL CHECK (version <> ''),
    title text NOT NULL CHECK (title <> ''),
    creator text NOT NULL CHECK (creator <> ''),
    publisher text,
    description text,
    language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'),
    adoption_status text NOT NULL DEFAULT 'Draft'
        CHECK (adoption_status IN ('Private Draft', 'Draft', 'Adopted', 'Deprecated')),
    status_start_date date,
    status_end_date date,
    framework_type text,
    case_version text NOT NULL DEFAULT '1.1',
    licence text,
    licence_uri text,
    official_source_url text,
    subjects text[] NOT NULL DEFAULT '{}',
    notes text,
    extensions jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(extensions) = 'object'),
    derived_from bigint REFERENCES framework.document,
    last_change timestamptz NOT NULL DEFAULT now(),
    UNIQUE (code, version),
    CHECK (status_end_date >= status_start_date),
    CHECK (derived_from <> document_key)
);
CREATE INDEX document_derived_from ON framework.document (derived_from);

COMMENT ON TABLE framework.document IS
    'One version of one framework (CASE CFDocument). Immutable once Adopted; a change is a new version.';
COMMENT ON COLUMN framework.document.document_key IS 'Internal key.';
COMMENT ON COLUMN framework.document.identifier IS 'CASE identifier of the CFDocument; the same in every installation.';
COMMENT ON COLUMN framework.document.code IS 'Short name of the framework, shared by all its versions, e.g. IUS.';
COMMENT ON COLUMN framework.document.version IS 'Version of the framework, e.g. 0.1; unique within the code.';
COMMENT ON COLUMN framework.document.title IS 'Title in the document''s language.';
COMMENT ON COLUMN framework.document.creator IS 'Who wrote it (CASE creator).';
COMMENT ON COLUMN framework.document.publisher IS 'Who publishes it, if another than the creator.';
COMMENT ON COLUMN framework.document.description IS 'What the framework is for.';
COMMENT ON COLUMN framework.document.language IS 'BCP 47 tag of the texts in document and item.';
COMMENT ON COLUMN framework.document.adoption_status IS
    'Private Draft, Draft, Adopted or Deprecated. Adopted may only become Deprecated; nothing else of it may change.';
COMMENT ON COLUMN framework.document.status_start_date IS 'First day of the adoption status.';
COMMENT ON COLUMN framework.document.status_end_date IS 'Last day of the adoption status.';
COMMENT ON COLUMN framework.document.framework_type IS 'CASE 1.1 frameworkType.';
COMMENT ON COLUMN framework.document.case_version IS 'CASE version that the document follows.';
COMMENT ON COLUMN framework.document.licence IS 'Name of the licence, e.g. CC BY 4.0.';
COMMENT ON COLUMN framework.document.licence_uri IS 'Address of the licence (CASE licenseURI).';
COMMENT ON COLUMN framework.document.official_source_url IS 'Where the authoritative copy is, for documents of others.';
COMMENT ON COLUMN framework.document.subjects IS 'Subjects (CASE subject).';
COMMENT ON COLUMN framework.document.notes IS 'Notes for readers, e.g. open design points.';
COMMENT ON COLUMN framework.document.extensions IS 'CASE 1.1 extensions, kept as received.';
COMMENT ON COLUMN framework.document.derived_from IS 'The version that this one was derived from.';
COMMENT ON COLUMN framework.document.last_change IS
    'CASE lastChangeDateTime; set by whoever changes content, kept on import.';

-- Items ---------------------------------------------------------------------------------------------------------------

CREATE TABLE framework.item (
    item_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_key bigint NOT NULL REFERENCES framework.document,
    identifier uuid NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('area', 'competence', 'level', 'profile')),
    code text NOT NULL CHECK (code <> ''),
    full_statement text NOT NULL CHECK (full_statement <> ''),
    abbreviated_statement text,
    parent_key bigint,
    -- Which kind the parent must have; with it the foreign key below keeps the tree area > competence > level.
    parent_kind text GENERATED ALWAYS AS (
        CASE kind WHEN 'competence' THEN 'area' WHEN 'level' THEN 'competence' END
    ) STORED,
    level smallint CHECK (level BETWEEN 1 AND 4),
    eqf_reference smallint CHECK (eqf_reference BETWEEN 1 AND 8),
    position integer NOT NULL CHECK (position > 0),
    notes text,
    concept_keywords text[] NOT NULL DEFAULT '{}',
    extensions jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(extensions) = 'object'),
    last_change timestamptz NOT NULL DEFAULT now(),
    UNIQUE (document_key, code),
    UNIQUE (document_key, item_key, kind),
    UNIQUE (item_key, kind),
    UNIQUE (item_key, parent_key),
    UNIQUE (item_key, parent_key, level),
    UNIQUE (parent_key, level),
    CONSTRAINT item_parent_fits FOREIGN KEY (document_key, parent_key, parent_kind)
        REFERENCES framework.item (document_key, item_key, kind),
    CONSTRAINT item_has_parent_by_kind CHECK ((parent_key IS NOT NULL) = (kind IN ('competence', 'level'))),
    CONSTRAINT item_level_only_for_levels CHECK ((level IS NOT NULL) = (kind = 'level')),
    CONSTRAINT item_eqf_only_for_levels CHECK (eqf_reference IS NULL OR kind = 'level')
);
CREATE INDEX item_by_kind ON framework.item (document_key, kind, position);
CREATE INDEX item_by_parent ON framework.item (document_key, parent_key, parent_kind);

COMMENT ON TABLE framework.item IS
    'Areas, competences, level descriptors and staff profiles of one document (CASE CFItem).';
COMMENT ON COLUMN framework.item.item_key IS 'Internal key.';
COMMENT ON COLUMN framework.item.document_key IS 'The document version that the item belongs to.';
COMMENT ON COLUMN framework.item.identifier IS
    'Stable CASE identifier. The uri is base URL + /ims/case/v1p1/CFItems/{identifier}, built when served.';
COMMENT ON COLUMN framework.item.kind IS
    'area, competence, level (one level descriptor of one competence) or profile (staff profile).';
COMMENT ON COLUMN framework.item.code IS
    'CASE humanCodingScheme: A an area, A1 a competence, A1.3 its third level, P4 a profile; unique in the document.';
COMMENT ON COLUMN framework.item.full_statement IS
    'CASE fullStatement: the name of an area, competence or profile; the descriptor of a level.';
COMMENT ON COLUMN framework.item.abbreviated_statement IS 'CASE abbreviatedStatement, e.g. L3 Advanced for a level.';
COMMENT ON COLUMN framework.item.parent_key IS
    'A competence''s area, a level''s competence; none for areas and profiles.';
COMMENT ON COLUMN framework.item.parent_kind IS 'Kind that the parent must have, derived from the item''s own kind.';
COMMENT ON COLUMN framework.item.level IS
    '1 Foundation, 2 Practitioner, 3 Advanced, 4 Strategic; cumulative. Only for items of kind level.';
COMMENT ON COLUMN framework.item.eqf_reference IS
    'Indicative only: EQF level whose complexity the descriptor was written with reference to. It is not the level of '
    'a qualification and must not be claimed as one.';
COMMENT ON COLUMN framework.item.position IS 'Order among siblings of the same kind, from 1 (CASE listEnumeration).';
COMMENT ON COLUMN framework.item.notes IS
    'Notes, e.g. who else has this competence, or that no exact ESCO match exists.';
COMMENT ON COLUMN framework.item.concept_keywords IS 'CASE conceptKeywords.';
COMMENT ON COLUMN framework.item.extensions IS 'CASE 1.1 extensions, kept as received.';
COMMENT ON COLUMN framework.item.last_change IS
    'CASE lastChangeDateTime; set by whoever changes content, kept on import.';

-- Associations --------------------------------------------------------------------------------------------------------

CREATE TABLE framework.association (
    association_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_key bigint NOT NULL REFERENCES framework.document,
    identifier uuid NOT NULL UNIQUE,
    association_type text NOT NULL CHECK (association_type IN (
        'isChildOf', 'isPeerOf', 'isPartOf', 'exactMatchOf', 'precedes', 'isRelatedTo', 'replacedBy', 'exemplar',
        'hasSkillLevel', 'isTranslationOf'
    )),
    origin_key bigint NOT NULL REFERENCES framework.item,
    destination_key bigint REFERENCES framework.item,
    destination_document_key bigint REFERENCES framework.document,
    destination_uri text CHECK (destination_uri ~ '^[A-Za-z][A-Za-z0-9+.-]*:'),
    destination_title text,
    target_type text NOT NULL DEFAULT 'CASE' CHECK (target_type = 'CASE' OR target_type ~ '^ext:[a-z0-9]+$'),
    match_kind text CHECK (match_kind IN ('exact', 'close', 'broad', 'narrow', 'related')),
    target_version text,
    target_group text,
    sequence_number integer,
    notes text,
    extensions jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(extensions) = 'object'),
    last_change timestamptz NOT NULL DEFAULT now(),
    -- An isChildOf between items repeats the tree of framework.item under a CASE identifier; it may not contradict it.
    claimed_parent_key bigint GENERATED ALWAYS AS (
        CASE WHEN association_type = 'isChildOf' THEN destination_key END
    ) STORED,
    UNIQUE (association_key, origin_key, destination_key),
    CONSTRAINT association_child_agrees_with_tree FOREIGN KEY (origin_key, claimed_parent_key)
        REFERENCES framework.item (item_key, parent_key) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT association_has_one_destination
        CHECK (num_nonnulls(destination_key, destination_document_key, destination_uri) = 1),
    CONSTRAINT association_external_has_target_type CHECK ((destination_uri IS NULL) = (target_type = 'CASE')),
    CONSTRAINT association_match_only_external CHECK (
        destination_uri IS NOT NULL
        OR num_nonnulls(match_kind, target_version, target_group, destination_title) = 0
    ),
    CONSTRAINT association_not_to_itself CHECK (destination_key <> origin_key)
);
CREATE UNIQUE INDEX association_once_item ON framework.association (origin_key, association_type, destination_key);
CREATE UNIQUE INDEX association_once_uri ON framework.association (origin_key, association_type, destination_uri);
CREATE INDEX association_by_document ON framework.association (document_key, association_type);
CREATE INDEX association_by_destination ON framework.association (destination_key, association_type);
CREATE INDEX association_by_destination_document ON framework.association (destination_document_key);

COMMENT ON TABLE framework.association IS
    'Typed relations (CASE CFAssociation) from an item to another item, to a document, or to something outside. '
    'replacedBy belongs to the newer document, so that an adopted one need not change.';
COMMENT ON COLUMN framework.association.association_key IS 'Internal key.';
COMMENT ON COLUMN framework.association.document_key IS 'The document that states the relation.';
COMMENT ON COLUMN framework.association.identifier IS
    'CASE identifier of the association; the same in every installation.';
COMMENT ON COLUMN framework.association.association_type IS
    'CASE associationType, e.g. isChildOf (tree), hasSkillLevel (competence to level), isRelatedTo (profile to the '
    'level item that is its target, or ESCO), exactMatchOf, replacedBy.';
COMMENT ON COLUMN framework.association.origin_key IS 'The item that the relation starts from.';
COMMENT ON COLUMN framework.association.destination_key IS 'The item that it leads to, if it is one of ours.';
COMMENT ON COLUMN framework.association.destination_document_key IS
    'The document that it leads to: top items are isChildOf it.';
COMMENT ON COLUMN framework.association.destination_uri IS
    'The address that it leads to, if outside, e.g. an ESCO occupation.';
COMMENT ON COLUMN framework.association.destination_title IS 'Name of the outside target, for people.';
COMMENT ON COLUMN framework.association.target_type IS
    'CASE 1.1 targetType of the destination: CASE, or ext:esco and the like.';
COMMENT ON COLUMN framework.association.match_kind IS
    'How well an outside target fits (SKOS): exact, close, broad, narrow, related.';
COMMENT ON COLUMN framework.association.target_version IS
    'Version of the outside scheme that the match was made against.';
COMMENT ON COLUMN framework.association.target_group IS
    'Group of the target in the outside scheme, e.g. the ISCO-08 group.';
COMMENT ON COLUMN framework.association.sequence_number IS
    'CASE sequenceNumber: order among the associations of a kind.';
COMMENT ON COLUMN framework.association.notes IS 'CASE 1.1 notes.';
COMMENT ON COLUMN framework.association.extensions IS
    'CASE 1.1 extensions, e.g. {"iust:target": true} for a profile''s target.';
COMMENT ON COLUMN framework.association.last_change IS 'CASE lastChangeDateTime.';
COMMENT ON COLUMN framework.association.claimed_parent_key IS
    'The destination of an isChildOf, for the check against the tree.';

-- Targets of profiles -------------------------------------------------------------------------------------------------

CREATE TABLE framework.profile_target (
    profile_key bigint NOT NULL,
    profile_kind text GENERATED ALWAYS AS ('profile') STORED,
    competence_key bigint NOT NULL,
    level smallint NOT NULL,
    level_key bigint NOT NULL,
    weight numeric(6, 3) NOT NULL DEFAULT 1 CHECK (weight > 0),
    association_key bigint NOT NULL UNIQUE,
    PRIMARY KEY (profile_key, competence_key),
    CONSTRAINT profile_target_of_profile FOREIGN KEY (profile_key, profile_kind)
        REFERENCES framework.item (item_key, kind),
    CONSTRAINT profile_target_level_of_competence FOREIGN KEY (level_key, competence_key, level)
        REFERENCES framework.item (item_key, parent_key, level),
    CONSTRAINT profile_target_is_association FOREIGN KEY (association_key, profile_key, level_key)
        REFERENCES framework.association (association_key, origin_key, destination_key)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX profile_target_by_competence ON framework.profile_target (competence_key, level);
CREATE INDEX profile_target_by_level ON framework.profile_target (level_key);

COMMENT ON TABLE framework.profile_target IS
    'Which level of which competence a staff profile demands. No row: the profile has no target in that competence.';
COMMENT ON COLUMN framework.profile_target.profile_key IS 'The profile item.';
COMMENT ON COLUMN framework.profile_target.profile_kind IS 'Always profile; for the foreign key.';
COMMENT ON COLUMN framework.profile_target.competence_key IS 'The competence item.';
COMMENT ON COLUMN framework.profile_target.level IS 'Target level, 1 to 4.';
COMMENT ON COLUMN framework.profile_target.level_key IS 'The level item that the target names.';
COMMENT ON COLUMN framework.profile_target.weight IS
    'Importance of the competence within the profile; 1 unless partners agree on another.';
COMMENT ON COLUMN framework.profile_target.association_key IS
    'The isRelatedTo association that states the target in CASE.';

-- Translations --------------------------------------------------------------------------------------------------------

CREATE TABLE framework.translation (
    item_key bigint NOT NULL REFERENCES framework.item,
    language text NOT NULL CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'),
    field text NOT NULL CHECK (field IN ('full_statement', 'abbreviated_statement', 'notes')),
    text text NOT NULL CHECK (text <> ''),
    last_change timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (item_key, language, field)
);

COMMENT ON TABLE framework.translation IS
    'Texts of items in other languages than the document''s. A missing row falls back visibly to the original.';
COMMENT ON COLUMN framework.translation.item_key IS 'The item that is translated.';
COMMENT ON COLUMN framework.translation.language IS 'BCP 47 tag of the translation.';
COMMENT ON COLUMN framework.translation.field IS
    'Which text of the item: full_statement, abbreviated_statement or notes.';
COMMENT ON COLUMN framework.translation.text IS 'The translated text.';
COMMENT ON COLUMN framework.translation.last_change IS 'When the translation was last changed.';

-- Adopted stays adopted -----------------------------------------------------------------------------------------------

CREATE FUNCTION framework.refuse_frozen(document_keys bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    touched framework.document;
BEGIN
    -- The lock makes an adoption wait for changes under way, and a change see an adoption just committed.
    FOR touched IN
        SELECT document.* FROM framework.document WHERE document.document_key = ANY (document_keys)
        ORDER BY document.document_key FOR SHARE
    LOOP
        IF touched.adoption_status IN ('Adopted', 'Deprecated') THEN
            RAISE EXCEPTION 'framework % version % is % and cannot be changed',
                touched.code, touched.version, lower(touched.adoption_status)
                USING ERRCODE = 'object_not_in_prerequisite_state',
                      HINT = 'Derive a new version from it and change that.',
                      SCHEMA = 'framework', TABLE = 'document';
        END IF;
    END LOOP;
END
$$;
COMMENT ON FUNCTION framework.refuse_frozen(bigint[]) IS
    'Raises SQLSTATE 55000, naming code and version, if one of the documents is Adopted or Deprecated.';

CREATE FUNCTION framework.keep_frozen_rows() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    item_keys bigint[];
    document_keys bigint[];
BEGIN
    -- Both the old and the new owner count: a row may neither leave nor enter a frozen document.
    IF TG_TABLE_NAME IN ('item', 'association') THEN
        IF TG_OP <> 'INSERT' THEN document_keys := document_keys || OLD.document_key; END IF;
        IF TG_OP <> 'DELETE' THEN document_keys := document_keys || NEW.document_key; END IF;
    ELSE
        IF TG_TABLE_NAME = 'profile_target' THEN
            IF TG_OP <> 'INSERT' THEN item_keys := item_keys || OLD.profile_key; END IF;
            IF TG_OP <> 'DELETE' THEN item_keys := item_keys || NEW.profile_key; END IF;
        ELSE
            IF TG_OP <> 'INSERT' THEN item_keys := item_keys || OLD.item_key; END IF;
            IF TG_OP <> 'DELETE' THEN item_keys := item_keys || NEW.item_key; END IF;
        END IF;
        document_keys := ARRAY(SELECT item.document_key FROM framework.item WHERE item.item_key = ANY (item_keys));
    END IF;
    PERFORM framework.refuse_frozen(document_keys);
    RETURN COALESCE(NEW, OLD);
END
$$;
COMMENT ON FUNCTION framework.keep_frozen_rows() IS
    'Trigger: refuses any change to rows of an adopted or deprecated document.';

CREATE FUNCTION framework.keep_frozen_document() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- The one change left is retiring it: Adopted becomes Deprecated, with the dates of that.
    IF TG_OP = 'UPDATE' AND OLD.adoption_status = 'Adopted' AND NEW.adoption_status = 'Deprecated' THEN
        OLD.adoption_status := NEW.adoption_status;
        OLD.status_start_date := NEW.status_start_date;
        OLD.status_end_date := NEW.status_end_date;
        OLD.last_change := NEW.last_change;
        IF OLD = NEW THEN
            RETURN NEW;
        END IF;
        OLD.adoption_status := 'Adopted';
    END IF;
    PERFORM framework.refuse_frozen(ARRAY[OLD.document_key]);
    RETURN COALESCE(NEW, OLD);
END
$$;
COMMENT ON FUNCTION framework.keep_frozen_document() IS
    'Trigger: an adopted document may only become deprecated; a deprecated one never changes.';

CREATE FUNCTION framework.refuse_truncate() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM framework.refuse_frozen(ARRAY(SELECT document.document_key FROM framework.document));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION framework.refuse_truncate() IS
    'Trigger: refuses TRUNCATE, which fires no row trigger, while any document is adopted or deprecated.';

CREATE TRIGGER keep_frozen BEFORE UPDATE OR DELETE ON framework.document
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_document();
CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework.item
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_rows();
CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework.association
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_rows();
CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework.profile_target
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_rows();
CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework.translation
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_rows();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.document
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.item
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.association
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.profile_target
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.translation
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();

-- Who may -------------------------------------------------------------------------------------------------------------

GRANT USAGE ON SCHEMA framework TO tessera_reporting;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA framework TO tessera_service;
GRANT SELECT ON ALL TABLES IN SCHEMA framework TO tessera_reporting;
