"""The types that come with the package."""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent

USES = """
import dateline
coder = dateline.Coder("fast")
claims = coder.code("x", published="2012-12-13")
kind: str = claims[0]["event"]["type"]
low: int | None = claims[0]["casualties"][0]["low"]
reports: int = dateline.merge(claims)[0]["reports"]
reveal_type(dateline.where("x")["answer"])
claims[0]["tpye"]
"""


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=HERE)


def test_records_fit_the_schemas():
    made = run(str(HERE.parent / "tools/make_records.py"), "--check")
    assert made.returncode == 0, made.stderr


def test_stubs_fit_the_native_module():
    checked = run("-m", "mypy.stubtest", "dateline._dateline")
    assert checked.returncode == 0, checked.stdout


def test_a_type_checker_sees_records(tmp_path):
    file = tmp_path / "uses.py"
    file.write_text(USES)
    checked = run("-m", "mypy", "--strict", str(file))
    assert checked.stdout.count("error:") == 1 and 'TypedDict "Claim" has no key "tpye"' in checked.stdout, checked.stdout
