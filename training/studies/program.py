"""Runs the program: reports to claims, claims to events."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def fail(message):
    """Ends with code 2 and one line that says why."""
    print(f"study.py: {message}", file=sys.stderr)
    raise SystemExit(2)


class Program:
    """The program. Called with {id: text} it gives {id: [claim]}; a report without claims has an empty list."""

    def __init__(self, path, jobs=0):
        self.path, self.jobs = Path(path).resolve(), ["--jobs", str(jobs)] if jobs else []

    def __call__(self, texts):
        reports = ({"id": name, "text": text} for name, text in texts.items() if text.strip())
        return by_report(self.run(["code", *self.jobs], reports), texts)

    def merge(self, claims):
        """The ids of the claims of each event; claims that are part of none (sums, mere denials) are in no list."""
        return [json.loads(line)["claims"] for line in self.run(["merge"], claims) if line] if claims else []

    def run(self, command, rows):
        """Lines that the program prints on rows of JSON. Code 1 means that some report could not be read, an error here."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "rows.jsonl"
            path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
            command = [str(self.path), *command, "--format", "jsonl", "-q", str(path)]
            try:
                done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
            except OSError as error:
                fail(f"{self.path} does not run: {error}")
        if done.returncode:
            fail(f"{self.path} ended with code {done.returncode}: {done.stderr.strip()[:300]}")
        return done.stdout.split("\n")


def by_report(lines, texts):
    """{id: [claim]}. Offsets must fit the text that was given, or every figure would be wrong."""
    made = {name: [] for name in texts}
    for claim in (json.loads(line) for line in lines if line):
        name, trigger = claim["report"]["id"], claim["evidence"]["trigger"]
        if texts[name][trigger["start"]:trigger["end"]] != trigger["text"]:
            fail(f"report {name}: the trigger {trigger['text']!r} does not stand where its offsets say")
        made[name].append(claim)
    return made


def spread(items, most):
    """About `most` of the items, evenly spread; all where most is 0."""
    items = list(items)
    step = len(items) / most if 0 < most < len(items) else 1
    return [items[int(n * step)] for n in range(int(len(items) / step))]
