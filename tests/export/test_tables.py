"""Tables as CSV and as a workbook: the same content, typed, linked, and no text is run as a formula."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from functools import cache

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from kg import export, store
from kg.export import folder, sheets
from kg.export.kinds import TABLES
from kg.export.tables import columns
from kg.export.things import Things
from tests.export import awkward, graphs

LANGS = ["en", "ru"]


@cache
def read(name: str, lang: str = "en", which: store.Which = "all", *, texts: bool = False) -> dict[str, list[dict[str, str]]]:
    """The tables of a graph, read from the CSV, by the file's name."""
    made = export.folder_of(graphs.held(name), which, lang, [awkward.texts()] if texts else [])
    found = {}
    for file, content in made.items():
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        unguarded = [[folder.unguarded(cell) for cell in row] for row in rows]
        found[file.removesuffix(".csv")] = [dict(zip(unguarded[0], row, strict=True)) for row in unguarded[1:]]
    return found


@cache
def book(name: str, lang: str = "en", *, texts: bool = False) -> Workbook:
    made = export.export(graphs.held(name), "xlsx", lang=lang, texts=[awkward.texts()] if texts else [])
    return openpyxl.load_workbook(io.BytesIO(made))


def row(table: str, name: str, lang: str = "en") -> dict[str, str]:
    return next(one for one in read("awkward", lang, texts=True)[table] if one["id"] == name)


def test_what_a_claim_says() -> None:
    claim = row("claims", "report.v1:shut")
    assert claim["claim"] == '=HYPERLINK("https://example.org","x")'
    assert claim["who says what"] == (
        "+Union: asserts; Сторож; он же «@guard»: denies; Сторож; он же «@guard»: relays (+Union: relays (Сторож; он же «@guard»: asserts))"
    )
    assert (claim["supports for it"], claim["document id"], claim["checked"]) == ("report.v1:s1", "report.v1", "verified; unchecked")
    assert claim["words there"] == "almost 60% | =1+1 | No | the guard"
    assert row("claims", "report.v1:c.1")["part of id"] == "report.v1:shut"
    assert row("claims", "report.v1:c.1", "ru")["утверждение"] == awkward.LONG


def test_a_reported_stance_knows_its_claim_and_who_reports_it() -> None:
    last = row("assertions", "report.v1:shut/guard/relays/from/from")
    assert (last["claim id"], last["reported by"], last["stance"]) == ("report.v1:shut", "+Union", "asserts")
    assert row("assertions", "report.v1:shut/guard/relays")["reported stance id"] == "report.v1:shut/guard/relays/from"


@pytest.mark.parametrize(
    ("name", "printed", "number", "period"),
    [
        ("2024", "almost 60%", "", ("2024", "2024-01-01", "2024-12-31")),
        ("again", "-5", "-5", ("2024", "2024-01-01", "2024-12-31")),
        ("printed", "33.30", "33.30", ("from 2022", "2022-01-01", "")),
        ("grouped", "1,200", "", ("to 2020-02", "", "2020-02-29")),
        ("formula", "=2+3", "", ("", "", "")),
        ("long", "12345678901234567890", "", ("", "", "")),
    ],
)
def test_a_figure_is_as_printed_and_a_number_only_where_it_is_one(
    name: str, printed: str, number: str, period: tuple[str, str, str]
) -> None:
    figure = row("figures", f"report.v1:doors/{name}")
    assert (figure["value as printed"], figure["number"]) == (printed, number)
    assert (figure["period"], figure["period from"], figure["period to"]) == period
    assert figure["what is counted"] == "Двери"  # nobody gave it an English name


def test_arguments_against_everything() -> None:
    assert [row("arguments", f"report.v1:{name}")["what it does"] for name in ("s1", "ch1", "ch2", "ch3")] == [
        "supports", "undercuts", "discredits", "discredits",
    ]  # fmt: skip
    assert row("arguments", "report.v1:ch2")["for or against"].endswith('denies: “=HYPERLINK("https://example.org","x")”')
    assert row("arguments", "report.v1:s1")["with id"] == "report.v1:c.1; report.v1:doors/2024; stub"


def test_the_case_stands_before_the_tables() -> None:
    first = [tuple(one.values()) for one in read("awkward")["case"]]
    assert first[:4] == [
        ("case", "=Awkward, with a comma"),
        ("version", "2.1"),
        ("licence", "https://creativecommons.org/licenses/by/4.0/"),
        ("base address", "https://example.org/awkward/"),
    ]
    assert set(read("awkward")) == {"case", *(kind.file for kind in TABLES)}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", graphs.NAMES)
def test_every_thing_has_one_row_and_every_name_leads_somewhere(name: str, lang: str) -> None:
    tables = read(name, lang)
    ids = [one["id"] for table, rows in tables.items() if table != "case" for one in rows]
    assert len(ids) == len(set(ids))
    things = Things(graphs.held(name), lang=lang)
    for kind in TABLES:
        assert len({column.name(lang) for column in kind.columns}) == len(kind.columns)
        for column in columns(kind, things):
            if column.form == "link":
                names = {part for one in tables[kind.file] for part in one[column.name(lang)].split("; ") if part}
                assert names <= set(ids), (kind.file, column.en)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", graphs.NAMES)
def test_a_workbook_has_the_same_content(name: str, lang: str) -> None:
    texts = name == "awkward"
    tables, made = read(name, lang, texts=texts), book(name, lang, texts=texts)
    things = Things(graphs.held(name), lang=lang, quoted={"": ""} if texts else {})
    assert made.sheetnames[1:] == [kind.name(lang) for kind in TABLES]
    for kind in TABLES:
        sheet = made[kind.name(lang)]
        header, *rows = sheet.iter_rows()
        shown = columns(kind, things)
        assert [cell.value for cell in header] == [column.name(lang) for column in shown]
        assert len(rows) == len(tables[kind.file])
        for cells, wanted in zip(rows, tables[kind.file], strict=True):
            for cell, column in zip(cells, shown, strict=True):
                text = wanted[column.name(lang)].replace("\r\n", "\n")
                value = cell.value
                assert cell.data_type != "f"
                if isinstance(value, datetime):
                    assert (column.form, value.date().isoformat()) == ("date", text)
                elif isinstance(value, int | float):
                    assert (column.form, value) == ("number", float(text))
                else:
                    assert (value or "") == text
                    assert column.form != "number" or not text


def test_links_lead_to_the_row() -> None:
    made = book("second")
    linked = 0
    for sheet in made.worksheets[1:]:
        for cells in sheet.iter_rows(min_row=2):
            for column, cell in enumerate(cells, 1):
                if cell.hyperlink is None:
                    continue
                name, _, place = str(cell.hyperlink.location).rpartition("!")
                target = str(made[name.strip("'")][place].value)
                header = str(sheet.cell(1, column).value)
                beside = sheet.cell(int(cell.row or 0), column + 1).value
                own = str(cells[0].value)
                named = own.removesuffix("/from") if header == "reported by" else beside if header in NAMED else cell.value
                assert target == named, (sheet.title, cell.coordinate)
                linked += 1
    assert linked > 300


#: Columns of names whose id stands beside them.
NAMED = ("who", "whom", "by", "reports")


def test_a_workbook_is_comfortable() -> None:
    made = book("second")
    claims = made["Claims"]
    assert (claims.freeze_panes, claims.auto_filter.ref) == ("B2", f"A1:R{claims.max_row}")
    widths = [one.width for one in claims.column_dimensions.values() if not one.hidden]
    assert all(8 <= width <= 45 for width in widths)
    assert claims["B2"].alignment.wrap_text
    assert claims.column_dimensions["R"].hidden  # IRIs
    assert made.worksheets[0]["B1"].value == "Why fish die in the Velzha (a fictional dispute)"
    assert made.properties.created == datetime(1980, 1, 1)


def test_what_a_cell_cannot_hold_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "CHARACTERS", 60)
    monkeypatch.setattr(sheets, "LINKS", 2)
    made = openpyxl.load_workbook(io.BytesIO(export.export(graphs.held("awkward"), "xlsx")))
    cut = [str(cell.value) for sheet in made for cells in sheet.iter_rows() for cell in cells if "cut here" in str(cell.value or "")]
    assert cut
    assert all(len(text.encode("utf-16-le")) <= 120 for text in cut)
    assert "and were cut" in str([cell.value for cell in made.worksheets[0]["B"]][-1])


@pytest.mark.parametrize(("which", "claims"), [("said", 3), ("all", 3), ("inferred", 3), ("findings", 0), ("quarantine", 0)])
def test_the_graphs_asked_for(which: store.Which, claims: int) -> None:
    tables = read("awkward", which=which)
    assert len(tables["claims"]) == claims
    assert tables["case"][3]["value"] == "https://example.org/awkward/"
    kinds = {one["what it does"] for one in tables["arguments"]}
    assert kinds == ({"supports", "challenges"} if which == "said" else {"supports", "undercuts", "discredits"} if claims else set())


def test_a_finding_and_what_would_mend_it() -> None:
    name = "findings:inspectorate-reply/fines-sum"
    found, mends = (next(one for one in read("second")[table] if name in one["id"]) for table in ("findings", "hypotheses"))
    assert (found["rule"], found["outcome"], found["severity"]) == ("sum", "inconsistent", "matters")
    assert (found["computed"], found["stated"], found["assumes"], found["other readings"]) == ("87", "64", "", "")
    assert "inspectorate-reply:fines-64" in found["concerns id"].split("; ")
    assert "inspectorate-reply:fines/2022" in found["from id"].split("; ")
    assert found["explanation"].startswith("Fines in the river's basin: 14 (2020) + 19 (2021)")
    assert "Reply of the Water Inspectorate" in found["passages"]
    assert (mends["finding id"], mends["kind"], mends["arithmetic"]) == (name, "left out", "14 + 19 + 31 = 64")
    assert (mends["rank"], mends["tried"], mends["expected by chance"]) == ("1", "4", "0.043")
    assert next(one["вид"] for one in read("second", "ru")["hypotheses"] if name in one["id"]) == "пропущено"


def test_what_was_set_aside_is_in_its_own_tables_only() -> None:
    shown, aside = read("set aside"), read("set aside", which="quarantine")
    assert "report.v1:doors/2024" in {one["id"] for one in aside["figures"]}
    assert "report.v1:doors/2024" not in {one["id"] for one in shown["figures"]}
    stance = next(one for one in aside["assertions"] if one["id"] == "report.v1:shut/guard/denies/guard")
    assert (stance["checked"], stance["claim id"], stance["document id"]) == ("does not match", "report.v1:shut", "report.v1")


def test_annotators_files_count_where_they_are_asked_for() -> None:
    things = Things(awkward.held(annotators=True))
    assert "report.v1.by-second:my-shut" in {things.name(one) for one in things.rows("Claim")}
    assert "report.v1.by-second:my-shut" not in {one["id"] for one in read("awkward")["claims"]}
    assert things.name(things.document(f"{awkward.BASE}report.v1.by-second/my-shut")) == "report.v1"


def test_names_that_two_cases_share_are_written_in_full() -> None:
    names = [one["id"] for one in read("several")["figures"]]
    assert "report.v1:doors/2024" in names
    assert "article:cracks/2024" in names


@given(st.text(st.sampled_from("=+-@'; \t\r\n5a,.%＝"), max_size=8))
def test_what_is_guarded_runs_nowhere_and_can_be_had_back(text: str) -> None:
    made = folder.guarded(text)
    assert folder.unguarded(made) == text
    assert made[:1] not in "=@\t\r＝" or not made
    assert made[:1] not in tuple("+-") or made.lstrip("+-")[:1].isdigit()


def test_days_that_excel_has_not_stay_texts() -> None:
    assert [sheets._day(one) for one in ("1900-02-28", "1900-03-01", "", "2024-02-30", "2024-02")] == [
        None, date(1900, 3, 1), None, None, None,
    ]  # fmt: skip
