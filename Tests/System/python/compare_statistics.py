#!/usr/bin/env python3
"""Compares the statistics of schema evaluation with those of scipy, numpy and statsmodels.

    compare_statistics.py URI

Works as the evaluator whom the URI names; the password is in PGPASSWORD. Prints the number of comparisons and the
largest difference as JSON; exit code 1 and every one that differs by more than 1e-9 if any does. A difference is
relative, or absolute where the number is under 1. Each data set has its own random generator, with a fixed seed.

Needs: numpy, scipy, statsmodels, psycopg (PyPI), Python 3.11 or later.
"""

import itertools
import json
import math
import sys
from decimal import Decimal

import numpy as np
import psycopg
from scipy import special, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

TOLERANCE = 1e-9


def of_one_type(argument):
    """An argument of a query; of a list with any float every number becomes one, as an array of SQL has one type."""
    if isinstance(argument, list) and any(isinstance(value, float) for value in argument):
        return [None if value is None else float(value) for value in argument]
    return argument


class Comparison:
    """What was compared so far, over one connection."""

    def __init__(self, uri: str) -> None:
        self.db = psycopg.connect(uri, autocommit=True)
        self.count = 0
        self.largest = 0.0
        self.faults: list[str] = []

    def same(self, name: str, got, expected, relative: bool = False) -> None:
        """Notes one number of ours and the one it should be; None and NaN are the null of SQL."""
        self.count += 1
        expected = None if expected is None else float(expected)
        if expected is None or math.isnan(expected):
            difference = 0.0 if got is None else math.inf
        elif got is None or math.isnan(got):
            difference = math.inf
        else:
            scale = abs(expected) if relative and expected != 0 else max(abs(expected), 1)
            difference = abs(float(got) - expected) / scale
        if difference > TOLERANCE:
            self.faults.append(f"{name}: {got!r} instead of {expected!r}")
        else:
            self.largest = max(self.largest, difference)

    def function(self, call: str, types: list[str], arguments: list[tuple], reference, relative=True) -> None:
        """Calls a function of ours with many arguments at once; {0}, {1} ... stand for them."""
        kind = {"float8": float, "bigint": int}
        columns = [[kind[of_type](row[column]) for row in arguments] for column, of_type in enumerate(types)]
        names = [f"a{column}" for column in range(len(types))]
        rows = ", ".join(f"%s::{of_type}[]" for of_type in types)
        query = f"SELECT {call.format(*names)} FROM unnest({rows}) WITH ORDINALITY AS t ({', '.join(names)}, place)"
        got = self.db.execute(query + " ORDER BY place", columns).fetchall()
        for row, (value,) in zip(arguments, got, strict=True):
            self.same(f"{call} of {row}", value, reference(*row), relative)

    def one(self, query: str, *arguments):
        """The only row of a query."""
        return self.db.execute(query, [of_one_type(argument) for argument in arguments]).fetchone()


# Distributions


def distributions(compare: Comparison) -> None:
    shapes = [1e-5, 0.3, 0.5, 1, 2, 9.5, 10, 15, 49.5, 500, 5e4, 5e5]
    compare.function("evaluation.ln_gamma({0})", ["float8"], [(x,) for x in [1e-10, *shapes, 1e100]],
                     special.gammaln, relative=False)
    pairs = list(itertools.product(shapes, shapes))
    compare.function("evaluation.ln_beta({0}, {1})", ["float8"] * 2, pairs, special.betaln, relative=False)
    # scipy's own numbers lose their relative precision far out; what counts there is checked by the t distribution.
    places = [1e-12, 1e-3, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999]
    arguments = [(x, a, b) for a, b in pairs for x in [*places, a / (a + b)] if special.betainc(a, b, x) > 1e-290]
    compare.function("evaluation.incomplete_beta({0}, {1}, {2})", ["float8"] * 3, arguments,
                     lambda x, a, b: special.betainc(a, b, x))
    arguments = [(a, a * share) for a in shapes for share in [1e-6, 0.01, 0.5, 0.99, 1, 1.01, 1.5, 5, 20]]
    compare.function("evaluation.incomplete_gamma({0}, {1})", ["float8"] * 2,
                     [pair for pair in arguments if special.gammainc(*pair) > 1e-290], special.gammainc)
    compare.function("evaluation.incomplete_gamma({0}, {1}, true)", ["float8"] * 2,
                     [pair for pair in arguments if special.gammaincc(*pair) > 1e-290], special.gammaincc)
    chi_square = [(x * df, df) for df in [0.5, 1, 2, 3, 29, 99.7, 1e3, 1e6] for x in [0, 1e-3, 0.5, 0.99, 1, 1.01, 3]]
    compare.function("evaluation.chi_square_cdf({0}, {1})", ["float8"] * 2, chi_square, stats.chi2.cdf, relative=False)
    compare.function("evaluation.chi_square_p({0}, {1})", ["float8"] * 2,
                     [pair for pair in chi_square if stats.chi2.sf(*pair) > 1e-290], stats.chi2.sf)


PROBABILITIES = [1e-280, 1e-100, 1e-30, 1e-12, 1e-6, 0.001, 0.024, 0.025, 0.075, 0.25, 0.3, 0.49, 0.5,
                 0.51, 0.75, 0.9, 0.95, 0.975, 0.99, 0.999, 1 - 1e-6, 1 - 1e-12]
DEGREES = [0.5, 1, 1.5, 2, 3, 4, 5.5, 9, 10, 29, 30, 99.7, 1000, 9999, 10001, 1e5, 1e6, 1e8, 1e16]


def normal_and_student(compare: Comparison) -> None:
    compare.function("evaluation.normal_cdf({0})", ["float8"],
                     [(z,) for z in [-36, -20, -8, -5, -3, -1.96, -1, -1e-9, 0, 1e-9, 0.5, 1, 3, 8.3]], stats.norm.cdf)
    compare.function("evaluation.normal_quantile({0})", ["float8"], [(p,) for p in PROBABILITIES], stats.norm.ppf)
    values = [0, 1e-200, 1e-9, 0.1, 0.5, 1, 1.5, 2, 3, 5, 7, 10, 40, 1e3, 1e8]
    arguments = list(itertools.product(values, DEGREES))
    compare.function("evaluation.student_t_upper({0}, {1})", ["float8"] * 2,
                     [pair for pair in arguments if stats.t.sf(*pair) > 1e-290], stats.t.sf)
    compare.function("evaluation.student_t_p({0}, {1})", ["float8"] * 2,
                     [(-t, df) for t, df in arguments if stats.t.sf(t, df) > 1e-290],
                     lambda t, df: 2 * stats.t.sf(-t, df))
    compare.function("evaluation.student_t_cdf({0}, {1})", ["float8"] * 2,
                     [(sign * t, df) for t, df in arguments for sign in (1, -1)], stats.t.cdf, relative=False)
    quantiles = [pair for pair in itertools.product(PROBABILITIES, DEGREES) if abs(stats.t.ppf(*pair)) < 1e100]
    compare.function("evaluation.student_t_quantile({0}, {1})", ["float8"] * 2, quantiles, stats.t.ppf)


def binomials(compare: Comparison) -> None:
    counts = [(k, n) for n in [1, 2, 5, 12, 30, 100, 1000] for k in sorted({0, 1, n // 3, n // 2, n - 1, n})]
    arguments = [(k, n, p) for k, n in counts for p in [0.5, 0.1, 0.37, 0.99]]
    types = ["bigint", "bigint", "float8"]
    compare.function("evaluation.binomial_cdf({0}, {1}, {2})", types, arguments, stats.binom.cdf, relative=False)
    compare.function("evaluation.binomial_p({0}, {1}, {2})", types, arguments,
                     lambda k, n, p: stats.binomtest(k, n, p).pvalue, relative=False)
    for end in (0, 1):
        compare.function(f"(evaluation.wilson_interval({{0}}, {{1}}, {{2}})).{('low', 'high')[end]}", types,
                         [(k, n, confidence) for k, n in counts for confidence in [0.5, 0.9, 0.95, 0.999]],
                         lambda k, n, c, end=end: proportion_confint(k, n, 1 - c, method="wilson")[end], relative=False)
    changes = [(0, 1), (1, 0), (3, 9), (6, 6), (0, 20), (40, 2), (1, 200)]
    compare.function("evaluation.mcnemar_p({0}, {1})", ["bigint"] * 2, changes,
                     lambda b, c: mcnemar([[5, b], [c, 7]], exact=True).pvalue)


def adjustment(compare: Comparison) -> None:
    random = np.random.default_rng(7)
    families = [[0.04], [0.01, 0.04, 0.03, 0.005], [0.02] * 5, [0.0, 1.0, 0.5], list(random.uniform(0, 0.2, 40)),
                list(random.choice([0.001, 0.01, 0.02], 25))]
    for family in families:
        (got,) = compare.one("SELECT evaluation.holm(%s::float8[])", [float(p) for p in family])
        for ours, theirs in zip(got, multipletests(family, method="holm")[1], strict=True):
            compare.same(f"holm of {family}", ours, theirs)
    (got,) = compare.one("SELECT evaluation.holm('{0.01,NULL,0.03,7,0.02}'::float8[])")
    theirs = multipletests([0.01, 0.03, 0.02], method="holm")[1]
    for ours, expected in zip(got, [theirs[0], None, theirs[1], None, theirs[2]], strict=True):
        compare.same("holm with nulls", ours, expected)


# Aggregates


def decimals(values) -> list[Decimal]:
    """Scores as platforms send them: with two digits."""
    return [Decimal(f"{value:.2f}") for value in values]


def score_sets() -> dict[str, tuple[list, list]]:
    random = np.random.default_rng(42)
    before = np.clip(random.normal(0.45, 0.15, 200), -1, 0.97)
    after = np.clip(before + random.normal(0.2, 0.12, 200), -1, 1)
    levels = random.integers(0, 5, (2, 60))
    half = [value if keep else None for value, keep in zip(decimals(after), random.random(200) > 0.3)]
    return {
        "normal": (decimals(before), decimals(after)),
        "with gaps": (decimals(before), half),
        "tiny": (decimals([0.3, 0.5]), decimals([0.6, 0.7])),
        "three": (decimals([0.3, 0.5, 0.1]), decimals([0.3, 0.9, 0.7])),
        "ties": ([Decimal(int(x)) for x in levels[0]], [Decimal(int(x)) for x in levels[1]]),
        "far from 0": ([x + 10**9 for x in decimals(before)], [x + 10**9 for x in decimals(after)]),
        "before equal": (decimals([0.5] * 6), decimals([0.5, 0.6, 0.7, 0.8, 0.9, 1.0])),
        "at the maximum": (decimals([1, 1, 0.5]), decimals([1, 0.9, 0.8])),
    }


GAIN = ("n n_missing pre_mean post_mean pre_sd post_sd correlation gain_mean gain_sd gain_se gain_low gain_high t df p "
        "d_z d_z_se d_av d_av_se d_rm g_av g_av_se normalised_gain normalised_gain_of_people normalised_n").split()


def our_gain(compare: Comparison, before: list, after: list, maximum=1) -> dict:
    row = compare.one(
        "SELECT (estimate).* FROM (SELECT evaluation.gain(x, y, %s) AS estimate "
        "FROM unnest(%s::numeric[], %s::numeric[]) AS t (x, y)) AS computed",
        maximum, before, after)
    return dict(zip(GAIN, row, strict=True))


def their_gain(before: list, after: list, maximum=1) -> dict:
    pairs = [(x, y) for x, y in zip(before, after) if x is not None and y is not None]
    x, y = np.array(pairs, dtype=float).T
    n, gain = len(x), y - x
    test = stats.ttest_rel(y, x)
    interval = test.confidence_interval(0.95)
    constant = np.ptp(x) == 0 or np.ptp(y) == 0
    r = math.nan if constant else stats.pearsonr(x, y).statistic
    s_x, s_y, s_d = (np.std(values, ddof=1) for values in (x, y, gain))
    d_z, d_av = gain.mean() / s_d, gain.mean() / ((s_x + s_y) / 2)
    d_av_se, factor = math.sqrt(2 * (1 - r) / n + d_av**2 / (2 * n)), 1 - 3 / (4 * (n - 1) - 1)
    below = x < maximum
    return {
        "n": n, "n_missing": len(before) - n, "pre_mean": x.mean(), "post_mean": y.mean(), "pre_sd": s_x,
        "post_sd": s_y,
        "correlation": r, "gain_mean": gain.mean(), "gain_sd": s_d, "gain_se": s_d / math.sqrt(n),
        "gain_low": interval.low, "gain_high": interval.high, "t": test.statistic, "df": test.df, "p": test.pvalue,
        "d_z": d_z, "d_z_se": math.sqrt(1 / n + d_z**2 / (2 * n)), "d_av": d_av, "d_av_se": d_av_se,
        "d_rm": gain.mean() / math.sqrt(s_x**2 + s_y**2 - 2 * r * s_x * s_y) * math.sqrt(2 * (1 - r)),
        "g_av": d_av * factor, "g_av_se": d_av_se * factor,
        "normalised_gain": gain.mean() / (maximum - x.mean()) if x.mean() < maximum else None,
        "normalised_gain_of_people": np.mean(gain[below] / (maximum - x[below])) if below.any() else None,
        "normalised_n": below.sum(),
    }


def gains(compare: Comparison) -> None:
    for name, (before, after) in score_sets().items():
        # Doubles near 10^9 have seven digits left after the point, so there scipy gets the scores without it.
        shift = 10**9 if name == "far from 0" else 0
        maximum = {"ties": 4, "far from 0": 10**9 + 1}.get(name, 1)
        ours = our_gain(compare, before, after, maximum)
        theirs = their_gain([x - shift for x in before], [y and y - shift for y in after], maximum - shift)
        if shift:
            theirs |= {"pre_mean": theirs["pre_mean"] + shift, "post_mean": theirs["post_mean"] + shift}
        if name == "tiny":
            # Two people: any two pairs lie on a line, and a correlation of exactly 1 leaves only rounding.
            theirs |= {"correlation": 1, "d_rm": 0}
        for key in GAIN:
            compare.same(f"gain, {name}: {key}", ours[key], theirs[key])


def degenerate_gains(compare: Comparison) -> None:
    """Where nothing can be told, null is told: never an error, and never 0."""
    nothing = dict.fromkeys(GAIN)
    cases = {
        "nobody": ([], [], {"n": 0, "n_missing": 0}),
        "all missing": ([None] * 3, decimals([0.1, 0.2, 0.3]), {"n": 0, "n_missing": 3}),
        "not numbers": ([Decimal("NaN"), Decimal("Infinity")], decimals([0.1, 0.2]), {"n": 0, "n_missing": 2}),
        "one person": (decimals([0.2]), decimals([0.6]), {
            "n": 1, "n_missing": 0, "pre_mean": 0.2, "post_mean": 0.6, "gain_mean": 0.4, "normalised_gain": 0.5,
            "normalised_gain_of_people": 0.5, "normalised_n": 1}),
        "all equal": (decimals([0.3] * 7), decimals([0.4] * 7), {
            "n": 7, "n_missing": 0, "pre_mean": 0.3, "post_mean": 0.4, "pre_sd": 0, "post_sd": 0, "gain_mean": 0.1,
            "gain_sd": 0, "gain_se": 0, "df": 6, "normalised_gain": 1 / 7, "normalised_gain_of_people": 1 / 7,
            "normalised_n": 7}),
    }
    for name, (before, after, expected) in cases.items():
        ours = our_gain(compare, before, after)
        for key, value in (nothing | expected).items():
            compare.same(f"gain, {name}: {key}", ours[key], value)


def hostile_scores(compare: Comparison) -> None:
    """Numbers that a platform may send although no test has them: an answer comes, whatever it is."""
    hostile = ["1e-200", "-1e-300", "1e50", "-1e50", "1e51", "1e300", "0." + "3" * 900, "1e-19", "NaN", "-Infinity"]
    for one, other in itertools.product(hostile, hostile):
        scores = [Decimal(x) for x in (one, other, "0.5", one)]
        our_gain(compare, scores, scores[::-1], Decimal(other))
        for call in ["item_rest_correlation(x, y)", "cronbach_alpha(ARRAY[x, y])"]:
            compare.one(f"SELECT evaluation.{call} FROM unnest(%s::numeric[], %s::numeric[]) AS t (x, y)",
                        scores, scores[::-1])
        our_pooled(compare, [(float(x), abs(float(y))) for x, y in zip(scores, scores[::-1])])
        compare.count += 4
    one_too_large = our_gain(compare, [Decimal("1e51"), Decimal("0.5")], decimals([0.1, 0.2]))
    compare.same("n of hostile scores", one_too_large["n"], 1)


def thirty_pilots(compare: Comparison) -> None:
    random = np.random.default_rng(30)
    pilots = []
    for pilot in range(30):
        n = int(random.integers(5, 40))
        before = random.normal(0.4, 0.15, n)
        pilots.append((decimals(before), decimals(before + random.normal(random.normal(0.2, 0.08), 0.1, n))))
    numbers = [pilot for pilot, (before, _) in enumerate(pilots) for _ in before]
    rows = compare.db.execute(
        "SELECT (evaluation.gain(x, y, 1)).* FROM unnest(%s::int[], %s::numeric[], %s::numeric[]) AS t (pilot, x, y) "
        "GROUP BY pilot ORDER BY pilot",
        [numbers, *([score for pilot in pilots for score in pilot[side]] for side in (0, 1))]).fetchall()
    effects = []
    for pilot, row in zip(pilots, rows, strict=True):
        ours, theirs = dict(zip(GAIN, row, strict=True)), their_gain(*pilot)
        effects.append((theirs["g_av"], theirs["g_av_se"]))
        for key in GAIN:
            compare.same(f"one of thirty pilots: {key}", ours[key], theirs[key])
    pooled(compare, "thirty pilots", effects)
    pooled(compare, "three pilots", effects[:3])
    pooled(compare, "two pilots", effects[:2])
    pooled(compare, "pilots alike", [(0.5, 0.1), (0.5, 0.2), (0.5, 0.15)])
    pooled(compare, "pilots far apart", [(-3, 0.01), (4, 0.02), (9, 0.01), (0, 3)])


POOLED = ("n n_missing fixed_mean mean se low high z p q q_df q_p tau_squared i_squared prediction_low "
          "prediction_high").split()


def our_pooled(compare: Comparison, effects: list) -> dict:
    row = compare.one("SELECT (evaluation.random_effects(y, s)).* FROM unnest(%s::float8[], %s::float8[]) AS t (y, s)",
                      [y for y, _ in effects], [s for _, s in effects])
    return dict(zip(POOLED, row, strict=True))


def pooled(compare: Comparison, name: str, effects: list) -> None:
    ours = our_pooled(compare, effects)
    n = len(effects)
    y, s = np.array(effects, dtype=float).T
    theirs = combine_effects(y, s**2, method_re="dl")
    tau_squared, q = max(theirs.tau2, 0), theirs.q
    weights = 1 / (s**2 + tau_squared)
    mean, se = (weights * y).sum() / weights.sum(), 1 / math.sqrt(weights.sum())
    if theirs.tau2 >= 0:  # statsmodels goes on with a negative one
        compare.same(f"{name}: statsmodels' own mean", theirs.mean_effect_re, mean)
    half = stats.norm.ppf(0.975) * se
    ahead = stats.t.ppf(0.975, n - 2) * math.sqrt(tau_squared + se**2) if n > 2 else math.nan
    expected = {
        "n": n, "n_missing": 0, "fixed_mean": theirs.mean_effect_fe, "mean": mean, "se": se, "low": mean - half,
        "high": mean + half, "z": mean / se, "p": 2 * stats.norm.sf(abs(mean / se)), "q": q, "q_df": n - 1,
        "q_p": stats.chi2.sf(q, n - 1), "tau_squared": tau_squared,
        "i_squared": max(0, (q - n + 1) / q) if q > 1e-20 else 0,
        "prediction_low": mean - ahead, "prediction_high": mean + ahead,
    }
    for key in POOLED:
        compare.same(f"{name}: {key}", ours[key], expected[key])


def degenerate_pooled(compare: Comparison) -> None:
    nothing = dict.fromkeys(POOLED)
    factor = stats.norm.ppf(0.975)
    for name, effects, expected in [
        ("no pilot", [], {"n": 0, "n_missing": 0}),
        ("no effect", [(None, 0.1), (0.3, None), (0.3, 0)], {"n": 0, "n_missing": 3}),
        ("one pilot", [(0.4, 0.1), (None, None)], {
            "n": 1, "n_missing": 1, "fixed_mean": 0.4, "mean": 0.4, "se": 0.1, "low": 0.4 - factor * 0.1,
            "high": 0.4 + factor * 0.1, "z": 4, "p": 2 * stats.norm.sf(4)}),
    ]:
        ours = our_pooled(compare, effects)
        for key, value in (nothing | expected).items():
            compare.same(f"{name}: {key}", ours[key], value)


def correlations(compare: Comparison) -> None:
    random = np.random.default_rng(11)
    sets = {
        "normal": random.normal(size=(2, 150)), "ties": random.integers(0, 5, (2, 80)).astype(float),
        "many ties": random.integers(0, 2, (2, 25)).astype(float), "three": np.array([[1.0, 2, 3], [3.0, 1, 2]]),
    }
    query = "SELECT evaluation.spearman(array_agg(x), array_agg(y)) FROM unnest(%s::float8[], %s::float8[]) AS t (x, y)"
    for name, (x, y) in sets.items():
        got = compare.one(query, x.tolist(), y.tolist())[0]
        compare.same(f"spearman, {name}", got, stats.spearmanr(x, y).statistic)
    gaps = compare.one(query, [1, 2, None, 4, 5, math.nan], [2, 1, 9, None, 7, 8])[0]
    compare.same("spearman with gaps", gaps, stats.spearmanr([1, 2, 5], [2, 1, 7]).statistic)
    for x, y in [([], []), ([1], [2]), ([None, None], [1, 2]), ([1, 2, 3], [4, 4, 4])]:
        compare.same(f"spearman of {x}, {y}", compare.one(query, x, y)[0], None)
    query = "SELECT evaluation.item_rest_correlation(x, y) FROM unnest(%s::numeric[], %s::numeric[]) AS t (x, y)"
    items = random.integers(0, 2, (40, 8))
    total = items.sum(axis=1)
    for item in items.T:
        got = compare.one(query, item.tolist(), total.tolist())[0]
        compare.same("item-rest", got, np.corrcoef(item, total - item)[0, 1])
        compare.same("point-biserial", got, stats.pointbiserialr(item, total - item).statistic)
    for x, y in [([], []), ([1], [3]), ([1, 1, 1], [3, 4, 5]), ([0, 1], [2, 3]), ([None, 1], [3, 4])]:
        compare.same(f"item-rest of {x}, {y}", compare.one(query, x, y)[0], None)


def reliability(compare: Comparison) -> None:
    random = np.random.default_rng(3)
    ability = random.normal(size=(60, 1))
    sets = {
        "likert": np.clip(np.rint(3 + ability + random.normal(size=(60, 7))), 1, 5),
        "right or wrong": (ability + random.normal(size=(60, 12)) > 0).astype(float),
        "two people": np.array([[1.0, 2, 4], [2.0, 5, 5]]), "negative": np.array([[1.0, 4], [2.0, 3], [4.0, 2]]),
    }
    query = "SELECT evaluation.cronbach_alpha(ARRAY(SELECT jsonb_array_elements_text(row)::numeric)) " \
        "FROM jsonb_array_elements(%s::jsonb) AS row"

    def alpha(rows) -> float | None:
        return compare.one(query, json.dumps(rows))[0]

    for name, scores in sets.items():
        k = scores.shape[1]
        expected = k / (k - 1) * (1 - scores.var(axis=0, ddof=1).sum() / scores.sum(axis=1).var(ddof=1))
        compare.same(f"alpha, {name}", alpha(scores.tolist()), expected)
        compare.same(f"alpha, {name}, a person incomplete", alpha([*scores.tolist(), [None] * k]), expected)
        if name == "right or wrong":
            share = scores.mean(axis=0)
            formula_20 = k / (k - 1) * (1 - (share * (1 - share)).sum() / scores.sum(axis=1).var())
            compare.same("KR-20", alpha(scores.tolist()), formula_20)
    for rows in [[], [[1, 2]], [[1], [2], [3]], [[1, 2], [1, 2]], [[None, 1], [1, None]], [[1, 3], [3, 1]]]:
        compare.same(f"alpha of {rows}", alpha(rows), None)


def agreement(compare: Comparison) -> None:
    random = np.random.default_rng(5)
    query = "SELECT evaluation.cohen_kappa(array_agg(x), array_agg(y)) FROM unnest(%s::text[], %s::text[]) AS t (x, y)"
    sets = {
        "levels": random.integers(0, 5, (2, 100)), "yes or no": random.integers(0, 2, (2, 30)),
        "one rater sure": np.array([[1, 1, 1, 1], [0, 1, 1, 0]]), "opposed": np.array([[0, 1, 0, 1], [1, 0, 1, 0]]),
    }
    copied = sets["levels"][0].copy()
    copied[:20] = 4
    sets["alike"] = np.array([sets["levels"][0], copied])
    for name, (one, other) in sets.items():
        table = np.zeros((5, 5))
        np.add.at(table, (one, other), 1)
        got = compare.one(query, [str(x) for x in one], [str(x) for x in other])[0]
        compare.same(f"kappa, {name}", got, cohens_kappa(table).kappa)
    for one, other in [([], []), (["a", "a"], ["a", "a"]), ([None, "a"], ["a", None])]:
        compare.same(f"kappa of {one}, {other}", compare.one(query, one, other)[0], None)


def percentiles(compare: Comparison) -> None:
    random = np.random.default_rng(9)
    for values in [random.normal(size=101), random.integers(0, 4, 24), [3.0], [1.0, 2.0]]:
        got = compare.one("SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY x) "
                          "FROM unnest(%s::float8[]) AS x", [float(x) for x in values])[0]
        for ours, theirs in zip(got, np.percentile(values, [25, 50, 75, 90]), strict=True):
            compare.same("percentile", ours, theirs)


NO_ANSWER = """
    ln_one_plus(-1) ln_one_plus('NaN') stirling_remainder(9) ln_gamma(0) ln_gamma(-1) ln_gamma('NaN')
    ln_gamma('Infinity') ln_beta(0,1) ln_beta('NaN',1)
    incomplete_gamma(0,1) incomplete_gamma(1,-1) incomplete_gamma('NaN',1) incomplete_gamma(1,'NaN')
    incomplete_beta(-0.1,1,1) incomplete_beta(1.1,1,1) incomplete_beta(0.5,0,1) incomplete_beta('NaN',1,1)
    incomplete_beta(0.5,NULL,1) normal_cdf('NaN') normal_quantile(0) normal_quantile(1) normal_quantile(-1)
    normal_quantile('NaN') student_t_upper('NaN',3) student_t_upper(1,0) student_t_cdf(1,-2) student_t_p(NULL,3)
    student_t_p(1,'NaN') student_t_quantile(0,3) student_t_quantile(1,3) student_t_quantile(0.5,0)
    student_t_quantile('NaN',3) student_t_quantile(1e-280,0.5) chi_square_cdf(-1,2) chi_square_p(1,0)
    chi_square_p(1,NULL) binomial_cdf(1,-1,0.5) binomial_cdf(1,2,1.5) binomial_cdf(1,2,'NaN') binomial_p(3,2)
    binomial_p(0,0) binomial_p(1,2,-1) binomial_p(1,2,'NaN') mcnemar_p(0,0) mcnemar_p(-1,2) mcnemar_p(NULL,1)
    hedges_correction(0) hedges_correction(NULL) holm(NULL) holm('{}')
"""


def no_answers(compare: Comparison) -> None:
    for call in NO_ANSWER.split():
        compare.same(call, compare.one(f"SELECT evaluation.{call}")[0], None)
    for call in ["0,0", "3,2", "-1,2", "1,2,1", "1,2,1.5", "1,2,'NaN'", "NULL,2"]:
        low, high = compare.one(f"SELECT low, high FROM evaluation.wilson_interval({call})") or (None, None)
        compare.same(f"wilson_interval({call})", low, None)
        compare.same(f"wilson_interval({call})", high, None)
    for call, expected in [
        ("student_t_upper('Infinity',3)", 0), ("student_t_upper('-Infinity',3)", 1), ("student_t_upper(1e300,3)", 0),
        ("student_t_cdf(2,'Infinity')", stats.norm.cdf(2)), ("normal_cdf('Infinity')", 1),
        ("normal_cdf('-Infinity')", 0),
        ("normal_cdf(1e300)", 1), ("incomplete_gamma(2,'Infinity')", 1), ("chi_square_p('Infinity',2)", 0),
        ("incomplete_beta(0,2,2)", 0), ("incomplete_beta(1,2,2)", 1), ("incomplete_beta(1e-300,5e7,2)", 0),
        ("binomial_cdf(-1,2,0.5)", 0), ("binomial_cdf(2,2,0.5)", 1), ("binomial_p(0,2,0)", 1), ("binomial_p(1,2,0)", 0),
    ]:
        compare.same(call, compare.one(f"SELECT evaluation.{call}")[0], expected)


def main(uri: str) -> int:
    np.seterr(all="ignore")
    compare = Comparison(uri)
    for part in [distributions, normal_and_student, binomials, adjustment, gains, degenerate_gains, hostile_scores,
                 thirty_pilots, degenerate_pooled, correlations, reliability, agreement, percentiles, no_answers]:
        part(compare)
    for fault in compare.faults:
        print(fault, file=sys.stderr)
    json.dump({"comparisons": compare.count, "largestDifference": compare.largest}, sys.stdout)
    return 1 if compare.faults else 0


sys.exit(main(*sys.argv[1:]))
