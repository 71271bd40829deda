"""The command `kg`: one short function a command, one file each.

Nothing here imports rdflib, networkx, pyshacl or matplotlib, so that a cold start stays short:
what a command needs it imports itself.
"""

from __future__ import annotations

import os
import sys
import traceback

import typer

from kg.cli.anchor import anchor
from kg.cli.ask import ask
from kg.cli.build import build
from kg.cli.check import check
from kg.cli.export import export
from kg.cli.query import query
from kg.problems import CaseError, KgError

OK, PROBLEMS, COULD_NOT_RUN, USAGE, INTERRUPTED = 0, 1, 2, 64, 130

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,  # one plain line for a wrong option, as for every other error
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Contested documents as a knowledge graph that can be checked.",
)


def _version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _options(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version.")) -> None:
    pass


for _command in (build, check, anchor, ask, query, export):
    app.command()(_command)


def main() -> None:
    """Run the command; every failure is one line and an exit code.

    0 fine, 1 problems in the data, 2 could not run, 64 bad usage, 130 stopped by Ctrl-C.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(_run())


def _run() -> int:
    try:
        app()
    except SystemExit as exit_:  # typer's own: 0 after help, 1 from Exit(1), 2 for wrong usage
        if exit_.code == 2:
            return USAGE
        return exit_.code if isinstance(exit_.code, int) else OK
    except CaseError as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"kg: {error}", err=True)
        return PROBLEMS
    except KgError as error:
        typer.echo(f"kg: {error}", err=True)
        return COULD_NOT_RUN
    except BrokenPipeError:  # the reader of our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        typer.echo("kg: stopped; what was there before is there still", err=True)
        return INTERRUPTED
    except Exception as error:  # a fault of ours: say so in one line, and how to see more
        if os.environ.get("KG_TRACEBACK"):
            traceback.print_exc()
        message = " ".join(str(error).split())
        typer.echo(f"kg: a fault in kg itself, please report it ({type(error).__name__}: {message}); KG_TRACEBACK=1 shows where", err=True)
        return COULD_NOT_RUN
    return OK
