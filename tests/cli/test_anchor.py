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


def test_a_dry_run_prints_a_diff_and_writes_nothing(kg: Kg, folders: Path, tmp_path: Path) -> None:
    folder = little.folder(tmp_path, little.body(STANCE))
    before = (folder / "statement.yaml").read_bytes()
    ran = kg("anchor", folder, "--text", folders / "texts", "--dry-run")
    assert (ran.code, (folder / "statement.yaml").read_bytes()) == (1, before)
    assert ran.out.startswith(f"--- {folder}/statement.yaml\n+++ {folder}/statement.yaml\n@@ ")
    assert f"+        - {{stance: asserts, at: {at('осуждено 47')}, quote: осуждено 47}}\n" in ran.out
    assert ran.err.endswith("2 quotes anchored, 0 ranges given their digits, 0 quotes dropped: "
                            f"{folder}/statement.yaml would be changed, nothing was written\n")  # fmt: skip


def test_a_dry_run_of_nothing_prints_nothing(kg: Kg, folders: Path) -> None:
    ran = kg("anchor", folders / "little", "--text", folders / "texts", "--dry-run")
    assert (ran.code, ran.out) == (0, "")


def test_ranges_counted_as_javascript_counts(kg: Kg, folders: Path, tmp_path: Path) -> None:
    may = little.TEXT.index("May")
    folder = little.folder(tmp_path, little.body(f"{{stance: asserts, at: {may + 1}-{may + 4}}}"))
    assert kg("anchor", folder, "--text", folders / "texts", "--utf16").code == 0
    assert f"at: {at('May')}}}" in (folder / "statement.yaml").read_text("utf-8")


NEW = "Исправлено.\n" + little.TEXT.replace("in May", "in June")


def edited(tmp_path: Path) -> Path:
    """A case on the new text with passages of the old one, and both texts."""
    stances = f"- {{stance: asserts, at: {at('осуждено 47')}}}\n- {{stance: denies, at: {at('in May')}}}"
    tmp_path.mkdir(exist_ok=True)
    for name, text in (("old", little.TEXT), ("new", NEW)):
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
    return little.folder(tmp_path, little.body(stances), NEW)


def test_moved(kg: Kg, tmp_path: Path) -> None:
    folder = edited(tmp_path)
    file = folder / "statement.yaml"
    before = file.read_bytes()
    texts = ("--text", tmp_path / "new.txt", "--text", tmp_path / "old.txt")
    ran = kg("anchor", folder, "--moved", *texts)
    moved = f"{at('осуждено 47')} → {at('осуждено 47', NEW)}"
    assert ran.code == 1
    assert ran.out == f"{file}:14: {moved}\n{file}:15: {at('in May')}: gone: its words do not stand in the new text\n"
    assert ran.err == "1 passage of new texts with one new place, 1 without: no file changed\n"
    ran = kg("anchor", folder, "--moved", "--dry-run", *texts)
    assert (ran.code, ran.out[:4], file.read_bytes()) == (1, "--- ", before)
    assert kg("anchor", folder, "--moved", "--write", *texts).err.endswith(f": {file} changed\n")
    assert at("осуждено 47", NEW) in file.read_text("utf-8")


def test_moved_with_texts_of_a_folder(kg: Kg, tmp_path: Path) -> None:
    folder = edited(tmp_path / "case")
    ran = kg("anchor", folder, "--moved", "--text", tmp_path / "case")
    assert (ran.code, "gone" in ran.out) == (1, True)
    assert "no file in it" not in ran.err


def test_moved_without_the_new_text(kg: Kg, tmp_path: Path) -> None:
    folder = edited(tmp_path)
    ran = kg("anchor", folder, "--moved", "--text", tmp_path / "old.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "no text of a document is at hand: write sha256 and length of the new one" in ran.err


def test_options_that_do_not_go_together(kg: Kg, tmp_path: Path) -> None:
    folder = edited(tmp_path)
    for options in (["--write"], ["--moved", "--drop-quotes"], ["--moved", "--utf16"]):
        ran = kg("anchor", folder, *options)
        assert (ran.code, ran.err.count("\n")) == (64, 1)
