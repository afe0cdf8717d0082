"""The label sets, against the codebook's tables and the manifests of the models that ship. Needs nothing but Python."""
import json
import unittest

import labels

MANIFESTS = {size: json.loads((labels.DATA / f"models/{size}/manifest.json").read_text(encoding="utf-8")) for size in ("accurate", "fast")}


class Labels(unittest.TestCase):
    def test_types_and_modes_are_those_of_the_codebook(self):
        self.assertEqual(len(labels.TYPES), 17)
        self.assertIn("REQUEST/assist", labels.MODES)
        self.assertEqual(len(set(labels.MODES)), len(labels.MODES))

    def test_the_manifests_have_the_same_labels_in_the_same_order(self):
        for size, manifest in MANIFESTS.items():
            with self.subTest(size):
                heads = {head["name"]: head["labels"] for head in manifest["heads"]}
                self.assertEqual(manifest["trigger"], labels.TYPES)
                self.assertEqual(manifest["kinds"], labels.KINDS)
                self.assertEqual({role["name"]: role["kind"] for role in manifest["roles"]}, labels.ROLES)
                self.assertEqual(heads["modes"], labels.MODES)
                self.assertEqual(heads["status"], labels.STATUSES)
                self.assertEqual(heads["sector"], labels.SECTORS)
                self.assertEqual(heads["source_kind"], labels.SOURCE_KINDS)
                self.assertEqual(heads["casualty_kind"], labels.CASUALTY_KINDS)

    def test_shapes_of_words(self):
        shapes = {"16": "digit", "U": "title", "UN": "upper", "Kyiv": "title", "said": "lower", "McCain": "mixed", "al-": "other"}
        for word, name in shapes.items():
            self.assertEqual(labels.SHAPES[labels.shape(word)], name, word)


class FurtherLabels(unittest.TestCase):
    """training/labels and training/reports: every code exists and every span lies in its report."""

    def rows(self, folder):
        for path in sorted((labels.DATA.parent / "training" / folder).glob("**/*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                yield path.name, json.loads(line)

    def claims(self):
        for name, row in self.rows("labels"):
            for claim in row["claims"]:
                yield name, row["sentences"], claim
        for name, row in self.rows("reports"):
            for claim in row["claims"]:
                yield name, row["report"]["sentences"], claim

    def test_codes_exist(self):
        for name, _, claim in self.claims():
            kind = claim["event"]["type"]
            self.assertIn(kind, labels.TYPES, name)
            self.assertIn(claim["status"], labels.STATUSES, name)
            for mode in claim["event"]["modes"]:
                self.assertIn(f"{kind}/{mode}", labels.MODES, name)
            for party in claim["actors"] + claim["recipients"]:
                self.assertIn(party["sector"], labels.SECTORS, name)
            for source in claim["sources"]:
                self.assertIn(source["kind"], labels.SOURCE_KINDS, name)

    def test_spans_lie_in_sentences(self):
        seen = 0
        for name, sentences, claim in self.claims():
            spans = [claim["evidence"]["trigger"]] + [item for field in labels.FIELDS.values() for item in
                                                      (claim[field] if isinstance(claim[field], list) else [claim[field]]) if item]
            for span in spans:
                self.assertTrue(any(a <= span["start"] < span["end"] <= b for a, b in sentences), (name, claim["id"]))
                seen += 1
        self.assertGreater(seen, 20_000)

    def test_labels_hold_no_text_of_others(self):
        for name, row in self.rows("labels"):
            self.assertNotIn('"text"', json.dumps(row), name)


if __name__ == "__main__":
    unittest.main()
