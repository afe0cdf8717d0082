"""What the Python package costs beside the program itself.

    target/python/bin/python benches/python.py REPORTS.jsonl [--model fast] [--program target/release/dateline]

Prints: the time of an import; the time of `Coder.code` beyond that of the coding itself; the time of `code_batch` on one thread as a ratio to
that of `dateline code --jobs 1` on the same reports (less what it takes to start), and on all cores as a ratio to one thread. Best of several
runs, since other work on the machine only ever adds. Give it reports of which coding takes a minute or so.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import pyarrow as pa

import dateline


def best(times: int, work) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def import_time() -> float:
    code = "import time; t = time.perf_counter(); import dateline; print(time.perf_counter() - t)"
    return min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) for _ in range(10))


def program_time(program: str, model: str, file: pathlib.Path) -> float:
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder) / "one.jsonl"
        empty.write_text('{"id": "one", "text": "No news."}\n')
        words = [program, "code", "--quiet", "--jobs", "1", "--model", model, "--out", f"{folder}/claims.jsonl"]
        whole = best(3, lambda: subprocess.run([*words, str(file)], check=True))
        return whole - best(3, lambda: subprocess.run([*words, str(empty)], check=True))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", type=pathlib.Path)
    parser.add_argument("--model", default="fast")
    parser.add_argument("--program", default="target/release/dateline")
    args = parser.parse_args()
    reports = [json.loads(line) for line in args.reports.read_text().splitlines()]
    table = pa.Table.from_pylist([{name: report.get(name) for name in dateline.REPORT_SCHEMA.names} for report in reports])
    coder = dateline.Coder(args.model)

    print(f"import: {import_time() * 1000:.0f} ms")
    short = {"id": "a", "text": "Rebels shelled the town of Qatana on Thursday, killing 5 people, police said.", "published": "2012-12-13"}
    many = pa.Table.from_pylist([short] * 200)
    one = best(200, lambda: coder.code(short))
    inside = best(5, lambda: coder.code_batch(many, threads=1)) / 200
    print(f"code: {one * 1000:.2f} ms a call, of which {(one - inside) * 1000:.2f} ms beyond coding")
    batch = best(3, lambda: coder.code_batch(table, threads=1))
    whole = program_time(args.program, args.model, args.reports)
    print(f"code_batch: {len(reports) / batch:.1f} reports a second on one thread; {batch / whole:.3f} of the program's time")
    print(f"all cores: {batch / best(3, lambda: coder.code_batch(table)):.2f} times as fast as one thread")


if __name__ == "__main__":
    main()
