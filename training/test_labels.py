"""The label sets, against the codebook's tables and the manifest of the model that ships. Needs nothing but Python."""
import json
import unittest

import labels

MANIFEST = json.loads((labels.DATA / "models/annotator/manifest.json").read_text(encoding="utf-8"))


class Labels(unittest.TestCase):
    def test_types_and_modes_are_those_of_the_codebook(self):
        self.assertEqual(len(labels.TYPES), 17)
        self.assertIn("REQUEST/assist", labels.MODES)
        self.assertEqual(len(set(labels.MODES)), len(labels.MODES))

    def test_the_manifest_has_the_same_labels_in_the_same_order(self):
        heads = {head["name"]: head["labels"] for head in MANIFEST["heads"]}
        self.assertEqual(MANIFEST["trigger"], labels.TYPES)
        self.assertEqual(MANIFEST["kinds"], labels.KINDS)
        self.assertEqual({role["name"]: role["kind"] for role in MANIFEST["roles"]}, labels.ROLES)
        self.assertEqual(heads["modes"], labels.MODES)
        self.assertEqual(heads["status"], labels.STATUSES)
        self.assertEqual(heads["sector"], labels.SECTORS)
        self.assertEqual(heads["source_kind"], labels.SOURCE_KINDS)
        self.assertEqual(heads["casualty_kind"], labels.CASUALTY_KINDS)

    def test_shapes_of_words(self):
        shapes = {"16": "digit", "U": "title", "UN": "upper", "Kyiv": "title", "said": "lower", "McCain": "mixed", "al-": "other"}
        for word, name in shapes.items():
            self.assertEqual(labels.SHAPES[labels.shape(word)], name, word)


if __name__ == "__main__":
    unittest.main()
