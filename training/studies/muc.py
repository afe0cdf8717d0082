"""Attacks end to end, on MUC-4's test reports (TST1, TST2: upper-case radio and agency reports on Latin America, 1989-90).

Templates are not merged here, as Dateline does not merge within a report yet; each report is asked as a whole, whatever the status:
- incidents: for each kind of incident that a report has a template of, is there a claim of a right type (TYPES), and one of a right
  mode too where the codebook has one for that kind (MODES; a plain ATTACK may be of any). A THREATENED one may be a threat;
- precision: of reports with an ASSAULT claim, how many have a template; and, of reports with none, how many have an ASSAULT claim.
  MUC leaves out clashes between armies and old or vague attacks, so such claims are not all wrong;
- perpetrators (individuals, organisations) among the actors, human targets among the recipients, of claims of a right type: a party
  is found where one of its strings and the claim's words or `who` lie within one another, or share half of their words;
- deaths: each filler killed whose number is given, among the figures of kind killed of all claims: as low or high, or between
  both. A single victim that has a name needs no figure by the codebook: so those of one are apart.
Optional fillers and templates are not asked for; a report with optional templates alone is not counted.
"""
import gzip
import json
from collections import Counter

from studies.figures import Share
from studies.muc_keys import join, normal, template
from studies.program import spread
from studies.recase import forms, recased

FILES = ["study/muc/tst1.jsonl.gz", "study/muc/tst2.jsonl.gz"]
OPEN_TEXT = ["open/wiki_conflict_articles/articles.jsonl.gz", "open/wiki_current_events/events.jsonl.gz"]
TYPES = {"ATTACK": {"ASSAULT"}, "BOMBING": {"ASSAULT"}, "KIDNAPPING": {"ASSAULT"}, "ARSON": {"ASSAULT"},
         "ROBBERY": {"ASSAULT", "COERCE"}, "FORCED WORK STOPPAGE": {"ASSAULT", "COERCE", "PROTEST", "THREATEN"}}
MODES = {"BOMBING": {"explosives", "suicide-attack"}, "KIDNAPPING": {"abduct"}, "ARSON": {"primitive", "destroy"}}
# What a bomb may be besides, by the template's instrument.
FURTHER = {"AERIAL": "aerial", "MORTAR": "heavy-weapons", "ROCKET": "heavy-weapons", "GRENADE": "heavy-weapons"}
THREATS = {"THREATEN", "ACCUSE"}


def read(paths):
    """([(id, text, templates)], how many lines could not be read)."""
    kept, bad = [], 0
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                try:
                    row = json.loads(line)
                    kept.append((row["id"], row["text"], [template(raw) for raw in row["templates"]]))
                except (ValueError, KeyError, AttributeError, TypeError):
                    bad += 1
    return kept, bad


def types(wanted):
    """Types of claim that report a template's incident."""
    right = TYPES.get(wanted.incident, {"ASSAULT"})
    return right | THREATS if "THREATENED" in wanted.stage else right


def gathered(templates, slot):
    """Parties of all templates of a report, each with the types of claim in which it may stand."""
    made = []
    for wanted in templates:
        for party in getattr(wanted, slot):
            party.types = types(wanted)
            join(made, party)
    return made


def found(party, claims, role):
    """Whether a claim of a right type has the party in that role."""
    for claim in claims:
        if claim["event"]["type"] in party.types:
            for item in claim[role]:
                for given in filter(None, (normal(item.get("text") or ""), normal(item.get("who") or ""))):
                    if any(s <= given or given <= s or 2 * len(s & given) >= len(s | given) for s in party.strings):
                        return True
    return False


def figure(numbers, claims):
    """Whether one of the numbers stands among the killed."""
    bounds = [(c["low"], c["high"]) for claim in claims for c in claim["casualties"] if c["kind"] == "killed"]
    return any(n in (low, high) or (low is not None and high is not None and low <= n <= high) for n in numbers for low, high in bounds)


def incidents(templates, claims):
    """(kind, right type, right mode or None) of each kind of incident in a report."""
    for kind in sorted({wanted.incident for wanted in templates}):
        some = [wanted for wanted in templates if wanted.incident == kind]
        allowed = set().union(*map(types, some))
        modes = MODES.get(kind, set()) | {mode for word, mode in FURTHER.items() if any(word in t.instruments for t in some)}
        right = [c for c in claims if c["event"]["type"] in allowed]
        yield kind, bool(right), any(modes & set(c["event"]["modes"]) for c in right) if kind in MODES else None


def deaths(templates):
    """Distinct (names, numbers) of a report."""
    made = []
    for names, numbers in (item for wanted in templates for item in wanted.killed):
        if not any(names & other and numbers == same for other, same in made):
            made.append((names, numbers))
    return made


def judge(totals, templates, claims):
    """Adds one report to the totals, (name, right) -> count."""
    assault = any(c["event"]["type"] == "ASSAULT" for c in claims)
    asked = [wanted for wanted in templates if not wanted.optional]
    if not templates:
        totals["reports without template that have an ASSAULT claim", assault] += 1
    if assault and (asked or not templates):
        totals["precision: reports with an ASSAULT claim that have a template", bool(asked)] += 1
    for kind, right, mode in incidents(asked, claims):
        totals["incidents, right type", right] += 1
        totals[f"incidents: {kind.lower()}", right] += 1
        if mode is not None:
            totals["incidents, right type and mode (kinds that have one)", mode] += 1
            totals[f"incidents: {kind.lower()}, right mode too", mode] += 1
    for slot, role in (("perpetrators", "actors"), ("targets", "recipients")):
        for party in gathered(asked, slot):
            totals[f"{slot} among {role}", found(party, claims, role)] += 1
    for _, numbers in deaths(asked):
        totals["killed, " + ("one" if max(numbers) < 2 else "figures of two and more"), figure(numbers, claims)] += 1


def measured(rows, texts, code, before=""):
    """(figures, number of claims) of the reports with these texts; their names begin with `before`."""
    claims, totals = code(texts), Counter()
    for name, _, templates in rows:
        judge(totals, templates, claims[name])
    names = sorted({name for name, _ in totals})
    figures = [Share(before + name, totals[name, True], totals[name, True] + totals[name, False]) for name in names]
    return figures, sum(map(len, claims.values()))


def measure(code, corpora, sample, recase):
    rows, bad = read([corpora / file for file in FILES])
    rows = spread(rows, sample)
    figures, claims = measured(rows, {name: text for name, text, _ in rows}, code, "as written: " if recase else "")
    note = f"{len(rows)} reports, {claims} claims as written"
    if recase:
        known = forms([corpora / file for file in OPEN_TEXT])
        further, claims = measured(rows, {name: recased(text, known) for name, text, _ in rows}, code, "recased: ")
        figures, note = figures + further, f"{note}, {claims} recased"
    return {"note": f"{note}; {bad} bad lines left out", "figures": figures}
