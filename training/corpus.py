"""Annotated reports: the claims corpus, the further labels on raw open text (stand-off) and the reports written for this project.

All come as reports {id: report} and claims {id: [claim]}, in the claims corpus's shape. Nothing of dev is ever loaded here.
"""
import argparse
import json
from pathlib import Path

import raw

HERE = Path(__file__).resolve().parent


def rows(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def load(path):
    """One file of the claims corpus."""
    found = rows(path)
    return {row["report"]["id"]: row["report"] for row in found}, {row["report"]["id"]: row["claims"] for row in found}


def labelled(corpora):
    """training/labels, with their texts brought from the raw corpora."""
    reports, claims = {}, {}
    labels = [row for path in sorted((HERE / "labels").glob("*.jsonl")) for row in rows(path)]
    texts = {report["id"]: report for report in raw.reports(corpora)} if labels else {}
    for row in labels:
        if row["item"] not in texts:
            raise SystemExit(f"training/labels: {row['item']} is not in the raw corpora: they have changed since it was labelled")
        reports[row["item"]] = {**texts[row["item"]], "sentences": row["sentences"]}
        claims[row["item"]] = row["claims"]
    return reports, claims


def written():
    """training/reports, which are whole."""
    reports, claims = {}, {}
    for path in sorted((HERE / "reports").glob("*.jsonl")):
        whole, theirs = load(path)
        reports.update(whole)
        claims.update(theirs)
    return reports, claims


def training(corpora):
    """All that the annotator learns from."""
    reports, claims = {}, {}
    for some, theirs in (load(Path(corpora) / "open/claims/train.jsonl"), labelled(corpora), written()):
        reports.update(some)
        claims.update(theirs)
    return reports, claims


def main():
    parser = argparse.ArgumentParser(description="Writes training/labels with their texts, as JSON lines of the claims corpus's shape: what cargo xtask parties reads.")
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--to", required=True)
    args = parser.parse_args()
    reports, claims = labelled(args.corpora)
    with open(args.to, "w", encoding="utf-8") as out:
        for item, report in reports.items():
            out.write(json.dumps({"report": report, "claims": claims[item]}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
