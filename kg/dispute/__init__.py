"""The state of a dispute: who met which claim and how, and which arguments are met in their turn.

`state` tells it of one claim, `state_all` of every one. Labels are grounded labels of an argument graph (`grounded`), named
*unmet*, *met* and *open*, in this corpus.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.dispute.labelling import Label, UnknownArgumentError, grounded
from kg.dispute.silence import Silence, is_earlier, silence

if TYPE_CHECKING:
    from kg.dispute.found import findings
    from kg.dispute.standing import Dispute, state, state_all

__all__ = [
    "Dispute", "Label", "Silence", "UnknownArgumentError", "findings", "grounded", "is_earlier", "silence", "state", "state_all",
]  # fmt: skip

_READ = {"Dispute": "standing", "state": "standing", "state_all": "standing", "findings": "found"}


def __getattr__(name: str) -> Any:
    """What reads a graph is imported when it is asked for."""
    if name in _READ:
        return getattr(import_module(f"kg.dispute.{_READ[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
