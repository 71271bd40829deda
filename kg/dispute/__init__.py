"""The state of a dispute: who met which claim and how, and which arguments are met in their turn."""

from kg.dispute.labelling import Label, UnknownArgumentError, grounded

__all__ = ["Label", "UnknownArgumentError", "grounded"]
