"""How long a command takes from a cold start, beside what a user would do without kg, in one run.

    python benchmarks/cold_start.py [--runs 7]

Whole processes, imports included, one after another in turn so that a slow minute hits all alike;
the median of each, and its ratio to ours. The alternatives do the same job on the same graph with
the tools of the field: rdflib reading the built TriG and answering the question file with its own
SPARQL, and pyshacl's command line validating the graph against our shapes.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.resources import folder

QUESTION = "observations-of-a-metric"

WITH_RDFLIB = """
import sys, rdflib
graph = rdflib.Dataset(default_union=True)
graph.parse(sys.argv[1], format="trig")
print(len(list(graph.query(open(sys.argv[2], encoding="utf-8").read()))))
"""


def main() -> None:
    """Build the first case, then time every command in turn and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as made:
        out = Path(made)
        kg = [sys.executable, "-m", "kg"]
        subprocess.run([*kg, "build", "-o", str(out)], check=True, capture_output=True)
        merged = out / "said.ttl"
        subprocess.run([*kg, "export", "-g", str(out), "--graph", "said", "-f", "turtle", "-o", str(merged)], check=True)
        question = folder("queries") / "questions" / f"{QUESTION}.rq"
        shapes = folder("ontology") / "shapes.ttl"
        commands = {
            "kg ask": [*kg, "ask", QUESTION, "-g", str(out), "-f", "csv"],
            "rdflib: parse graph.trig, run the question": [sys.executable, "-c", WITH_RDFLIB, str(out / "graph.trig"), str(question)],
            "kg check": [*kg, "check"],
            "pyshacl: validate the graph, no lines": [sys.executable, "-m", "pyshacl", "-s", str(shapes), str(merged)],
            "kg build": [*kg, "build", "-o", str(out / "again")],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs + 1):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True)
                times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken[1:]) for name, taken in times.items()}  # the first warms the disk up
    beside = {"rdflib: parse graph.trig, run the question": "kg ask", "pyshacl: validate the graph, no lines": "kg check"}
    for name, median in medians.items():
        ratio = f"  {median / medians[beside[name]]:.1f} times {beside[name]}" if name in beside else ""
        print(f"{name:<46}{median:6.2f} s{ratio}")


if __name__ == "__main__":
    main()
