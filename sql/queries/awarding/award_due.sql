-- Weighs the evidence of the next people and competences that are due.
-- $1 how many pairs of them at most.
SELECT weighed_pairs, awarded, withdrawn FROM credential.award_due($1::int);
