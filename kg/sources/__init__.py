"""Whose word a claim rests on: roots, control, third parties, dependence, rungs."""
