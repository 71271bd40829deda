"""The command `kg`: one short function a command, one file each.

Nothing here imports rdflib, networkx, pyshacl or matplotlib, so that a cold start stays short:
what a command needs it imports itself.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from contextlib import suppress

import typer

from kg.cli import output
from kg.cli.add import add
from kg.cli.agreement import agreement
from kg.cli.anchor import anchor
from kg.cli.ask import ask
from kg.cli.audit import audit
from kg.cli.build import build
from kg.cli.check import check
from kg.cli.diff import diff
from kg.cli.dispute import dispute
from kg.cli.draw import draw
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.init import init
from kg.cli.options import UsageError
from kg.cli.query import query
from kg.cli.report import report
from kg.cli.sources import sources
from kg.cli.withdraw import withdraw
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


for _command in (
    init, add, build, check, anchor, ask, audit, sources, dispute, explain, query, export, draw, report, diff, withdraw, agreement,
):  # fmt: skip
    app.command()(_command)


def main() -> None:
    """Run the command; every failure is one line and an exit code.

    0 fine, 1 problems in the data, 2 could not run, 64 bad usage, 130 stopped by Ctrl-C.
    """
    _open_streams()
    code = _run()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:  # said already, or nobody is left to be told
        _mute()
    sys.exit(code)


def _run() -> int:
    try:
        code = app(prog_name="kg", standalone_mode=False)  # what Exit carries: a number, or None from a command that ended
        return _stopped() if code == INTERRUPTED else int(code or OK)
    except UsageError as error:
        context = error.ctx.command_path if error.ctx is not None else "kg"
        output.say(f"kg: {error.format_message()} ({context} --help says more)")
        return USAGE
    except CaseError as error:
        for problem in error.problems:
            output.say(str(problem))
        output.say(f"kg: {error}")
        return PROBLEMS
    except KgError as error:
        output.say(f"kg: {error}")
        return COULD_NOT_RUN
    except (BrokenPipeError, SystemExit):  # the reader of our output has gone; typer leaves for nothing else here
        _mute()
        return OK
    except (KeyboardInterrupt, typer.Abort):
        return _stopped()
    except OSError as error:
        _mute()
        output.say(f"kg: {error.filename or 'standard output'}: {error.strerror or error}: nothing more was written")
        return COULD_NOT_RUN
    except Exception as error:  # a fault of ours: say so in one line, and how to see more
        if os.environ.get("KG_TRACEBACK"):
            traceback.print_exc()
        message = " ".join(str(error).split())
        output.say(f"kg: a fault in kg itself, please report it ({type(error).__name__}: {message}); KG_TRACEBACK=1 shows where")
        return COULD_NOT_RUN


def _stopped() -> int:
    output.say("kg: stopped; what was there before is there still")
    return INTERRUPTED


def _open_streams() -> None:
    """UTF-8 whatever the locale; a stream that is closed gets its number taken, lest a file of ours be written to as one."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _mute() -> None:
    """Let what is left in standard output's buffer go nowhere."""
    with suppress(AttributeError, io.UnsupportedOperation):  # closed, or a caller's own
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
