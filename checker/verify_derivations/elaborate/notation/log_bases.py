r"""Bases of logarithms that a text speaks of: \log without a base may be to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

ANOTHER_BASE = re.compile(
    r"\b(?:binary|dyadic|common|decimal|decadic|briggs\w*|base[- ]?(?:2|10|two|ten)) log(?:arithm)?s?\b"
    r"|\blog(?:arithm)?s?\b[^.;\n]{0,60}\b(?:base|radix)\b"
    r"|\b(?:base|radix)\b[^.;\n]{0,40}\blog"
    r"|\\log\s*_\s*\{?\s*(?:2|10|b|a)\b"
    r"|\bdecibels?\b|\bdB\b|\bin (?:units of )?(?:bits?|shannons?|decades|octaves|hartleys?|bans)\b"
    r"|\bbits? (?:of|per|are|is)\b|\b(?:information|entrop(?:y|ies))\b[^.;\n]{0,60}\bbits?\b"
    r"|\bpH\b|\bRichter\b|\borders? of magnitude\b"
    r"|以\s*\$?\s*(?:2|10|二|十)\s*\$?\s*为底|常用对数|对数[^。；\n]{0,12}底|比特|分贝",
    re.IGNORECASE,
)
"""Words of logarithms that are not natural."""

BASE_E = re.compile(
    r"\bbase[- ]?\$?\s*\\?(?:math(?:rm|bf)\{)?e\b\}?\s*\$?|以\s*\$?\s*e\s*\$?\s*为底", re.IGNORECASE
)
"""Words of natural ones, which name a base, too."""


def speaks_of_bases(texts: Iterable[str]) -> bool:
    r"""The words, or a formula between dollar signs among them, are of logarithms that are not natural.

    >>> [speaks_of_bases([text]) for text in ("Logs are base 10.", "Logs are to base $e$.", "in bits")]
    [True, False, True]
    """
    return any(ANOTHER_BASE.search(BASE_E.sub(" ", text)) for text in texts)


__all__ = ["speaks_of_bases"]
