-- Notes the next people whose evidence is to be weighed anew, because rules or assessors changed.
-- $1 how many at most.
SELECT credential.advance_review($1::int);
