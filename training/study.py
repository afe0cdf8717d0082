"""Measures the program on corpora that others annotated, by other guidelines. Nothing is ever trained on them.

    python training/study.py --program target/release/dateline --corpora ../shared/corpora
        [--only plv] [--recase] [--sample 50] [--jobs 1] [--json]

Each corpus has its file in training/studies, which says what is measured. One table is printed, or with --json the same figures
with their details. Exit codes: 0 measured, 2 a file is missing or the program failed.
"""
import argparse
import json
from pathlib import Path

from studies import ecbplus, meantime, muc, plv, polnear
from studies.program import Program, fail

STUDIES = {"plv": plv, "polnear": polnear, "meantime": meantime, "muc": muc, "ecbplus": ecbplus}


def arguments():
    parser = argparse.ArgumentParser(description="Measure the program on corpora that others annotated.")
    parser.add_argument("--program", required=True, help="the dateline binary")
    parser.add_argument("--corpora", required=True, help="the folder that holds study/ (and open/, for --recase)")
    parser.add_argument("--only", action="append", choices=list(STUDIES), help="this corpus alone; may be given again")
    parser.add_argument("--recase", action="store_true", help="muc: measure also with lines joined and words in sentence case")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="about N items of each corpus, evenly spread; 0: all")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="threads of the program; 0: its own default")
    parser.add_argument("--json", action="store_true", help="print JSON with details")
    return parser.parse_args()


def check(options, chosen):
    """Ends with code 2 before anything runs where a file is missing."""
    needed = [Path(options.program)] + [Path(options.corpora) / file for name in chosen for file in STUDIES[name].FILES]
    if options.recase and "muc" in chosen:
        needed += [Path(options.corpora) / file for file in muc.OPEN_TEXT]
    for path in needed:
        if not path.is_file():
            fail(f"{path} is missing; give --program the binary and --corpora the folder that holds study/")


def table(results):
    """Lines of the table: share, its 95% interval and the counts; for a figure that is not a share, the figure alone."""
    lines = []
    for name, result in results.items():
        lines += ["", f"{name}: {result['note']}"]
        lines += [f"  {figure.line()}" for figure in result["figures"]]
    return lines[1:]


def main():
    options = arguments()
    chosen = options.only or list(STUDIES)
    check(options, chosen)
    code = Program(options.program, options.jobs)
    results = {name: STUDIES[name].measure(code, Path(options.corpora), options.sample, options.recase) for name in chosen}
    if options.json:
        plain = {name: {**result, "figures": [figure.plain() for figure in result["figures"]]} for name, result in results.items()}
        print(json.dumps(plain, indent=1, ensure_ascii=False))
    else:
        print("\n".join(table(results)))


if __name__ == "__main__":
    main()
