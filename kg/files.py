"""Files put in place at once: the old one or the new one, never half of it."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from kg.problems import KgError


def write(path: Path, content: bytes) -> None:
    """Write a file atomically; one that was there keeps its mode. A pipe or device is written to as it is.

    Raises:
        KgError: it could not be written (a full disk, no permission); what was there is there still.
    """
    try:
        mode = _mode(path)
        if mode is None or stat.S_ISREG(mode):
            _replace(path.resolve(), content, mode)  # a link stays a link
        else:
            with path.open("wb", buffering=0) as out:
                out.write(content)
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        why = getattr(error, "strerror", None) or error
        raise KgError(f"{path}: cannot be written ({why}): nothing there was changed") from error


def _mode(path: Path) -> int | None:
    """The mode of what is there already, behind links too."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(target: Path, content: bytes, mode: int | None) -> None:
    if mode is not None and not mode & 0o222:  # a rename would not ask
        raise PermissionError("it is read-only")
    temporary = target.with_name(f".kg-{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
