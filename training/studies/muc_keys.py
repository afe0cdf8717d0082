"""MUC-3/4's answer keys, as far as they are measured.

A filler is one or several strings of which any will do ("FARABUNDO MARTI ..." / "FMLN"), at times after a value (DEATH: "PEASANT")
and at times before the strings that it is said of ("PRESIDENT": "CEREZO"). A filler that begins with "?" is optional and so is a
template marked (OPTIONAL): neither is asked for. Of two kinds of incident that will do (one template), the first is taken.
"""
import re
from dataclasses import dataclass, field

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
DROPPED = {"THE", "A", "AN", "MR", "MRS", "MISS", "MS", "DR"}


@dataclass
class Party:
    """Strings that name it (two fillers that share one are the same party), and all that describe it."""
    names: set
    strings: set
    types: set = field(default_factory=set)


@dataclass
class Template:
    incident: str
    stage: str
    optional: bool
    perpetrators: list
    targets: list
    killed: list
    instruments: str


def normal(text):
    """A string as its set of words, in capitals."""
    return frozenset(re.findall(r"[A-Z0-9]+", text.upper())) - DROPPED


def filler(value):
    """(value before the strings, strings, strings that it is said of); None where it is optional or names nothing."""
    if value.lstrip().startswith("?"):
        return None
    found = list(STRING.finditer(value))
    strings = [normal(m.group(1).replace("\\", "")) for m in found]
    split = next((n for n in range(1, len(found)) if ":" in value[found[n - 1].end():found[n].start()]), len(found))
    head = value[:found[0].start()].rstrip(" :").strip() if found else value.strip()
    own, about = (set(filter(None, some)) for some in (strings[:split], strings[split:]))
    return (head, own, about) if own or about else None


def fillers(template, *slots):
    return [found for slot in slots for found in map(filler, template.get(slot) or []) if found]


def parties(found):
    """Fillers joined to parties."""
    made = []
    for _, own, about in sorted(found, key=lambda f: bool(f[2])):
        join(made, Party(set(about or own), own | about))
    return made


def join(made, party):
    """Adds a party to a list, or to those in it that share a name."""
    same = [other for other in made if other.names & party.names]
    for other in same:
        party = Party(party.names | other.names, party.strings | other.strings, party.types | other.types)
    made[:] = [other for other in made if not any(other is gone for gone in same)] + [party]


def killed(template):
    """(names, numbers) of each filler that died and whose number is given: several numbers where any will do."""
    dead = [own for head, own, _ in fillers(template, "HUM TGT: EFFECT OF INCIDENT") if head == "DEATH"]
    made = []
    for head, own, _ in fillers(template, "HUM TGT: NUMBER"):
        numbers = frozenset(int(n) for n in re.findall(r"\d+", head))
        if numbers and any(own & other for other in dead):
            made.append((own, numbers))
    return made


def template(raw):
    first = lambda slot: (raw.get(slot) or [""])[0]
    return Template(
        incident=first("INCIDENT: TYPE").split("/")[0].strip(),
        stage=first("INCIDENT: STAGE OF EXECUTION"),
        optional="OPTIONAL" in first("MESSAGE: TEMPLATE"),
        perpetrators=parties(fillers(raw, "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")),
        targets=parties(fillers(raw, "HUM TGT: NAME", "HUM TGT: DESCRIPTION")),
        killed=killed(raw),
        instruments=" ".join(raw.get("INCIDENT: INSTRUMENT TYPE") or []),
    )
