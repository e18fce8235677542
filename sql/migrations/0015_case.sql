-- What CASE (1EdTech) has beyond the scheme's own framework, so that anybody's package comes in and goes out as it was:
-- items without a kind of the scheme, associations from and to anywhere, rubrics, definitions, translated documents.
--
-- Meaning stands in columns. A row's members are what a package said otherwise than its columns would have it told:
-- texts CASE knows and the scheme does not, addresses of another publisher, a link's title. Written out, they replace
-- what the columns give; a member that is null stands for one that the package did not have.

-- Documents -----------------------------------------------------------------------------------------------------------

ALTER TABLE framework.document
    ADD COLUMN members jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(members) = 'object'),
    ADD COLUMN package_members jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(package_members) = 'object');

COMMENT ON COLUMN framework.document.members IS
    'Members of the CFDocument, by their CASE names, that a package had otherwise than the columns tell; null: had not.';
COMMENT ON COLUMN framework.document.package_members IS
    'Extensions of the CFPackage (extensions) and of its CFDefinitions (definitions), kept as received.';

CREATE TABLE framework.document_translation (
    document_key bigint NOT NULL REFERENCES framework.document,
    language text NOT NULL CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'),
    field text NOT NULL CHECK (field <> ''),
    text text NOT NULL CHECK (text <> ''),
    PRIMARY KEY (document_key, language, field)
);

COMMENT ON TABLE framework.document_translation IS 'Texts of documents in other languages than their own.';
COMMENT ON COLUMN framework.document_translation.document_key IS 'The document that is translated.';
COMMENT ON COLUMN framework.document_translation.language IS 'BCP 47 tag of the translation.';
COMMENT ON COLUMN framework.document_translation.field IS 'The member of the CFDocument, by its CASE name, e.g. title.';
COMMENT ON COLUMN framework.document_translation.text IS 'The translated text.';

-- Items ---------------------------------------------------------------------------------------------------------------

ALTER TABLE framework.item
    ADD COLUMN ordinal integer CHECK (ordinal > 0),
    ADD COLUMN members jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(members) = 'object'),
    ALTER COLUMN code DROP NOT NULL,
    DROP CONSTRAINT item_kind_check,
    ADD CONSTRAINT item_kind_check CHECK (kind IN ('area', 'competence', 'level', 'profile', 'item')),
    ADD CONSTRAINT item_code_unless_other CHECK (code IS NOT NULL OR kind = 'item'),
    DROP CONSTRAINT item_document_key_code_key;
CREATE UNIQUE INDEX item_by_code ON framework.item (document_key, code) WHERE kind <> 'item';

COMMENT ON COLUMN framework.item.kind IS
    'area, competence, level (one level descriptor of one competence), profile (staff profile), or item: one of '
    'another publisher''s types, which the scheme gives no meaning; its place in a tree stands in associations alone.';
COMMENT ON COLUMN framework.item.code IS
    'CASE humanCodingScheme: A an area, A1 a competence, A1.3 its third level, P4 a profile; unique in the document '
    'but for items of kind item, which need not have one.';
COMMENT ON COLUMN framework.item.ordinal IS
    'Place in the package that the item came in; null for items that came otherwise, which follow in order of key.';
COMMENT ON COLUMN framework.item.members IS
    'Members of the CFItem, by their CASE names, that a package had otherwise than the columns tell; null: had not.';
COMMENT ON COLUMN framework.item.position IS
    'Order among siblings of the same kind, from 1 (sequenceNumber of the CASE association isChildOf).';

ALTER TABLE framework.translation
    DROP CONSTRAINT translation_field_check,
    ADD CONSTRAINT translation_field_check CHECK (field <> '');

COMMENT ON COLUMN framework.translation.field IS
    'Which text of the item: full_statement, abbreviated_statement or notes; any other by its CASE name.';

-- Associations --------------------------------------------------------------------------------------------------------

ALTER TABLE framework.association
    DROP COLUMN claimed_parent_key,
    DROP CONSTRAINT association_association_type_check,
    ADD CONSTRAINT association_association_type_check CHECK (
        association_type IN (
            'isChildOf', 'isPeerOf', 'isPartOf', 'exactMatchOf', 'precedes', 'isRelatedTo', 'replacedBy', 'exemplar',
            'hasSkillLevel', 'isTranslationOf'
        )
        OR association_type ~ '^ext:[A-Za-z0-9._-]+$'
    ),
    DROP CONSTRAINT association_target_type_check,
    ADD CONSTRAINT association_target_type_check CHECK (target_type = 'CASE' OR target_type ~ '^ext:[A-Za-z0-9._-]+$'),
    DROP CONSTRAINT association_external_has_target_type,
    ADD CONSTRAINT association_internal_is_case CHECK (destination_uri IS NOT NULL OR target_type = 'CASE'),
    ALTER COLUMN origin_key DROP NOT NULL,
    ADD COLUMN origin_uri text CHECK (origin_uri ~ '^[A-Za-z][A-Za-z0-9+.-]*:'),
    ADD CONSTRAINT association_has_one_origin CHECK (num_nonnulls(origin_key, origin_uri) = 1),
    ADD COLUMN ordinal integer CHECK (ordinal > 0),
    ADD COLUMN grouping_identifier uuid,
    ADD COLUMN members jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(members) = 'object'),
    ADD COLUMN claimed_parent_key bigint;

-- Adopted documents keep what they say; this is only said in another column.
ALTER TABLE framework.association DISABLE TRIGGER keep_frozen;
UPDATE framework.association
SET claimed_parent_key = destination_key
WHERE association_type = 'isChildOf' AND destination_key IS NOT NULL;
ALTER TABLE framework.association ENABLE TRIGGER keep_frozen;

ALTER TABLE framework.association
    ADD CONSTRAINT association_child_agrees_with_tree FOREIGN KEY (origin_key, claimed_parent_key)
        REFERENCES framework.item (item_key, parent_key) DEFERRABLE INITIALLY DEFERRED;

DROP INDEX framework.association_once_item;
DROP INDEX framework.association_once_uri;
CREATE UNIQUE INDEX association_once_item ON framework.association
    (document_key, origin_key, origin_uri, association_type, destination_key, grouping_identifier) NULLS NOT DISTINCT
    WHERE destination_key IS NOT NULL;
CREATE UNIQUE INDEX association_once_uri ON framework.association
    (document_key, origin_key, origin_uri, association_type, destination_uri, grouping_identifier) NULLS NOT DISTINCT
    WHERE destination_uri IS NOT NULL;
CREATE INDEX association_by_origin ON framework.association (origin_key, association_type);

COMMENT ON COLUMN framework.association.association_type IS
    'CASE associationType, e.g. isChildOf (tree), hasSkillLevel (competence to level), isRelatedTo (profile to the '
    'level item that is its target, or ESCO), exactMatchOf, replacedBy; or ext: and a name (CASE 1.1).';
COMMENT ON COLUMN framework.association.origin_key IS 'The item that the relation starts from, if it is one of ours.';
COMMENT ON COLUMN framework.association.origin_uri IS 'The address that it starts from, if that is no item of ours.';
COMMENT ON COLUMN framework.association.ordinal IS
    'Place in the package that the association came in; null for others, which follow in order of key.';
COMMENT ON COLUMN framework.association.grouping_identifier IS
    'CASE identifier of the CFAssociationGrouping; two items may be related once in each.';
COMMENT ON COLUMN framework.association.members IS
    'Members of the CFAssociation, by their CASE names, that a package had otherwise than the columns tell; null: '
    'had not.';
COMMENT ON COLUMN framework.association.claimed_parent_key IS
    'The destination of an isChildOf of a competence or level, for the check against the tree; set by trigger.';

CREATE FUNCTION framework.claim_parent() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    NEW.claimed_parent_key := CASE
        WHEN NEW.association_type = 'isChildOf' AND EXISTS (
            SELECT FROM framework.item
            WHERE item.item_key = NEW.origin_key AND item.document_key = NEW.document_key
                AND item.kind IN ('competence', 'level')
        ) THEN NEW.destination_key
    END;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION framework.claim_parent() IS
    'Trigger: an isChildOf of a competence or a level states its parent, which may not contradict the tree.';
CREATE TRIGGER claim_parent BEFORE INSERT OR UPDATE ON framework.association
    FOR EACH ROW EXECUTE FUNCTION framework.claim_parent();

-- Weights keep their digits.
ALTER TABLE framework.profile_target ALTER COLUMN weight TYPE numeric;

-- Rubrics -------------------------------------------------------------------------------------------------------------

CREATE TABLE framework.rubric (
    rubric_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_key bigint NOT NULL REFERENCES framework.document,
    identifier uuid NOT NULL UNIQUE,
    ordinal integer NOT NULL CHECK (ordinal > 0),
    competence_key bigint REFERENCES framework.item,
    last_change timestamptz NOT NULL DEFAULT now(),
    members jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(members) = 'object'),
    UNIQUE (document_key, ordinal)
);
CREATE INDEX rubric_by_competence ON framework.rubric (competence_key);

COMMENT ON TABLE framework.rubric IS
    'Rubrics of a document (CASE CFRubric): how one sees at which level somebody is. The scheme has one for each '
    'competence, whose texts are those of the competence and its levels.';
COMMENT ON COLUMN framework.rubric.rubric_key IS 'Internal key.';
COMMENT ON COLUMN framework.rubric.document_key IS 'The document that the rubric belongs to.';
COMMENT ON COLUMN framework.rubric.identifier IS 'CASE identifier.';
COMMENT ON COLUMN framework.rubric.ordinal IS 'Order among the document''s rubrics, from 1.';
COMMENT ON COLUMN framework.rubric.competence_key IS 'The competence that the rubric is about, and takes its title from.';
COMMENT ON COLUMN framework.rubric.last_change IS 'CASE lastChangeDateTime of a rubric without competence.';
COMMENT ON COLUMN framework.rubric.members IS
    'Members of the CFRubric that a package had otherwise than its competence has them told; null: had not.';

CREATE TABLE framework.rubric_criterion (
    criterion_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_key bigint NOT NULL REFERENCES framework.document,
    rubric_key bigint NOT NULL REFERENCES framework.rubric,
    identifier uuid NOT NULL UNIQUE,
    ordinal integer NOT NULL CHECK (ordinal > 0),
    item_key bigint REFERENCES framework.item,
    last_change timestamptz NOT NULL DEFAULT now(),
    members jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(members) = 'object'),
    UNIQUE (rubric_key, ordinal)
);
CREATE INDEX rubric_criterion_by_document ON framework.rubric_criterion (document_key);
CREATE INDEX rubric_criterion_by_item ON framework.rubric_criterion (item_key);

COMMENT ON TABLE framework.rubric_criterion IS 'Criteria of rubrics (CASE CFRubricCriterion).';
COMMENT ON COLUMN framework.rubric_criterion.criterion_key IS 'Internal key.';
COMMENT ON COLUMN framework.rubric_criterion.document_key IS 'The document that the rubric belongs to.';
COMMENT ON COLUMN framework.rubric_criterion.rubric_key IS 'The rubric.';
COMMENT ON COLUMN framework.rubric_criterion.identifier IS 'CASE identifier.';
COMMENT ON COLUMN framework.rubric_criterion.ordinal IS 'Order among the rubric''s criteria, from 1.';
COMMENT ON COLUMN framework.rubric_criterion.item_key IS 'The item that is judged, whose statement is the description.';
COMMENT ON COLUMN framework.rubric_criterion.last_change IS 'CASE lastChangeDateTime of a criterion without item.';
COMMENT ON COLUMN framework.rubric_criterion.members IS
    'Members of the CFRubricCriterion that a package had otherwise than its item has them told; null: had not.';

CREATE TABLE framework.rubric_criterion_level (
    criterion_level_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_key bigint NOT NULL REFERENCES framework.document,
    criterion_key bigint NOT NULL REFERENCES framework.rubric_criterion,
    identifier uuid NOT NULL UNIQUE,
    ordinal integer NOT NULL CHECK (ordinal > 0),
    level_key bigint REFERENCES framework.item,
    last_change timestamptz NOT NULL DEFAULT now(),
    members jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(members) = 'object'),
    UNIQUE (criterion_key, ordinal)
);
CREATE INDEX rubric_criterion_level_by_document ON framework.rubric_criterion_level (document_key);
CREATE INDEX rubric_criterion_level_by_level ON framework.rubric_criterion_level (level_key);

COMMENT ON TABLE framework.rubric_criterion_level IS 'Levels of criteria (CASE CFRubricCriterionLevel).';
COMMENT ON COLUMN framework.rubric_criterion_level.criterion_level_key IS 'Internal key.';
COMMENT ON COLUMN framework.rubric_criterion_level.document_key IS 'The document that the rubric belongs to.';
COMMENT ON COLUMN framework.rubric_criterion_level.criterion_key IS 'The criterion.';
COMMENT ON COLUMN framework.rubric_criterion_level.identifier IS 'CASE identifier.';
COMMENT ON COLUMN framework.rubric_criterion_level.ordinal IS 'Order among the criterion''s levels, from 1.';
COMMENT ON COLUMN framework.rubric_criterion_level.level_key IS
    'The level item that describes it: its text, its name and its level are those of the criterion''s level.';
COMMENT ON COLUMN framework.rubric_criterion_level.last_change IS 'CASE lastChangeDateTime of one without level item.';
COMMENT ON COLUMN framework.rubric_criterion_level.members IS
    'Members of the CFRubricCriterionLevel that a package had otherwise than its level item has them told; null: '
    'had not.';

-- Definitions ---------------------------------------------------------------------------------------------------------

CREATE TABLE framework.definition (
    definition_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_key bigint NOT NULL REFERENCES framework.document,
    kind text NOT NULL CHECK (kind IN ('concept', 'subject', 'licence', 'item type', 'association grouping')),
    identifier uuid NOT NULL,
    ordinal integer NOT NULL CHECK (ordinal > 0),
    title text NOT NULL CHECK (title <> ''),
    description text,
    hierarchy_code text,
    last_change timestamptz NOT NULL DEFAULT now(),
    members jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(members) = 'object'),
    UNIQUE (document_key, identifier),
    UNIQUE (document_key, kind, ordinal)
);
CREATE INDEX definition_by_identifier ON framework.definition (identifier);

COMMENT ON TABLE framework.definition IS
    'What a document''s items and associations name: concepts, subjects, licences, types of items, groups of '
    'associations (CASE CFDefinitions). Publishers use one definition in many documents; each keeps its own row of it.';
COMMENT ON COLUMN framework.definition.definition_key IS 'Internal key.';
COMMENT ON COLUMN framework.definition.document_key IS 'The document whose package the definition is in.';
COMMENT ON COLUMN framework.definition.kind IS
    'concept, subject, licence, item type or association grouping (CFConcept, CFSubject, CFLicense, CFItemType, '
    'CFAssociationGrouping).';
COMMENT ON COLUMN framework.definition.identifier IS 'CASE identifier.';
COMMENT ON COLUMN framework.definition.ordinal IS 'Order among the document''s definitions of the kind, from 1.';
COMMENT ON COLUMN framework.definition.title IS 'CASE title.';
COMMENT ON COLUMN framework.definition.description IS 'CASE description.';
COMMENT ON COLUMN framework.definition.hierarchy_code IS 'CASE hierarchyCode; none for licences and groupings.';
COMMENT ON COLUMN framework.definition.last_change IS 'CASE lastChangeDateTime.';
COMMENT ON COLUMN framework.definition.members IS
    'Other members, by their CASE names, that a package had otherwise than the columns tell; null: had not.';

-- What was said otherwise holds until it is said anew ------------------------------------------------------------------

CREATE FUNCTION framework.forget_members() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NEW.members = OLD.members AND NEW.members <> '{}' THEN
        IF NEW.last_change <> OLD.last_change THEN
            NEW.members := NEW.members - 'lastChangeDateTime';
        END IF;
        IF TG_TABLE_NAME = 'document' THEN
            IF NEW.adoption_status <> OLD.adoption_status THEN
                NEW.members := NEW.members - '{adoptionStatus,statusStartDate,statusEndDate}'::text[];
            END IF;
        END IF;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION framework.forget_members() IS
    'Trigger: a new time of change or a new adoption status replaces what a package had said in other words.';
CREATE TRIGGER forget_members BEFORE UPDATE ON framework.document
    FOR EACH ROW EXECUTE FUNCTION framework.forget_members();
CREATE TRIGGER forget_members BEFORE UPDATE ON framework.item
    FOR EACH ROW EXECUTE FUNCTION framework.forget_members();
CREATE TRIGGER forget_members BEFORE UPDATE ON framework.association
    FOR EACH ROW EXECUTE FUNCTION framework.forget_members();

-- Adopted stays adopted -----------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION framework.keep_frozen_rows() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    item_keys bigint[];
    document_keys bigint[];
BEGIN
    -- Both the old and the new owner count: a row may neither leave nor enter a frozen document.
    IF TG_TABLE_NAME NOT IN ('profile_target', 'translation') THEN
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

CREATE OR REPLACE FUNCTION framework.keep_frozen_document() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    status_members text[] := '{adoptionStatus,statusStartDate,statusEndDate,lastChangeDateTime}';
BEGIN
    -- The one change left is retiring it: Adopted becomes Deprecated, with the dates of that.
    IF TG_OP = 'UPDATE' AND OLD.adoption_status = 'Adopted' AND NEW.adoption_status = 'Deprecated' THEN
        OLD.adoption_status := NEW.adoption_status;
        OLD.status_start_date := NEW.status_start_date;
        OLD.status_end_date := NEW.status_end_date;
        OLD.last_change := NEW.last_change;
        IF OLD.members - status_members = NEW.members - status_members THEN
            OLD.members := NEW.members;
        END IF;
        IF OLD = NEW THEN
            RETURN NEW;
        END IF;
        OLD.adoption_status := 'Adopted';
    END IF;
    PERFORM framework.refuse_frozen(ARRAY[OLD.document_key]);
    RETURN COALESCE(NEW, OLD);
END
$$;

DO $$
DECLARE
    table_name text;
BEGIN
    FOREACH table_name IN ARRAY ARRAY[
        'document_translation', 'rubric', 'rubric_criterion', 'rubric_criterion_level', 'definition'
    ] LOOP
        EXECUTE format(
            'CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework.%I '
            'FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_rows()', table_name);
        EXECUTE format(
            'CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.%I '
            'FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate()', table_name);
    END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON
    framework.document_translation, framework.rubric, framework.rubric_criterion, framework.rubric_criterion_level,
    framework.definition
    TO tessera_service;
GRANT SELECT ON
    framework.document_translation, framework.rubric, framework.rubric_criterion, framework.rubric_criterion_level,
    framework.definition
    TO tessera_reporting;
