"""A changed parameter in words."""

from __future__ import annotations

from kg.labels import terms
from kg.names import KG
from kg.sources.phrases import say


def told(change: str, lang: str) -> str:
    """What would count otherwise, of a change as `kg.sources.parameters.variants` names it.

    >>> told("+funds", "en"), told("funds>=50%", "ru")
    ('any funding carries control', 'финансирование даёт контроль с доли 50%')
    """
    name, _, share = change.partition(">=")
    if share:
        return say("counts.share", lang, share=share)
    sign, name = name[0], name[1:]
    if name == "funds":
        return say("counts.funds", lang)
    negated = "" if sign == "+" else ".not"
    if name == "umbrella":
        return say(f"counts.umbrella{negated}", lang)
    return say(f"counts{negated}", lang, kind=terms(lang).get(f"{KG}kind/{name}", name))
