-- Ties statements to what was defined at least so long ago; how many it changed.
-- $1 seconds.
SELECT training.settle_references(make_interval(secs => $1::double precision));
