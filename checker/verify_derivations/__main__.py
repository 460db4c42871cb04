"""`python -m verify_derivations` is the command `verify-derivations`."""

from __future__ import annotations

from verify_derivations.cli import main

if __name__ == "__main__":
    main()
