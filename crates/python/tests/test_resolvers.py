"""Questions to the resolvers, and claims explained."""

import datetime

import pytest

import dateline


def test_places():
    answer = dateline.where("the town of Qatana in Damascus province")
    assert answer["answer"]["country"] == "SYR" and answer["places"][0]["merits"]
    assert dateline.where("Tripoli", country="Lebanon")["answer"]["country"] == "LBN"
    assert len(dateline.where("San Jose", most=2)["places"]) == 2
    with pytest.raises(ValueError, match="no country 'Lebanonn'"):
        dateline.where("Tripoli", country="Lebanonn")


def test_times():
    answer = dateline.when("on Tuesday", datetime.date(2012, 12, 13))
    assert answer["first"] == answer["last"] == "2012-12-11" and answer["rule"]
    assert dateline.when("on Tuesday", "2012-12-13", future=True)["first"] == "2012-12-18"
    assert dateline.when("happily")["first"] is None
    with pytest.raises(ValueError, match="1900 to 2100"):
        dateline.when("on Tuesday", "1600-12-13")


def test_parties():
    assert dateline.who("the Syrian army")["country"] == "SYR"
    assert dateline.who("rebels", country="Yemen")["country"] == "YEM"
    with pytest.raises(ValueError, match="no words"):
        dateline.who("...")


def test_explained_claims_lead_back_to_their_words(coder, reports):
    explained = coder.explain(reports[0])
    assert explained.claims == coder.code(reports[0]) and len(explained) == 1
    place = next(field for field in explained.fields[0] if field["field"].startswith("places[0]"))
    assert explained.text[slice(*place["words"])] == "the town of Qatana"
    assert "ASSAULT" in repr(explained) and "rule" not in repr(explained).splitlines()[0]
    assert "<mark" in explained._repr_html_() and "Qatana</mark>" in explained._repr_html_()


def test_html_of_a_report_is_no_html_of_the_notebook():
    explained = dateline.explain("<script>x</script> Rebels & soldiers <b>shelled</b> Homs.", model="fast")
    assert "<script>" not in explained._repr_html_() and "<b>shelled" not in explained._repr_html_()
    assert "no claims" in dateline.explain("", model="fast")._repr_html_()
