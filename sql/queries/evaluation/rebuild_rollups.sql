-- Empties the rows that the views stand on and queues all to be made anew; returns of how many statements.
SELECT analysis.begin_rebuild();
