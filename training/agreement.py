"""How far two annotators of the same sentences agree, by the project's scorer.

    python training/agreement.py --scorer ../shared/tools/score.py
"""
import argparse
import json

import choose
from corpus import HERE, rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scorer", required=True)
    module = choose.scorer(parser.parse_args().scorer)
    second = {row["item"]: row["claims"] for path in sorted((HERE / "labels/second").glob("*.jsonl")) for row in rows(path)}
    first = {row["item"]: row["claims"] for path in sorted((HERE / "labels").glob("*.jsonl")) for row in rows(path) if row["item"] in second}
    print(json.dumps(module.score(first, second, 1000), indent=1))


if __name__ == "__main__":
    main()
