"""`kg anchor`."""

from __future__ import annotations

from pathlib import Path

from tests import little
from tests.cli.conftest import Kg
from tests.little import at

STANCE = "- {stance: asserts, quote: осуждено 47}\n- {stance: denies, quote: осуждено 4}\n- {stance: questions, quote: Повтор}"


def test_what_can_be_anchored_is_and_the_rest_is_told(kg: Kg, folders: Path, tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body(STANCE))
    ran = kg("anchor", folder, "--text", folders / "texts", "--drop-quotes")
    file = folder / "statement.yaml"
    assert ran.code == 1
    assert ran.out == f"2 quotes anchored, 0 ranges given their digits, 2 quotes dropped: {file} changed\n"
    assert ran.err == f"{file}:16: the quote stands 2 times in the text: quote more of it, or say which by occurrence: 1 to 2\n"
    four = little.TEXT.index("осуждено 4.")
    written = f"{four}-{four + 10}/{little.anchor_digest('осуждено 4')}"
    body = STANCE.replace("quote: осуждено 47", f"at: {at('осуждено 47')}").replace("quote: осуждено 4}", f"at: {written}}}")
    assert file.read_text("utf-8") == little.head() + little.body(body)


def test_nothing_to_do(kg: Kg, folders: Path) -> None:
    ran = kg("anchor", folders / "little", "--text", folders / "texts")
    assert (ran.code, ran.out) == (0, "0 quotes anchored, 0 ranges given their digits, 0 quotes dropped: no file changed\n")


def test_the_wrong_text(kg: Kg, tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body("{stance: asserts, quote: осуждено 47}"))
    (tmp_path / "statement.txt").write_text(little.TEXT.replace("47", "48"), "utf-8", newline="")
    before = (folder / "statement.yaml").read_bytes()
    ran = kg("anchor", folder, "--text", tmp_path / "statement.txt")
    assert ran.code == 1
    assert "no document has this text" in ran.err
    assert "the text is not at hand: none that was given with --text has the sha256 under document: text:" in ran.err
    assert (folder / "statement.yaml").read_bytes() == before


def test_what_is_one_is_counted_as_one(kg: Kg, folders: Path, tmp_path: Path) -> None:
    body = f"- {{stance: asserts, quote: осуждено 47}}\n- {{stance: denies, at: {at('Доля').partition('/')[0]}}}"
    folder = little.folder(tmp_path, little.body(body))
    ran = kg("anchor", folder, "--text", folders / "texts", "--drop-quotes")
    assert ran.out.startswith("1 quote anchored, 1 range given its digits, 1 quote dropped: ")
