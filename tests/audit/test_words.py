"""Every outcome, rule and kind of hypothesis that the audit can give is a term of the vocabulary."""

from __future__ import annotations

from kg.audit.checked import OUTCOMES
from kg.audit.diagnosis import COST
from kg.case.terms import classes
from kg.labels import terms
from kg.names import KG


def test_hypotheses_have_words() -> None:
    assert set(COST) <= set(classes()["Hypothesis"]["kind"].values)
    assert {f"{KG}kind/{kind}" for kind in COST} <= set(terms("ru"))


def test_outcomes_have_words() -> None:
    assert set(OUTCOMES) <= set(classes()["Finding"]["outcome"].values)
