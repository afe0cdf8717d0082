"""Runs the program on reports and gives their claims."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def fail(message):
    """Ends with code 2 and one line that says why."""
    print(f"study.py: {message}", file=sys.stderr)
    raise SystemExit(2)


def coder(program, jobs=0):
    """A function from {id: text} to {id: [claim]}; a report without claims has an empty list."""
    def code(texts):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "reports.jsonl"
            lines = (json.dumps({"id": name, "text": text}, ensure_ascii=False) for name, text in texts.items() if text.strip())
            path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
            return by_report(run(program, jobs, path), texts)
    return code


def run(program, jobs, path):
    """Lines that the program prints. Its code 1 means that some report could not be read, which is an error here."""
    command = [str(Path(program).resolve()), "code", "--format", "jsonl", "-q", *(["--jobs", str(jobs)] if jobs else []), str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError as error:
        fail(f"{program} does not run: {error}")
    if done.returncode:
        fail(f"{program} ended with code {done.returncode}: {done.stderr.strip()[:300]}")
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
