-- From how many people on numbers are shown: within a partner, and published.
SELECT evaluation.threshold('internal'), evaluation.threshold('publication');
