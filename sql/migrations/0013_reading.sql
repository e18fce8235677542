-- Pages by what statements say also hold those that refer to such statements: found in the order of the referrers.
CREATE INDEX statement_reference_referrer ON lrs.statement_reference (referrer_key, target_key);
