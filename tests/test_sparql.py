"""Anybody's SPARQL: nothing is asked elsewhere, nothing is changed, nothing runs for ever."""

from __future__ import annotations

import http.server
import itertools
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import rdf, sparql, store
from kg.ask import Table
from kg.names import KG, RDF
from kg.problems import KgError

U = "<http://127.0.0.1:9/>"
BODY = f"{U} {{ ?s ?p ?o }}"

SERVICE = {
    "plain": f"SELECT * {{ SERVICE {BODY} }}",
    "lower case, silent": f"SELECT * {{ service silent {BODY} }}",
    "no space": f"SELECT * {{SeRvIcE{BODY}}}",
    "variable": "SELECT * { ?s ?p ?u SERVICE ?u { ?a ?b ?c } }",
    "prefixed": f"PREFIX x: {U} SELECT * {{ SERVICE x: {{ ?s ?p ?o }} }}",
    "optional": f"SELECT * {{ OPTIONAL {{ SERVICE {BODY} }} }}",
    "union": f"SELECT * {{ {{ ?s ?p ?o }} UNION {{ SERVICE {BODY} }} }}",
    "minus": f"SELECT * {{ ?s ?p ?o MINUS {{ SERVICE {BODY} }} }}",
    "graph": f"SELECT * {{ GRAPH ?g {{ SERVICE {BODY} }} }}",
    "exists": f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE {BODY} }} }}",
    "not exists in bind": f"SELECT * {{ BIND(NOT EXISTS {{ SERVICE {BODY} }} AS ?x) }}",
    "exists in order by": f"SELECT * {{ ?s ?p ?o }} ORDER BY (EXISTS {{ SERVICE {BODY} }})",
    "exists in select": f"SELECT (EXISTS {{ SERVICE {BODY} }} AS ?x) {{ ?s ?p ?o }}",
    "exists in having": f"SELECT ?s {{ ?s ?p ?o }} GROUP BY ?s HAVING (EXISTS {{ SERVICE {BODY} }})",
    "sub-select": f"SELECT * {{ {{ SELECT * {{ {{ SELECT * {{ SERVICE {BODY} }} }} }} }} }}",
    "ask": f"ASK {{ SERVICE {BODY} }}",
    "construct": f"CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE {BODY} }}",
    "describe": f"DESCRIBE ?s {{ SERVICE {BODY} }}",
    "behind a comment that ends in a carriage return": f"SELECT * {{ # \r SERVICE {BODY}\n }}",
    "behind a comment that ends in a backslash": f"SELECT * {{ # \\\n SERVICE {BODY}\n }}",
    "behind a string that an escape seems to end": f'SELECT * {{ BIND("\\u0022 AS ?x) }} # " AS ?x) SERVICE {BODY}\n}}',
    "behind a string in which a backslash is escaped": f'SELECT * {{ BIND("\\\\u0022 AS ?x) }} # " AS ?x) SERVICE {BODY}\n}}',
    "behind a long string": f'SELECT * {{ BIND("""a"b#""" AS ?x) SERVICE {BODY}\n}}',
    "spelled with escapes": f"SELECT * {{ \\u0053ERVICE {BODY} }}",
    "spelled with long escapes": f"SELECT * {{ S\\U00000045RVICE {BODY} }}",
}
UPDATES = [
    "INSERT DATA { <a:b> <a:b> <a:b> }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR GRAPH <a:b>",
    "LOAD <http://127.0.0.1:9/>",
    "PREFIX x: <a:b> INSERT { ?s x: ?o } WHERE { ?s ?p ?o }",
]
HARMLESS = [
    "SELECT ?service { ?service ?SERVICE 'SERVICE <a:b> { }' }",
    'SELECT * { ?s ?p "INSERT DATA { SERVICE }" } # SERVICE <a:b> { ?s ?p ?o }',
    "SELECT * { <http://example.org/SERVICE> ?p '''SERVICE <a:b> {}''' }",
    "PREFIX service: <http://example.org/> SELECT * { service:a service:SERVICE service:b }",
    "SELECT * { ?s ?p 'it\\'s \\u0053ERVICE # here' . ?s ?q 'b' }",
    "SELECT * { ?s ?p 'a\\\\u0027' }",
    "SELECT * { ?s <http://example.org/p#SERVICE> ?o }",
    "BASE <http://example.org/> SELECT * { ?s <SERVICE> ?o }",
    "SELECT * { _:service ?p 'x'@service }",
]
NOT_SPARQL = {
    "SELEC": "line 1, column 1, near 'SELEC'",
    "SELECT * {\n ?s ?p ?o .. }": "line 2, column 12, near '. }'",
    "SELECT * WHERE {\n ?s ?p ?o\n": "line 3, column 1, at its end",
    "": "the query is empty",
    " # nothing\n": "the query is empty",
    "SELECT * {" + "{" * 400 + "}" * 401: "nested too deep",
    "SELECT * { ?s ?p 'a }": "line 1, column 12, near '?s ?p 'a }'",
}


@pytest.mark.parametrize("name", SERVICE)
def test_service_is_refused(name: str) -> None:
    with pytest.raises(KgError) as raised:
        sparql.guard(SERVICE[name])
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("text", UPDATES)
def test_updates_are_refused(text: str) -> None:
    with pytest.raises(KgError, match="an update would change the graph"):
        sparql.guard(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_words_that_only_look_like_it_are_fine(text: str) -> None:
    assert sparql.guard(text) == sparql.Parsed(merged=True, ordered=False)
    ox.Store().query(text)


@pytest.mark.parametrize("text", NOT_SPARQL)
def test_what_is_no_query_is_told_with_its_place(text: str) -> None:
    with pytest.raises(KgError) as raised:
        sparql.guard(text)
    assert NOT_SPARQL[text] in str(raised.value)
    assert "\n" not in str(raised.value)


def test_what_chooses_graphs_and_order() -> None:
    assert sparql.guard("SELECT * FROM <a:b> { ?s ?p ?o } ORDER BY ?s") == sparql.Parsed(merged=False, ordered=True)


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that counts who asks it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(500)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None: ...

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"<http://127.0.0.1:{server.server_port}/>", asked
    server.shutdown()
    thread.join()
    server.server_close()


#: What strings, comments and escapes are made of.
TOKENS = ['"', "'", '"""', "\\", "\\\\", "\\u0022", "\\u000a", "\\U0000000A", "#", "\n", "\r", "} "]
AROUND = ["{}\n", 'BIND("{}" AS ?x)\n', "BIND('''{}''' AS ?x)\n", "# {}\n"]


def test_no_query_that_is_let_through_asks_elsewhere(elsewhere: tuple[str, list[str]]) -> None:
    """Every pair of tokens before a SERVICE; Oxigraph itself is the judge of what is one."""
    url, asked = elsewhere
    pairs = ["", *TOKENS, *map("".join, itertools.product(TOKENS, repeat=2))]
    for around, before, after in itertools.product(AROUND, pairs, ["", ' #"']):
        text = "SELECT * { " + around.replace("{}", f"{before} SERVICE {url} {{ ?s ?p ?o }} {after}") + " }"
        try:
            sparql.guard(text)
        except KgError:
            continue
        with suppress(SyntaxError, OSError, ValueError, RuntimeError):
            list(ox.Store().query(text))  # type: ignore[arg-type]
        assert asked == [], text


GRAPH = ox.NamedNode("https://example.org/c/d")


@pytest.fixture(scope="module")
def source() -> bytes:
    quads = [
        ox.Quad(ox.NamedNode(f"https://example.org/c/d/{i}"), ox.NamedNode(KG + "note"), ox.Literal(f"n{i % 3}"), GRAPH) for i in range(300)
    ]
    return rdf.serialise(quads, "nquads")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on this system")
def test_a_deceived_guard_still_asks_nobody(elsewhere: tuple[str, list[str]], source: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    url, asked = elsewhere
    code = "from kg import sparql; sparql.guard = lambda text: sparql.Parsed(True, True); sparql._serve()"
    request = f'{{"folder": null, "text": "SELECT * {{ SERVICE {url} {{ ?s ?p ?o }} }}", "which": "all", "seconds": 9}}\n'
    done = subprocess.run([sys.executable, "-c", code], input=request.encode() + source, capture_output=True, check=True)
    assert b"the query cannot be run" in done.stdout
    assert asked == []


def test_rows_come_in_one_order(source: bytes) -> None:
    table = sparql.query(source, "SELECT ?s ?o { ?s kg:note ?o } LIMIT 250")
    assert isinstance(table, Table)
    assert table.columns == ["s", "o"]
    assert len(table.rows) == 250
    assert table.rows == sorted(table.rows, key=lambda row: (row["s"], row["o"]))


def test_order_by_is_kept_and_none_is_empty(source: bytes) -> None:
    table = sparql.query(source, "SELECT ?s ?none { ?s kg:note 'n0' } ORDER BY DESC(?s) LIMIT 1")
    assert table == Table(["s", "none"], [{"s": "https://example.org/c/d/99", "none": ""}])


def test_ask(source: bytes) -> None:
    assert sparql.query(source, "ASK { ?s kg:note 'n7' }") == Table(["answer"], [{"answer": "no"}])


def test_constructed_blank_nodes_have_the_same_names_every_time(source: bytes) -> None:
    text = "CONSTRUCT { _:b kg:note ?o ; kg:at ?s } { ?s kg:note ?o } LIMIT 5"
    first, second = (sparql.query(source, text) for _ in range(2))
    assert isinstance(first, list)
    assert first == second
    assert len(first) == 10


def test_a_built_graph_and_from(tmp_path: Path, source: bytes) -> None:
    store.save(list(ox.parse(source, format=ox.RdfFormat.N_QUADS)), tmp_path)
    table = sparql.query(tmp_path, f"SELECT (COUNT(*) AS ?n) FROM <{GRAPH.value}> {{ ?s ?p ?o }}")
    assert table == Table(["n"], [{"n": "300"}])


@pytest.mark.parametrize(
    ("text", "seconds", "words"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", 1.0, "stopped after 1 s"),
        ("SELECT * { ?s nope:x ?o }", 60.0, "cannot be run"),
        ("SELECT ?x { ?s ?p ?x } GROUP BY ?s", 60.0, "cannot be run"),
        ("SELECT * { ?s ?p '\udce9' }", 60.0, "cannot be run"),
        ("SELECT * { }", 0.0, "--timeout"),
        ("SELECT * { }", float("nan"), "--timeout"),
        ("SELECT * { }", float("inf"), "--timeout"),
    ],
)
def test_what_cannot_be_answered(source: bytes, text: str, seconds: float, words: str) -> None:
    began = time.monotonic()
    with pytest.raises(KgError, match=words) as raised:
        sparql.query(source, text, seconds=seconds)
    assert "\n" not in str(raised.value)
    assert time.monotonic() - began < 8


@pytest.mark.slow
def test_an_enormous_answer_ends(source: bytes) -> None:
    with pytest.raises(KgError, match="more than 100 million characters"):
        sparql.query(source, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")
def test_the_child_is_gone_afterwards(source: bytes) -> None:
    before = _children(os.getpid())
    with pytest.raises(KgError, match="stopped after"):
        sparql.query(source, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", seconds=1)
    assert _children(os.getpid()) == before


def _children(pid: int) -> list[str]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(status.parent.name)
    return found


def test_a_child_whose_parent_is_gone_ends_itself() -> None:
    code = "from kg import sparql; sparql.guard = lambda text: __import__('time').sleep(60); sparql._serve()"
    request = b'{"folder": null, "text": "", "which": "all", "seconds": -4.5}\n'
    assert subprocess.run([sys.executable, "-c", code], input=request, timeout=20, check=False).returncode != 0


def test_what_lies_in_the_folder_is_not_run(tmp_path: Path, source: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `yaml.py` of somebody's is no module of ours."""
    for name in ("kg", "yaml", "rdflib"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert sparql.query(source, "ASK { ?s ?p ?o }") == Table(["answer"], [{"answer": "yes"}])


def test_prefixes_need_not_be_declared() -> None:
    quads = [ox.Quad(ox.NamedNode("https://example.org/c"), ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Case"), GRAPH)]
    assert sparql.query(rdf.serialise(quads, "nquads"), "ASK { ?c rdf:type kg:Case }") == Table(["answer"], [{"answer": "yes"}])
