"""What each command takes, from the commands themselves: put behind their sections in `docs/commands.md`."""

from __future__ import annotations

import re
from typing import Any

from docs.generate.markdown import code, join, prose, table

SECTION = re.compile(r"^(?=## kg )", re.MULTILINE)


def registered() -> dict[str, Any]:
    """Command → what typer makes of it, in the order of the help."""
    import typer

    from kg.cli import app

    group: Any = typer.main.get_command(app)
    return {name: group.commands[name] for name in group.list_commands(typer.Context(group))}


def page(written: str) -> str:
    """The page as it is written, each command's section with what the command takes; one that is not there is made."""
    before, *sections = SECTION.split(written)
    of = {name: section for section in sections for name in re.findall(r"\A## kg ([a-z-]+)", section)}
    made = [join(*_opened(of.get(name, f"## kg {name}\n"), name, command)) for name, command in registered().items()]
    return join(before, *made)


def _opened(section: str, name: str, command: Any) -> tuple[str, str, str]:
    """A section's heading, what the command takes, and the rest: first what it is, then examples."""
    heading, _, rest = section.partition("\n")
    return heading, reference(name, command), rest


def reference(name: str, command: Any) -> str:
    """Usage, help, arguments and options of a command."""
    import typer

    context = typer.Context(command, info_name=f"kg {name}")
    told = [(kind, *record) for kind, record in _records(command, context)]
    tables = [
        table((kind, ""), [(code(_plain(names)), prose(means)) for of, names, means in told if of == kind])
        for kind in ("argument", "option")
        if any(of == kind for of, *_ in told)
    ]
    usage = " ".join(command.get_usage(context).split()).removeprefix("Usage: ")
    return join(f"```text\n{usage}\n```", _help(command.help or ""), *tables)


def _records(command: Any, context: Any) -> list[tuple[str, tuple[str, str]]]:
    found = [(one.param_type_name, one.get_help_record(context)) for one in command.get_params(context) if one.name != "help"]
    return [(kind, record) for kind, record in found if record]


def _plain(names: str) -> str:
    """Several names without what would end a cell of a table."""
    return names.replace("|", " ")


def _help(text: str) -> str:
    """A docstring's paragraphs; what typer is told not to wrap is a block."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return join(*(f"```sh\n{p.strip(chr(8) + chr(10))}\n```" if p.startswith("\b") else prose(p) for p in paragraphs))
