"""Small corpora for hypothesis: few actors, documents and days, so that everything meets everything."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from kg.sources.model import PARTS, Assertion, Claim, Corpus, Derivation, Document, Evidence, Part, Span, Tie
from kg.sources.parameters import CARRYING, ENDS, Parameters
from tests.sources.plain import DAYS, day

ACTORS = [f"a{n}" for n in range(6)]
DOCUMENTS = [f"d{n}" for n in range(6)]
KINDS = ["person", "organisation", "office", "group"]
_ALL: frozenset[Part] = frozenset(PARTS)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted((draw(st.integers(0, DAYS - 1)), draw(st.integers(0, DAYS - 1))))
    return Span(draw(st.sampled_from([day(first), day(first), None])), draw(st.sampled_from([day(last), day(last), None])))


@st.composite
def ties(draw: st.DrawFn, name: str = "t") -> Tie:
    held = draw(st.none() | spans())
    within = held if held is not None and draw(st.booleans()) else Span(None, None)
    low, high = sorted(draw(st.tuples(st.integers(0, 4), st.integers(0, 4))))
    share = draw(st.sampled_from([None, (Fraction(low, 4), Fraction(high, 4))]))
    who, whom = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(ACTORS))
    controls = draw(st.sampled_from([None, None, None, True, False]))
    return Tie(
        name, who, draw(st.sampled_from(sorted(ENDS))), whom, held, within, controls, share, draw(st.sampled_from([False] * 5 + [True]))
    )


@st.composite
def documents(draw: st.DrawFn, name: str) -> Document:
    authors = draw(st.lists(st.sampled_from(ACTORS), min_size=0 if draw(st.integers(0, 9)) == 0 else 1, max_size=2, unique=True))
    fully = draw(st.integers(0, 5)) > 0
    reviewed = _ALL if fully else frozenset(draw(st.sets(st.sampled_from(PARTS))))
    read = "full" if fully else draw(st.sampled_from(["full", "part", "mention"]))
    return Document(name, tuple(authors), draw(spans()), read, reviewed, draw(st.integers(0, 19)) == 0)  # type: ignore[arg-type]


@st.composite
def pieces(draw: st.DrawFn, name: str) -> Evidence:
    document = draw(st.sampled_from([*DOCUMENTS, "d-unknown"]))
    return Evidence(
        name,
        f"thing-{name}",
        tuple(draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True))),
        ((document, "stands-in"),) if draw(st.integers(0, 4)) else (("a5", "relays"), (document, "stands-in")),
        document,
        draw(spans()),
        draw(st.sampled_from(["same"] * 6 + ["narrower"])),
        unsure=draw(st.sampled_from([()] * 8 + [("place",), ("whose",)])),
        data=frozenset(draw(st.sets(st.sampled_from(["x", "y"]), max_size=1))) if draw(st.booleans()) else frozenset(),
        support=draw(st.sampled_from(["", "s"])),
    )


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """One claim, `c`, in a corpus."""
    derivations = draw(st.lists(st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENTS)), max_size=4))
    home = draw(st.sampled_from(DOCUMENTS))
    makers = draw(st.lists(st.sampled_from(ACTORS), min_size=1, max_size=2, unique=True))
    evidence = tuple(draw(pieces(f"e{n}")) for n in range(draw(st.integers(0, 6))))
    assertions = tuple(Assertion(f"s{n}", (who,), draw(spans()), home) for n, who in enumerate(makers))
    return Corpus(
        {name: draw(documents(name)) for name in DOCUMENTS},
        tuple(Derivation(a, b) for a, b in derivations),
        tuple(draw(ties(f"t{n}")) for n in range(draw(st.integers(0, 5)))),
        tuple(draw(st.lists(st.sampled_from(ACTORS), max_size=1))),
        {actor: draw(st.sampled_from(KINDS)) for actor in ACTORS},
        {"c": Claim("c", home, assertions, evidence)},
    )


@st.composite
def parameters(draw: st.DrawFn) -> Parameters:
    carrying = CARRYING ^ draw(st.sets(st.sampled_from(sorted(ENDS)), max_size=2))
    return Parameters(frozenset(carrying), draw(st.sampled_from([None, Fraction(0), Fraction(1, 2)])), draw(st.booleans()))
