"""Files put in place at once: the old one or the new one, never half of it."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kg.problems import KgError


def write(path: Path, content: bytes) -> None:
    """Write a file atomically; see `write_all`."""
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files that belong together: all of them are ready before the first takes its place.

    One that was there keeps its mode. A pipe or device is written to as it is.

    Raises:
        KgError: one could not be written (a full disk, no permission); what was there is there still.
    """
    staged: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in contents.items():
            mode = _mode(path)
            if mode is None or stat.S_ISREG(mode):
                target = path.resolve()  # a link stays a link
                staged.append((target.with_name(f".kg-{secrets.token_hex(8)}"), target))
                _fill(*staged[-1], content, mode)
            else:
                with path.open("wb", buffering=0) as out:
                    out.write(content)
        for temporary, path in staged:
            temporary.replace(path)
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        why = getattr(error, "strerror", None) or error
        raise KgError(f"{path}: cannot be written ({why}): nothing there was changed") from error
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """The mode of what is there already, behind links too."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _fill(temporary: Path, target: Path, content: bytes, mode: int | None) -> None:
    if mode is not None and not mode & 0o222:  # a rename would not ask
        raise PermissionError(f"{target.name} is read-only")
    with temporary.open("xb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    if mode is not None:
        temporary.chmod(stat.S_IMODE(mode))
