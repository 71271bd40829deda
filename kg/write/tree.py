"""`says.en=…` on a command line becomes what stands in a file, as the context has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.case.hints import Hints, a
from kg.case.terms import Term, classes
from kg.case.yamlfile import MOST_DEPTH
from kg.problems import KgError

#: What stands behind a key: a text, a list of them, or keys with what stands behind each.
Tree = str | list[str] | dict[str, "Tree"]

#: Forms whose values hold no comma, so that `with=a,b` are two.
_WITHOUT_COMMA = frozenset({"reference", "passage", "language"})


def tree(of: str, pairs: Iterable[str], terms: Mapping[str, Term] | None = None) -> dict[str, Tree]:
    """The keys of a thing of class `of` from `key=value` and `key.key=value`; a key given twice has a list.

    >>> tree("Support", ["for=bridge-unsafe", "with=cracks,report", "by=council"])
    {'for': 'bridge-unsafe', 'with': ['cracks', 'report'], 'by': 'council'}
    >>> tree("Claim", ["says.en=The bridge is not safe", "said.council.stance=denies"])
    {'says': {'en': 'The bridge is not safe'}, 'said': {'council': {'stance': 'denies'}}}

    Raises:
        KgError: a pair has no `=`, or a key that is none there; the nearest is named.
    """
    made: dict[str, Tree] = {}
    for pair in pairs:
        path, equals, text = pair.partition("=")
        if not equals or not path:
            raise KgError(f"'{pair}' is no key=value: write one such as kind=factual, or says.en='…'")
        if any("\ud800" <= char <= "\udfff" for char in pair):  # what the terminal sent and Python could not read
            raise KgError(f"{path.encode('utf-8', 'replace').decode()}: is not UTF-8: type it in a terminal that is set to UTF-8")
        if not text.strip():
            raise KgError(f"'{path}' is empty: write its value behind the =, or take it out")
        if path.count(".") > MOST_DEPTH:
            raise KgError(f"'{path[:20]}…' goes more than {MOST_DEPTH} keys deep: no file may")
        _put(made, of, classes()[of] if terms is None else terms, path.split("."), text, path)
    return made


def _put(made: dict[str, Tree], of: str, terms: Mapping[str, Term], path: list[str], text: str, whole: str) -> None:
    """Put a text at a path below the keys `terms`; `whole` is the path as it was given."""
    key, *rest = path
    term = terms.get(key)
    if term is None:
        where = a(of) if terms is classes()[of] else f"'{whole.rpartition('.')[0] or of.lower()}'"
        raise KgError(Hints().unknown_key(key, where, of, tuple(terms)))
    if term.form == "languages":
        _text(made, term, rest, text, whole)
    elif term.form in ("block", "said"):
        name, inner = _name(rest, classes()[term.of])
        if not inner:
            first = "stance" if term.form == "said" else next(iter(classes()[term.of]))
            raise KgError(f"'{whole}' lacks a key: write {key}.{name or 'NAME'}.{first}=…")
        _put(_inner(_inner(made, key, whole), name, whole), term.of, classes()[term.of], inner, text, whole)
    elif term.form in ("node", "nest"):
        below = term.keys if term.form == "nest" else classes()[term.of]
        if not rest:
            raise KgError(f"'{whole}' lacks a key: write {whole}.{next(iter(below))}=…")
        _put(_inner(made, key, whole), of if term.form == "nest" else term.of, below, rest, text, whole)
    elif rest:
        raise KgError(f"'{whole}': '{key}' takes a value and no keys: write {whole[: -len('.'.join(rest)) - 1]}=…")
    else:
        _value(made, term, text, whole)


def _text(made: dict[str, Tree], term: Term, rest: list[str], text: str, whole: str) -> None:
    if len(rest) != 1 or not rest[0]:
        raise KgError(f"'{whole}' takes a text for each language: write {'.'.join([*whole.split('.')[: -len(rest) or None], 'en'])}='…'")
    texts = _inner(made, term.key, whole)
    if rest[0] in texts:
        raise KgError(f"'{whole}' is given twice: keep one")
    texts[rest[0]] = text


def _value(made: dict[str, Tree], term: Term, text: str, whole: str) -> None:
    values = [one.strip() for one in text.split(",")] if term.many and term.form in _WITHOUT_COMMA else [text]
    before = made.get(term.key, [])
    before = [before] if isinstance(before, str) else before
    assert isinstance(before, list)
    if before and not term.many:
        raise KgError(f"'{whole}' is given twice, and takes one value: keep one")
    values = [*before, *values]
    made[term.key] = values[0] if len(values) == 1 else values


def _name(path: list[str], terms: Mapping[str, Term]) -> tuple[str, list[str]]:
    """The name that a path begins with, which may have dots in it, and the keys behind it."""
    for end in range(1, len(path)):
        if path[end] in terms:
            return ".".join(path[:end]), path[end:]
    return (path[0], path[1:]) if path else ("", [])


def _inner(made: dict[str, Tree], key: str, whole: str) -> dict[str, Tree]:
    inner = made.setdefault(key, {})
    assert isinstance(inner, dict), whole
    return inner
