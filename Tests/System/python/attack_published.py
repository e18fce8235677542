#!/usr/bin/env python3
"""Attacks what schema published tells of pilots, as somebody would who wants to know about few people.

    attack_published.py URI [--weaken]

URI names an administrator of a database with published pilots. Works in one transaction that is rolled back. What is
told is read as an evaluator who sees no partner's pilots; what is true is computed here from the base rows, not by the
views. The attacker is given more than anybody has: which people belong to which group of another, whenever that is so
(who answered also completed, say), though not how many they are. The numbers told are constraints on the sizes of what
groups have in common; linear programs give the least and the most that a group may count by all that is told together.

A leak is:
  - a group of 1 to k - 1 people (a part, the rest of the pilot, the difference of two nested parts, people alike in all
    parts) for which an attacker need leave open fewer than k / 2 numbers, or only one;
  - a part that is known to be nobody or everybody;
  - a mean over fewer than k people, or over people who are all the same, or means that some combination leaves over
    for fewer than k people;
  - a number that is not true, or any number of a pilot of fewer than k people;
  - a number in a column that this program does not know.

Prints one JSON object: what was looked at, and the leaks. With --weaken it publishes the pilots once more for each of a
list of weakened functions and views, and prints the leak that it was to find in each. Exit code 1 if there is a leak
without weakening, or none with it.

Needs: numpy, scipy, psycopg (PyPI), Python 3.11 or later.
"""

import argparse
import itertools
import json
import math
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import psycopg
from psycopg.rows import dict_row
from scipy.optimize import linprog
from scipy.sparse import csr_array

ADL = "http://adlnet.gov/expapi/verbs/"
IUST = "https://w3id.org/xapi/iust/verbs/"
NO_STEP = (ADL + "registered", "http://id.tincanapi.com/verb/unregistered")
TESTED = (ADL + "passed", ADL + "failed")

# What each view tells besides the pilot's size: columns of a part's size, of the size of a part of that, means over it.
PARTS = {
    "participants": ("people_from", "people_to", None, ()),
    "funnel": ("people_from", "people_to", None, ()),
    "response_rate": ("returned_from", "returned_to", None, ()),
    "gain": (
        "pairs_from", "pairs_to", None, ("pre_mean", "post_mean", "gain_mean", "gain_low", "gain_high", "g_av"),
    ),
    "target_attainment": ("assessed_from", "assessed_to", ("reached_from", "reached_to"), ()),
    "reaction": ("answered_from", "answered_to", ("top_2_from", "top_2_to"), ("mean",)),
    "transfer": ("answered_from", "answered_to", ("applied_from", "applied_to"), ()),
}
# Numbers that are about nobody, or follow from others of their row.
OF_NOBODY = {"planned_hours", "position", "target_level", "months_after"}
OF_SIZE = {"n_from", "n_to"}
# Shares: the columns of the least and the most.
SHARES = {
    "funnel": ("share_from", "share_to"), "response_rate": ("share_from", "share_to"),
    "target_attainment": ("share_from", "share_to"), "reaction": ("top_2_share_from", "top_2_share_to"),
    "transfer": ("share_from", "share_to"),
}


@dataclass
class Pilot:
    """What is true of a pilot, and what is told of it."""

    people: frozenset = frozenset()
    # Groups of people by name: ("funnel", "completed"), ("reaction", iri, phase, position, "top").
    parts: dict = field(default_factory=dict)
    size: tuple = (None, None)
    # Name of a part: the least and the most that is told.
    told: dict = field(default_factory=dict)
    # Variable: the groups over which its mean is told.
    means: dict = field(default_factory=lambda: defaultdict(list))
    # Name of a part: what each of its people answered or gained.
    values: dict = field(default_factory=lambda: defaultdict(dict))


class Truth:
    """The base rows, read once."""

    def __init__(self, db) -> None:
        self.people = db.execute(
            """
            SELECT pilot.code, person.agent_key, COALESCE(chosen.code, own.code) AS profile
            FROM (
                SELECT pilot_key, agent_key FROM training.enrolment
                UNION
                SELECT pilot.pilot_key, statement.actor_key
                FROM lrs.statement
                JOIN lrs.verb USING (verb_key)
                JOIN training.pilot ON pilot.activity_key = statement.pilot_key
                    AND statement.object_activity_key = pilot.activity_key
                WHERE verb.iri = %s AND NOT voided AND actor_key IS NOT NULL
            ) AS person
            JOIN training.pilot USING (pilot_key)
            JOIN framework.item AS own ON own.identifier = pilot.profile_item
            LEFT JOIN training.enrolment
                ON enrolment.pilot_key = person.pilot_key AND enrolment.agent_key = person.agent_key
            LEFT JOIN framework.item AS chosen ON chosen.identifier = enrolment.profile_item
            """, [NO_STEP[0]]).fetchall()
        self.statements = defaultdict(list)
        for row in db.execute(
            """
            SELECT
                pilot.code AS pilot, actor_key, verb.iri AS verb, object.iri AS object, phase::text,
                instrument.iri AS instrument, item.iri AS item, statement.level,
                level_method::text AS method, success, completion,
                extract(epoch FROM duration)::float8 AS seconds, score_scaled::float8 AS score, response,
                nonresponse::text, months_after, competence.iri AS named,
                COALESCE(level_of.code, known.code) AS competence,
                CASE known.kind WHEN 'level' THEN known.level END AS named_level, pilot.curriculum_iri, pilot.iri
            FROM lrs.statement
            JOIN lrs.verb USING (verb_key)
            JOIN training.pilot ON pilot.activity_key = statement.pilot_key
            LEFT JOIN lrs.activity AS object ON object.activity_key = statement.object_activity_key
            LEFT JOIN lrs.activity AS instrument ON instrument.activity_key = statement.instrument_key
            LEFT JOIN lrs.activity AS item ON item.activity_key = statement.item_key
            LEFT JOIN lrs.activity AS competence ON competence.activity_key = statement.competence_key
            LEFT JOIN framework.item AS known ON known.identifier = competence.cf_identifier
            LEFT JOIN framework.item AS level_of
                ON level_of.item_key = known.parent_key AND known.kind = 'level'
            WHERE NOT voided
            ORDER BY "timestamp", statement_key
            """):
            self.statements[row["pilot"]].append(row)
        self.credentialed = {
            (row["code"], row["agent_key"])
            for row in db.execute(
                """
                SELECT pilot.code, award.agent_key
                FROM credential.award
                JOIN credential.credential USING (award_key)
                JOIN training.pilot USING (pilot_key)
                WHERE withdrawn_at IS NULL
                """)
        }
        self.hours = {row["code"]: float(row["planned_hours"] or 0)
                      for row in db.execute("SELECT code, planned_hours FROM training.pilot")}
        self.targets = defaultdict(dict)
        for row in db.execute(
            """
            SELECT pilot.code, competence.code AS competence, target.level
            FROM training.pilot
            JOIN framework.item AS profile ON profile.identifier = pilot.profile_item
            JOIN framework.profile_target AS target ON target.profile_key = profile.item_key
            JOIN framework.item AS competence ON competence.item_key = target.competence_key
            """):
            self.targets[row["code"]][row["competence"]] = row["level"]
        # Of an item on a scale: its instrument, its position, whether it is reversed, and the places of the answers.
        self.scales = {}
        for row in db.execute(
            """
            SELECT version.iri AS instrument, item.iri AS item, item.position, item.reversed,
                array_agg(option.option_id ORDER BY option.position) AS places
            FROM training.instrument_item AS item
            JOIN training.instrument_version AS version USING (instrument_version_key)
            JOIN training.instrument_option AS option USING (instrument_item_key)
            WHERE option.component = 'scale'
            GROUP BY version.iri, item.iri, item.position, item.reversed
            """):
            self.scales[row["instrument"], row["item"]] = row
        self.versions = {row["iri"] for row in db.execute("SELECT iri FROM training.instrument_version")}

    def pilot(self, code: str) -> Pilot:
        """The groups of a pilot's people that anything might be told of."""
        profile_of = {row["agent_key"]: row["profile"] for row in self.people if row["code"] == code}
        people = frozenset(profile_of)
        parts = defaultdict(set)
        for person, profile in profile_of.items():
            parts["participants", profile].add(person)
            if (code, person) in self.credentialed:
                parts["funnel", "credentialed"].add(person)
        attended = defaultdict(float)
        scores, levels, answers = {}, defaultdict(int), {}
        for deed in self.statements[code]:
            person, verb, phase = deed["actor_key"], deed["verb"], deed["phase"]
            if person not in people:
                continue
            if verb not in NO_STEP:
                parts["funnel", "started"].add(person)
            if verb == ADL + "attended" and (deed["seconds"] or 0) > 0:
                attended[person] += min(deed["seconds"], 86400) / 3600
            if (verb == ADL + "completed" and deed["completion"] is not False
                    and deed["object"] in (deed["iri"], deed["curriculum_iri"])):
                parts["funnel", "completed"].add(person)
            if verb in TESTED and phase != "pre":
                parts["funnel", "assessed"].add(person)
                if verb == ADL + "passed":
                    parts["funnel", "passed"].add(person)
            if phase == "followup":
                parts["funnel", "followed up"].add(person)
                parts["transfer", deed["months_after"]].add(person)
                if verb == IUST + "applied" and deed["success"] is not False:
                    parts["transfer", deed["months_after"], "applied"].add(person)
            if phase:
                for iri in {deed["instrument"], deed["object"] if deed["object"] in self.versions else None} - {None}:
                    parts["response_rate", phase, iri].add(person)
            if verb in TESTED and phase in ("pre", "post") and deed["score"] is not None:
                scores[person, deed["competence"] or deed["named"], phase] = deed["score"]
            level = deed["level"] if deed["level"] is not None else deed["named_level"]
            if (verb in (ADL + "passed", "https://w3id.org/xapi/tla/verbs/achieved") and deed["success"] is not False
                    and deed["method"] != "self" and level is not None and deed["competence"]
                    and phase not in ("pre", "followup")):
                levels[person, deed["competence"]] = max(levels[person, deed["competence"]], level)
            if verb == ADL + "answered" and phase and (deed["instrument"], deed["item"]) in self.scales:
                answers[person, phase, deed["instrument"], deed["item"]] = (
                    None if deed["nonresponse"] else deed["response"])
        parts["funnel", "half"] = parts["funnel", "completed"] | {
            person for person, hours in attended.items() if 0 < self.hours[code] / 2 <= hours}
        parts["gain",] = {person for person, subject, phase in scores
                          if phase == "pre" and (person, subject, "post") in scores}
        for (person, competence), level in levels.items():
            if competence in self.targets[code]:
                parts["target_attainment", competence].add(person)
                if level >= self.targets[code][competence]:
                    parts["target_attainment", competence, "reached"].add(person)
        for (person, phase, instrument, item), answer in answers.items():
            scale = self.scales[instrument, item]
            if answer in scale["places"]:
                name = ("reaction", instrument, phase, scale["position"])
                parts[name].add(person)
                place = scale["places"].index(answer)
                if place < 2 if scale["reversed"] else place >= len(scale["places"]) - 2:
                    parts[(*name, "top")].add(person)
        found = Pilot(people=people)
        found.parts = {name: frozenset(members) for name, members in parts.items()}
        for (person, phase, instrument, item), answer in answers.items():
            found.values["reaction", instrument, phase, self.scales[instrument, item]["position"]][person] = answer
        for person in parts["gain",]:
            gains = [scores[person, subject, "post"] - score for (whose, subject, phase), score in scores.items()
                     if whose == person and phase == "pre" and (person, subject, "post") in scores]
            found.values["gain",][person] = round(sum(gains) / len(gains), 9)
        return found


def part_name(view: str, row: dict) -> tuple:
    """How Truth calls the group that a row is about."""
    return {
        "participants": lambda: ("participants", row["profile"]),
        "funnel": lambda: ("funnel", row["step"]),
        "response_rate": lambda: ("response_rate", row["phase"], row["instrument"]),
        "gain": lambda: ("gain",),
        "target_attainment": lambda: ("target_attainment", row["competence"]),
        "reaction": lambda: ("reaction", row["instrument"], row["phase"], row["position"]),
        "transfer": lambda: ("transfer", row["months_after"]),
    }[view]()


WITHIN = {"target_attainment": "reached", "reaction": "top", "transfer": "applied"}


class Attack:
    """Everything that is told, and what follows from it."""

    def __init__(self, db, truth: Truth, k: int, until: str | None = None) -> None:
        """Looks for leaks; until one matches, where a pattern is given."""
        self.k = k
        self.until = until
        self.leaks: list[str] = []
        self.cells = 0
        self.groups = 0
        self.pilots: dict[str, Pilot] = {}
        db.execute("SET LOCAL ROLE tessera_evaluator")
        views = [row["relname"] for row in db.execute(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'published'::regnamespace ORDER BY relname")]
        rows = {view: db.execute(f"SELECT * FROM published.{view}").fetchall() for view in views}
        db.execute("RESET ROLE")
        for row in rows.pop("pilots"):
            pilot = truth.pilot(row["pilot"])
            pilot.size = (row["n_from"], row["n_to"])
            self.pilots[row["pilot"]] = pilot
            self.known("pilots", row, set())
            if row["n_from"] is not None and not row["n_from"] <= len(pilot.people) <= row["n_to"]:
                self.leaks.append(f"{row['pilot']}: {pilot.size} people are told of {len(pilot.people)}")
        self.pooled(rows["gain"], rows.pop("pooled_gain"))
        for view, told in rows.items():
            if view not in PARTS:
                self.leaks.append(f"published.{view} is not known here")
                continue
            for row in told:
                self.take(view, row)
        for code, pilot in self.pilots.items():
            if not self.is_done:
                self.check_means(code, pilot)
                self.check_sizes(code, pilot)

    @property
    def is_done(self) -> bool:
        """Whether the leak that was looked for is found."""
        return self.until is not None and any(re.search(self.until, leak) for leak in self.leaks)

    def known(self, view: str, row: dict, columns: set) -> None:
        """Every number must be one that the attack makes use of, or is about nobody."""
        for column, value in row.items():
            if (not isinstance(value, (bool, str)) and hasattr(value, "__float__")
                    and column not in columns | OF_NOBODY | OF_SIZE | set(SHARES.get(view, ()))):
                self.leaks.append(f"published.{view}.{column} tells {value}, and is not known here")

    def pooled(self, gains: list, pooled: list) -> None:
        """What is told over several pilots is as good as computed from what is told of each."""
        effects = defaultdict(list)
        for row in gains:
            if row["gain_low"] is not None and row["gain_high"] > row["gain_low"]:
                error = float(row["gain_high"] - row["gain_low"]) / (2 * 1.959963984540054)
                effects[row["framework"], row["profile"]].append((float(row["gain_mean"]), error))
        for row in pooled:
            told = effects[row["framework"], row["profile"]]
            y, v = np.array([effect for effect, _ in told]), np.array([error ** 2 for _, error in told])
            columns = {"n", "n_missing", "gain_mean", "gain_low", "gain_high", "tau_squared", "i_squared"}
            self.known("pooled_gain", row, columns)
            if row["n"] != len(told):
                self.leaks.append(f"published.pooled_gain: {row['n']} pilots, though {len(told)} are told")
            elif row["gain_mean"] is not None:
                w = 1 / v
                q = float(np.sum(w * (y - np.sum(w * y) / np.sum(w)) ** 2))
                tau = max(0.0, (q - len(y) + 1) / float(np.sum(w) - np.sum(w ** 2) / np.sum(w)))
                mean = float(np.sum(y / (v + tau)) / np.sum(1 / (v + tau)))
                if abs(mean - float(row["gain_mean"])) > 0.00501:
                    self.leaks.append(f"published.pooled_gain: {row['gain_mean']}, though {mean} follows")

    def take(self, view: str, row: dict) -> None:
        """Notes what a row tells."""
        low, high, within, means = PARTS[view]
        self.known(view, row, {low, high, *(within or ()), *means})
        pilot = self.pilots[row["pilot"]]
        where = f"{row['pilot']} {view} {part_name(view, row)[1:]}"
        name = part_name(view, row)
        true = pilot.parts.setdefault(name, frozenset())
        numbers = [row[column] for column in (low, high, *(within or ()), *means) if row[column] is not None]
        self.cells += len(numbers)
        if len(pilot.people) < self.k:
            if numbers or any(row[column] is not None for column in OF_SIZE):
                self.leaks.append(f"{where}: told of a pilot of {len(pilot.people)}")
            return
        least = 1 if view == "participants" else 0  # That the row is there tells that somebody is.
        self.tell(where, pilot, name, row[low], row[high], least)
        if within:
            self.tell(where, pilot, (*name, WITHIN[view]), row[within[0]], row[within[1]], 0)
        if view in SHARES and row[SHARES[view][0]] is not None:
            # Shares must follow from what is told anyway.
            part, whole = (row[low], row[high]), pilot.size
            if within:
                part, whole = (row[within[0]], row[within[1]]), part
            told = tuple(row[column] for column in SHARES[view])
            if not np.allclose(told, (part[0] / whole[1], min(1, part[1] / whole[0])), rtol=0, atol=1e-12):
                self.leaks.append(f"{where}: a share of {told}, though {part} of {whole} are told")
        for column in means:
            if row[column] is not None:
                pilot.means[view, column, name[1:]].append(true)
                if len({pilot.values[name][person] for person in true}) == 1:
                    self.leaks.append(f"{where}: {column} is what it is of everybody")

    def tell(self, where: str, pilot: Pilot, name: tuple, low: int, high: int, least: int) -> None:
        """Notes what is told of the size of a part."""
        true = pilot.parts.setdefault(name, frozenset())
        if not low <= len(true) <= high:
            self.leaks.append(f"{where}: {low} to {high} are told of {len(true)}")
        if low == high and low in (0, len(pilot.people)):
            self.leaks.append(f"{where}: nobody or everybody, {low}")
        pilot.told[name] = (max(low, least), high)

    def check_sizes(self, code: str, pilot: Pilot) -> None:
        """Linear programs over the people alike in all parts that anything is told of."""
        if pilot.size[0] is None:
            return
        names = list(pilot.told)
        alike = defaultdict(set)
        for person in pilot.people:
            alike[frozenset(name for name in names if person in pilot.parts[name])].add(person)
        atoms = list(alike)
        inside = {name: np.array([name in atom for atom in atoms], float) for name in names}
        whole = np.ones(len(atoms))
        upper, bounds = [], []

        def at_most(coefficients, bound) -> None:
            upper.append(coefficients)
            bounds.append(bound)

        at_most(whole, pilot.size[1])
        at_most(-whole, -pilot.size[0])
        for name, (low, high) in pilot.told.items():
            at_most(inside[name], high)
            at_most(-inside[name], -low)
        matrix = csr_array(np.array(upper))

        groups: dict[frozenset, str] = {}

        def add(atoms_of_group: np.ndarray, what: str) -> None:
            chosen = frozenset(np.flatnonzero(atoms_of_group))
            count = sum(len(alike[atoms[index]]) for index in chosen)
            if 0 < count < self.k:
                groups.setdefault(chosen, what)

        for name in names:
            add(inside[name], f"{name}")
            add(whole - inside[name], f"all but {name}")
        for one, other in itertools.permutations(names, 2):
            if np.all(inside[one] <= inside[other]):
                add(inside[other] - inside[one], f"{other} without {one}")
        for index, atom in enumerate(atoms):
            add(np.arange(len(atoms)) == index, f"people alike in {len(atom)} parts")
        for group, what in groups.items():
            if self.is_done:
                return
            self.groups += 1
            objective = np.array([index in group for index in range(len(atoms))], float)
            ends = [linprog(sign * objective, A_ub=matrix, b_ub=bounds, method="highs") for sign in (1, -1)]
            count = sum(len(alike[atoms[index]]) for index in group)
            if not all(end.success for end in ends):
                self.leaks.append(f"{code}: what is told contradicts itself")
                return
            least, most = math.ceil(ends[0].fun - 1e-6), math.floor(-ends[1].fun + 1e-6)
            if most - least + 1 < max(2, self.k // 2):
                self.leaks.append(f"{code}: {count} people, {what}: {least} to {most} by what is told")

    def check_means(self, code: str, pilot: Pilot) -> None:
        """Whether a combination of means of one variable, by their sums, is about fewer than k people."""
        for variable, groups in pilot.means.items():
            for group in groups:
                self.groups += 1
                if len(group) < self.k:
                    self.leaks.append(f"{code}: {variable} of {len(group)} people")
        # Of one variable, whatever the group.
        by_variable = defaultdict(list)
        for (view, column, of), groups in pilot.means.items():
            by_variable[(view, column) if view == "gain" else (view, column, of)] += groups
        for variable, groups in by_variable.items():
            alike = defaultdict(int)
            for person in pilot.people:
                alike[tuple(person in group for group in groups)] += 1
            members = list(alike)
            matrix = np.array(members, float).T
            rank = np.linalg.matrix_rank(matrix)
            small = [index for index, atom in enumerate(members) if any(atom) and alike[atom] < self.k]
            for size in range(1, len(small) + 1):
                for chosen in itertools.combinations(small, size):
                    if sum(alike[members[index]] for index in chosen) >= self.k:
                        continue
                    # What vanishes for everybody else, though not for these, is a combination about these alone.
                    if np.linalg.matrix_rank(np.delete(matrix, chosen, axis=1)) < rank:
                        self.leaks.append(f"{code}: {variable} by subtraction, of {len(chosen)} kinds of people")


# Each makes one of the rules that keep small groups hidden weaker; and the leak that this must be seen to make.
WEAKER = {
    "a threshold of 1": (r"told of a pilot of \d$", """
        ALTER TABLE publication.release DROP CONSTRAINT release_threshold_check;
        CREATE OR REPLACE FUNCTION evaluation.threshold(purpose text DEFAULT 'internal') RETURNS integer
            LANGUAGE sql STABLE SECURITY DEFINER STRICT PARALLEL SAFE AS 'SELECT 1'
        """),
    "people told exactly": (r" without .*: (\d+) to \1 by", """
        CREATE OR REPLACE FUNCTION evaluation.coded_count(
            people bigint, threshold integer, OUT people_from bigint, OUT people_to bigint
        ) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        'SELECT people, people'
        """),
    "people told exactly from the threshold on": (r"all but .*: (\d+) to \1 by", """
        CREATE OR REPLACE FUNCTION evaluation.coded_count(
            people bigint, threshold integer, OUT people_from bigint, OUT people_to bigint
        ) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        'SELECT CASE WHEN people >= threshold THEN people ELSE 0 END,
            CASE WHEN people >= threshold THEN people ELSE threshold - 1 END'
        """),
    "few people told exactly": (r"funnel.*: (\d) to \1 by", """
        CREATE OR REPLACE FUNCTION evaluation.coded_count(
            people bigint, threshold integer, OUT people_from bigint, OUT people_to bigint
        ) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        'SELECT CASE WHEN people < threshold THEN people ELSE people / threshold * threshold END,
            CASE WHEN people < threshold THEN people ELSE people / threshold * threshold + threshold - 1 END'
        """),
    "nobody and everybody told": (r"nobody or everybody, 0", """
        CREATE OR REPLACE FUNCTION evaluation.coded_count(
            people bigint, threshold integer, OUT people_from bigint, OUT people_to bigint
        ) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        'SELECT CASE WHEN people = 0 THEN 0 ELSE GREATEST(people / threshold * threshold, 1) END,
            CASE WHEN people = 0 THEN 0 ELSE people / threshold * threshold + threshold - 1 END'
        """),
    "profiles told exactly, without complementary suppression": (r"open-33: .*all but .*'P4'\): 1 to 1 by", """
        CREATE OR REPLACE VIEW publication.participants WITH (security_barrier = true) AS
        SELECT size.code AS pilot, profile.code AS profile, profile.full_statement AS profile_name, size.people AS n_from,
            size.people AS n_to, counted.n AS people_from, counted.n AS people_to, false AS suppressed, now() AS as_of
        FROM (
            SELECT pilot_key, profile_item, count(*) AS n FROM analysis.person GROUP BY pilot_key, profile_item
        ) AS counted
        JOIN analysis.pilot_size AS size USING (pilot_key)
        JOIN framework.item AS profile ON profile.identifier = counted.profile_item
        WHERE n >= size.k;
        CREATE OR REPLACE VIEW publication.pilots WITH (security_barrier = true) AS
        SELECT pilot.code AS pilot, title, NULL::text[] AS partners, NULL::text AS framework, NULL::text AS profile,
            NULL::text AS profile_name, curriculum_iri AS curriculum, curriculum_version, planned_hours, starts_on,
            ends_on, CASE WHEN size.n_from > 0 THEN size.people END AS n_from,
            CASE WHEN size.n_from > 0 THEN size.people END AS n_to, false AS suppressed, now() AS as_of
        FROM training.pilot JOIN analysis.pilot_size AS size USING (pilot_key)
        """),
    "means of whoever there is": (r"\('gain', 'gain_mean', \(\)\) of \d people", """
        CREATE OR REPLACE FUNCTION evaluation.coded_count(
            people bigint, threshold integer, OUT people_from bigint, OUT people_to bigint
        ) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        'SELECT GREATEST(people / threshold * threshold, threshold), people / threshold * threshold + threshold - 1'
        """),
}


def publish_again(db) -> None:
    """Publishes every pilot that was, as if it had not been."""
    codes = [row["code"] for row in db.execute(
        "SELECT pilot.code FROM publication.release JOIN training.pilot USING (pilot_key)")]
    db.execute("DELETE FROM publication.told")
    db.execute("DELETE FROM publication.release")
    db.execute("SET LOCAL ROLE tessera_service")
    for code in codes:
        db.execute("SELECT publication.publish_pilot(%s, 'attack')", [code])
    db.execute("RESET ROLE")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("uri")
    parser.add_argument("--weaken", action="store_true")
    arguments = parser.parse_args()
    with psycopg.connect(arguments.uri, row_factory=dict_row) as db:
        k = db.execute("SELECT evaluation.threshold('publication') AS k").fetchone()["k"]
        truth = Truth(db)
        attack = Attack(db, truth, k)
        answer = {
            "threshold": k, "pilots": len(attack.pilots), "cells": attack.cells, "groups": attack.groups,
            "leaks": attack.leaks,
        }
        failed = bool(attack.leaks)
        if arguments.weaken:
            answer["weakened"] = {}
            for name, (pattern, script) in WEAKER.items():
                db.execute("SAVEPOINT weakened")
                db.execute(script)
                publish_again(db)
                leaks = Attack(db, truth, k, until=pattern).leaks
                db.execute("ROLLBACK TO SAVEPOINT weakened")
                found = [leak for leak in leaks if re.search(pattern, leak)]
                answer["weakened"][name] = found[0] if found else None
                failed = failed or not found
        db.rollback()
    print(json.dumps(answer, indent=2, default=str))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
