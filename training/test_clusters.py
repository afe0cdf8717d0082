"""Scores of clusters, against examples worked by hand. Needs nothing but Python."""
import unittest
from fractions import Fraction

from studies.clusters import best, scores


def parted(*groups):
    return {mention: n for n, group in enumerate(groups) for mention in group}


class Clusters(unittest.TestCase):
    def check(self, gold, made, wanted):
        for score, (precision, recall) in zip(scores(gold, made), wanted, strict=True):
            with self.subTest(score.what):
                self.assertAlmostEqual(score.precision, float(Fraction(precision)))
                self.assertAlmostEqual(score.recall, float(Fraction(recall)))

    def test_the_example_of_luo(self):
        # Luo 2005, figure 1: B-cubed and CEAF tell apart which two of the clusters were joined; MUC does not.
        gold = parted("12345", "67", "89abc")
        self.check(gold, parted("12345", "6789abc"), [("9/10", "1"), ("16/21", "1"), ("11/12", "11/18")])
        self.check(gold, parted("1234589abc", "67"), [("9/10", "1"), ("7/12", "1"), ("5/6", "5/9")])

    def test_single_mentions(self):
        self.check(parted("ab", "c"), parted("a", "b", "c"), [("0", "0"), ("1", "2/3"), ("5/9", "5/6")])

    def test_the_best_pairing_is_not_that_of_the_greatest_first(self):
        self.assertAlmostEqual(best([[5, 4], [4, 0]]), 8)
        self.assertAlmostEqual(best([[1, 0.5, 0.2]]), 1)
        self.assertAlmostEqual(best([[0.9], [1], [0.2]]), 1)


if __name__ == "__main__":
    unittest.main()
