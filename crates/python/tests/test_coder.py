"""Coding one report."""

import datetime
import pickle
import threading

import pytest

import dateline


def test_claims_are_plain_records(coder, reports):
    (claim,) = coder.code(reports[0])
    assert claim["event"]["type"] == "ASSAULT" and claim["report"]["id"] == "a"
    assert claim["time"]["first"] == "2012-12-13"
    assert claim["casualties"][0]["low"] == 16 and claim["casualties"][0]["qualifier"] == "at_least"
    place = claim["places"][0]
    assert place["country"] == "SYR" and reports[0]["text"][place["start"] : place["end"]] == place["text"]
    assert set(claim) == set(dateline.CLAIM_SCHEMA.names)


def test_offsets_are_code_points_as_python_counts_them(coder, reports):
    text = reports[2]["text"]
    claims = coder.code(reports[2])
    assert claims
    for claim in claims:
        trigger = claim["evidence"]["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]


@pytest.mark.parametrize(
    "day", ["2012-12-13", "December 13, 2012", datetime.date(2012, 12, 13), datetime.datetime(2012, 12, 13, 9)]
)
def test_a_day_in_any_form(coder, reports, day):
    claims = coder.code(reports[0]["text"], published=day)
    assert claims[0]["report"]["published"] == "2012-12-13"


def test_a_text_has_a_name_of_its_own(coder):
    text = "Rebels shelled Homs on Friday."
    ids = {claim["report"]["id"] for claim in coder.code(text) + coder.code({"text": text})}
    assert len(ids) == 1 and ids.pop().startswith("r_")
    assert coder.code(text)[0]["time"] is None or coder.code(text)[0]["time"]["first"] is None


@pytest.mark.parametrize(
    ("report", "published", "error", "says"),
    [
        ({"title": "no text"}, None, ValueError, "text"),
        ({"text": 7}, None, TypeError, "'text' of a report"),
        (7, None, TypeError, "a report is"),
        ("Rebels shelled Homs.", "soon", ValueError, "'soon' is no date"),
        ("Rebels shelled Homs.", 7, TypeError, "a day is"),
    ],
)
def test_what_is_no_report_is_refused(coder, report, published, error, says):
    with pytest.raises(error, match=says):
        coder.code(report, published)


def test_any_text_is_read(coder):
    assert coder.code("") == []
    assert isinstance(coder.code("\x00\ud7ff" * 1000 + "(" * 5000), list)
    (claim,) = coder.code("\ud83d Rebels shelled Homs.")
    assert claim["evidence"]["trigger"]["start"] == 9 and coder.code({"text": "\ud83d Rebels shelled Homs."})


def test_models_and_data(tmp_path):
    with pytest.raises(ValueError, match="no model 'best'"):
        dateline.Coder("best")
    with pytest.raises(ValueError, match="none: no such folder"):
        dateline.Coder("fast", data=tmp_path / "none")
    (tmp_path / "actors.toml").write_text("nonsense")
    with pytest.raises(ValueError, match="actors.toml:1"):
        dateline.Coder("fast", data=tmp_path)
    folder = tmp_path / "models/fast"
    folder.mkdir(parents=True)
    (tmp_path / "actors.toml").unlink()
    (folder / "model.onnx").write_bytes(b"no model")
    with pytest.raises(ValueError, match="manifest.json"):
        dateline.Coder("fast", data=tmp_path)


def test_actors_of_a_folder_are_known(tmp_path):
    (tmp_path / "actors.toml").write_text(
        '[[actor]]\nname = "Harbour Brigade"\nsort = "group"\ncountry = "SYR"\nsector = "REB"\n'
    )
    coder = dateline.Coder("fast", data=tmp_path)
    claims = coder.code("The Harbour Brigade shelled Homs on Friday.", "2012-12-14")
    assert claims[0]["actors"][0]["id"] == "user:harbour-brigade"
    assert coder.stamp["actors"]


def test_a_coder_goes_to_other_processes_and_is_shared_by_threads(coder, reports):
    again = pickle.loads(pickle.dumps(coder))
    assert again.model == "fast" and again.stamp == coder.stamp
    expected, found = coder.code(reports[1]), []
    threads = [threading.Thread(target=lambda: found.append(coder.code(reports[1]))) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert found == [expected] * 4
