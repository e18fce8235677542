CREATE OR REPLACE FUNCTION training.leave_pilot_partners(of_pilot bigint, staying text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    needed text;
BEGIN
    SELECT partner.code INTO needed
    FROM training.enrolment
    JOIN training.partner USING (partner_key)
    WHERE enrolment.pilot_key = of_pilot AND partner.code <> ALL (staying)
    ORDER BY partner.code
    LIMIT 1;
    IF FOUND THEN
        PERFORM training.refuse_definition('/partners', format('must keep %s, which has enrolments', needed));
    END IF;
    DELETE FROM training.pilot_partner
    USING training.partner
    WHERE pilot_partner.pilot_key = of_pilot
        AND partner.partner_key = pilot_partner.partner_key
        AND partner.code <> ALL (staying);
END
$$;

COMMENT ON FUNCTION training.leave_pilot_partners(bigint, text[]) IS
    'The part of training.define_pilot that lets go the partners that a definition no longer names. It comes last, '
    'when the enrolments are as the definition has them.';

REVOKE EXECUTE ON FUNCTION training.leave_pilot_partners(bigint, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.leave_pilot_partners(bigint, text[]) TO tessera_service;
