"""The kernel: it recomputes certificates, and is the only code that can say proved or refuted."""

from __future__ import annotations

from verify_derivations.kernel.judge import judge

__all__ = ["judge"]
