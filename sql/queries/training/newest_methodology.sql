-- The version of a methodology that was published last, as training.define_methodology takes it: what a pilot that
-- starts now follows, if it names no other.
SELECT training.methodology_document(methodology.methodology_key)::json
FROM training.methodology
WHERE methodology.state = 'published'
ORDER BY methodology.published_at DESC, methodology.methodology_key DESC
LIMIT 1;
