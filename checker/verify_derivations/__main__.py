"""The command `verify-derivations`, also as `python -m verify_derivations`."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(100_000)  # what is imported is no garbage: 0.01 s is not spent looking for it
    if sys.argv[1:2] == ["bulk"]:
        _bulk(sys.argv[1:])
    from verify_derivations.cli import main as run

    run()


def _bulk(words: list[str]) -> None:
    """Answer records, if that is said plainly: without the command line at large, which takes 0.03 s."""
    from verify_derivations.commands.bulk import answer_file, end_at_once, plain

    asked = plain(words[1:])
    if asked is None:
        return
    try:
        end_at_once(answer_file(*asked))
    except (Exception, KeyboardInterrupt) as error:  # each kind has its message
        from verify_derivations.cli import told

        end_at_once(told(error, words))


if __name__ == "__main__":
    main()
