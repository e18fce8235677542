-- Which awards wait for their credential, found without looking at those that have one; the awards of a pilot in order; and
-- awards that renew others.

ALTER TABLE credential.award ADD COLUMN signed boolean NOT NULL DEFAULT false;
UPDATE credential.award SET signed = true
WHERE award_key IN (SELECT credential.award_key FROM credential.credential);

COMMENT ON COLUMN credential.award.signed IS
    'Whether its credential is kept. Trigger mark_signed sets it; workers look for awards without.';

CREATE INDEX award_unsigned ON credential.award (award_key)
    WHERE NOT signed AND withdrawn_at IS NULL AND decision IN ('unneeded', 'approved');

CREATE FUNCTION credential.mark_signed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
AS $$
BEGIN
    UPDATE credential.award SET signed = true
    WHERE award.award_key = ANY (ARRAY(SELECT kept.award_key FROM kept)) AND NOT award.signed;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION credential.mark_signed() IS 'Trigger: an award whose credential is kept waits for none any more.';

CREATE TRIGGER mark_signed AFTER INSERT ON credential.credential
    REFERENCING NEW TABLE AS kept
    FOR EACH STATEMENT EXECUTE FUNCTION credential.mark_signed();

-- Pages of a pilot's awards are read in the order of the keys.
DROP INDEX credential.award_pilot;
CREATE INDEX award_pilot ON credential.award (pilot_key, award_key);

-- Few rows change at a time, and each is found by its key: what a trigger costs must not grow with the store.
CREATE OR REPLACE FUNCTION credential.note_revocations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
AS $$
DECLARE
    touched integer[] := ARRAY(
        SELECT entry.list_key
        FROM credential.status_entry AS entry
        WHERE entry.credential_id = ANY (ARRAY(SELECT revoked.credential_id FROM revoked))
    );
BEGIN
    -- In one order, so that two who revoke at once do not wait for each other.
    PERFORM list.list_key
    FROM credential.status_list AS list
    WHERE list.list_key = ANY (touched)
    ORDER BY list.list_key
    FOR NO KEY UPDATE;
    UPDATE credential.status_list AS list
    SET changes = list.changes + changed.count
    FROM (SELECT list_key, count(*) AS count FROM unnest(touched) AS list_key GROUP BY list_key) AS changed
    WHERE list.list_key = changed.list_key;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION credential.revoke_withdrawn() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
AS $$
BEGIN
    INSERT INTO credential.revocation (credential_id, revoked_at, reason, revoked_by)
    SELECT c.credential_id, a.withdrawn_at, a.withdrawal_reason, 'rules'
    FROM changed AS a
    CROSS JOIN LATERAL (
        SELECT credential.credential_id
        FROM credential.credential
        WHERE credential.award_key = a.award_key
        OFFSET 0
    ) AS c
    WHERE a.withdrawn_at IS NOT NULL
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- A partner's look at the evidence of one award is at that one award only.
DROP POLICY service ON credential.award_evidence;
CREATE POLICY service ON credential.award_evidence TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR award_key = (SELECT a.award_key FROM credential.award AS a WHERE a.award_key = award_evidence.award_key)
    );

-- Renewal: who shows a level again near the end of a credential gets another one. -----------------------------------------

ALTER TABLE credential.rule ADD COLUMN renewal interval CHECK (renewal > interval '0' AND renewal <= validity);
COMMENT ON COLUMN credential.rule.renewal IS
    'How long before a credential ends new evidence renews it; null: a sixth of the validity.';

ALTER TABLE credential.award
    ADD COLUMN renews bigint REFERENCES credential.award,
    ADD COLUMN renewed_at timestamptz;
CREATE INDEX award_renews ON credential.award (renews) WHERE renews IS NOT NULL;
DROP INDEX credential.award_person_level;
CREATE UNIQUE INDEX award_person_level ON credential.award (agent_key, competence_item_key, level)
    WHERE withdrawn_at IS NULL AND renewed_at IS NULL;

COMMENT ON COLUMN credential.award.renews IS 'The award of the same level that it renews, which stands until it ends.';
COMMENT ON COLUMN credential.award.renewed_at IS
    'When another award renewed it. Both stand; a person holds a level by one that is not renewed.';

-- It is made again with one more parameter, and there shall be one of the name.
DROP FUNCTION IF EXISTS credential.weigh(bigint[], bigint[]);
