"""Keys joined by dots become what stands in a file; a wrong key is refused with the nearest."""

from __future__ import annotations

import pytest

from kg.problems import KgError
from kg.write.tree import tree


@pytest.mark.parametrize(
    ("of", "pairs", "made"),
    [
        ("Claim", ["kind=factual", "says.en=A = b", "says.ru=Б"], {"kind": "factual", "says": {"en": "A = b", "ru": "Б"}}),
        ("Claim", ["said.a.b.stance=denies", "said.a.b.at=1-2,3-4"], {"said": {"a.b": {"stance": "denies", "at": ["1-2", "3-4"]}}}),
        (
            "Assertion",
            ["from.by=x", "from.from.by=y", "from.from.note.en=z"],
            {"from": {"by": "x", "from": {"by": "y", "note": {"en": "z"}}}},
        ),
        ("Metric", ["values.2020..2022.value=1,5", "values.2020..2022.worded.en=w"],
         {"values": {"2020..2022": {"value": "1,5", "worded": {"en": "w"}}}}),
        ("Support", ["with=a", "with=b,c"], {"with": ["a", "b", "c"]}),
        ("Actor", ["address=https://a.org/x,y"], {"address": "https://a.org/x,y"}),
        ("Document", ["document.text.length=5"], {"document": {"text": {"length": "5"}}}),
    ],
)  # fmt: skip
def test_read(of: str, pairs: list[str], made: object) -> None:
    assert tree(of, pairs) == made


@pytest.mark.parametrize(
    ("of", "pairs", "told"),
    [
        ("Claim", ["kind"], "'kind' is no key=value: write one such as kind=factual, or says.en='…'"),
        ("Claim", ["=x"], "'=x' is no key=value"),
        ("Claim", ["kind= "], "'kind' is empty"),
        ("Claim", ["kid=factual"], "a claim has no key 'kid' (did you mean 'kind'?)"),
        ("Claim", ["sаys.en=x"], "a claim has no key 'sаys' (the 2nd letter is Cyrillic а) (did you mean 'says'?)"),
        ("Claim", ["value=3"], "a claim has no key 'value': it belongs to an observation"),
        ("Claim", ["says=x"], "'says' takes a text for each language: write says.en='…'"),
        ("Claim", ["says.en.us=x"], "'says.en.us' takes a text for each language: write says.en='…'"),
        ("Claim", ["says.en=x", "says.en=y"], "'says.en' is given twice: keep one"),
        ("Claim", ["kind=a", "kind=b"], "'kind' is given twice, and takes one value: keep one"),
        ("Claim", ["kind.x=a"], "'kind.x': 'kind' takes a value and no keys: write kind=…"),
        ("Claim", ["said=council"], "'said' lacks a key: write said.NAME.stance=…"),
        ("Claim", ["said.council=denies"], "'said.council' lacks a key: write said.council.stance=…"),
        ("Claim", ["said.council.stanze=denies"], "an assertion has no key 'stanze' (did you mean 'stance'?)"),
        ("Assertion", ["from=x"], "'from' lacks a key: write from.by=…"),
        ("Document", ["document.text=x"], "'document.text' lacks a key: write document.text.sha256=…"),
        ("Assertion", ["from." * 5000 + "by=x"], "'from.from.from.from.…' goes more than 40 keys deep"),
        ("Claim", ["says.en=\udcff"], "says.en: is not UTF-8"),
    ],
)
def test_refused(of: str, pairs: list[str], told: str) -> None:
    with pytest.raises(KgError) as caught:
        tree(of, pairs)
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)
