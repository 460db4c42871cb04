"""The command `verify-derivations`, also as `python -m verify_derivations`."""

from __future__ import annotations

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(
        50_000, 20, 100
    )  # nothing that is imported is garbage: 0.01 s is not spent looking for it
    from verify_derivations.cli import main as run

    run()


if __name__ == "__main__":
    main()
