-- The moment through which every statement can be read; to be asked for before the statements are.
SELECT lrs.consistent_through();
