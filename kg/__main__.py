"""The command, for `kg` and `python -m kg`: what it imports takes a moment, in which Ctrl-C too ends it with one line."""

from __future__ import annotations

import os
import signal


def main() -> None:
    """Run the command; see `kg.cli.main`."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:  # else somebody has said what shall come of it
        signal.signal(signal.SIGINT, _leave)
    from kg.cli import main as run

    signal.signal(signal.SIGINT, before)
    run()


def _leave(*_: object) -> None:
    os.write(2, b"kg: stopped; what was there before is there still\n")
    os._exit(130)


if __name__ == "__main__":
    main()
