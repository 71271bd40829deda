"""Files put in place at once: the old one or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.problems import KgError


def write(path: Path, content: bytes) -> None:
    """Write a file atomically; one that was there keeps its mode.

    Raises:
        KgError: it could not be written (a full disk, no permission); what was there is there still.
    """
    try:
        target = path.resolve()  # a link stays a link
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            temporary.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise KgError(f"{path}: cannot be written ({error.strerror or error}): nothing there was changed") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
