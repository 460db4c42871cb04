"""What each code of a message means, with an example and what would help: the texts of `explain CODE`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code in words. `example` is what brings it about, `help` what the author can do."""

    meaning: str
    example: str
    help: str


EXPLANATIONS: dict[str, Explanation] = {
    "VD001": Explanation(
        "A path on the command line or in the configuration names nothing that exists. It counts as a "
        "problem and not as an empty run, so that a typing error in CI cannot look like a pass.",
        "verify-derivations check derivatoins",
        "Correct the path; paths in a configuration file start at the folder of that file.",
    ),
    "VD002": Explanation(
        "The file is there and cannot be read: the rights are missing, it is not UTF-8, or it is something "
        "else than a file, such as a pipe.",
        "a claim file saved as Latin-1, with an umlaut in a title",
        "Save the file as UTF-8, or give it the right to be read.",
    ),
    "VD003": Explanation(
        "You named a file of a kind that nothing here can read. Inside a folder such a file is passed over.",
        "verify-derivations check notes.docx",
        "Name a file of a kind that is read; the message lists them. A package can add a reader.",
    ),
    "VD004": Explanation(
        "The paths exist and hold no derivation at all.",
        "a folder of scripts none of which imports verify_derivations",
        "Look at the paths and at --exclude. With --fail-if-empty such a run fails.",
    ),
    "VD005": Explanation(
        "The file is larger, or has more formulas, than what is read of one document. What lies beyond the "
        "bound is not read at all, and the message says so.",
        "a log of 50 MB that is called notes.md",
        "Split the document, or leave the file out with --exclude.",
    ),
    "VD006": Explanation(
        "Some bytes of the document are not UTF-8. Each is read as a replacement character, and the rest of "
        "the document as it stands.",
        "one word pasted in from a page in Latin-1",
        "Save the file as UTF-8; the place of the first such bytes is given.",
    ),
    "VD010": Explanation(
        "The configuration has a key that is not known. It is not passed over: it was meant to do something.",
        'fail-om = ["refuted"]',
        "Correct the key; --show-settings prints the keys that are in force.",
    ),
    "VD011": Explanation(
        "A key of the configuration has a value that cannot be used.",
        'jobs = "many"',
        "Give a value of the kind that the message names.",
    ),
    "VD012": Explanation(
        "The configuration file cannot be read, or is not TOML.",
        "a quotation mark that is never closed",
        "Mend the file at the line of the message, or leave it out with --isolated.",
    ),
    "VD101": Explanation(
        "The step is wrong: there is a point of the declared domain at which both sides are defined and "
        "differ. The point is exact and both values are certain to every digit shown.",
        "(a + b)**2 = a**2 + b**2: at a = 1, b = 2 the left side is 9, the right side is 5",
        "Put the point into both sides by hand to see which one is at fault, and correct the line. If the "
        "claim was meant for fewer values, declare the domain (positive=True, assume(x > 0)). If the source "
        'says this and is wrong, record it: expect="refuted", wrong="what is wrong".',
    ),
    "VD102": Explanation(
        "Neither a proof nor a counterexample was found. That is no sign that the step is wrong; the reason "
        "says what stood in the way and at how many points the sides agreed.",
        "an identity between special functions that no rule connects",
        "Declare where the symbols live, split the step into smaller ones, or state a fact that is needed "
        "as an assumption.",
    ),
    "VD103": Explanation(
        "The statement has no meaning as it stands, so it is neither true nor false: brackets that do not "
        "balance, an index used outside of its sum.",
        "y(1 - s(z) - (1 - y)s(z), with one bracket never closed",
        'Correct the line. If the source really says this, mark it: expect="ill-formed", wrong="...", '
        "or d.unreadable(reason, intended=...), which checks what it must mean in its place.",
    ),
    "VD104": Explanation(
        "The statement may be fine; it uses something that is not understood yet, or could be read in two "
        "ways that matter. It is not guessed at.",
        "an equation with a function f of which nothing is said",
        "In a document, declare what the reason names in a comment above the paragraph, "
        "<!-- vd: function $f$ --> in Markdown, % vd: function $f$ in LaTeX, .. vd: function $f$ in "
        "reStructuredText; or leave the line out: vd: ignore: reason. In a claim file, define or declare it, "
        "or mark the line with d.unreadable(reason, intended=...).",
    ),
    "VD105": Explanation(
        "There is no point at which both sides are defined, so the statement is about nothing.",
        "sqrt(-1 - x**2) = x over the real numbers, or a symbol whose declared domain is empty",
        "Look at the declarations and assumptions: together they leave nothing over.",
    ),
    "VD106": Explanation(
        "The step was said to fail in a known way (expect=...), and now gets another verdict.",
        'claim(x + x, 2*x, expect="refuted", wrong="the 2 is missing"), after the source was corrected',
        "If the source has been corrected, take expect=... and wrong=... away; else look at what changed.",
    ),
    "VD107": Explanation(
        "The step is not understood for sure, and looks wrong: as it is read it does not hold at the point "
        "that is given, and with one small edit, which keeps all its names, it is proved. It is no error "
        "only if it is meant in the way that the reason names.",
        "sum_i (x_i - m)^2 = sum_i x_i^2 - 2 m sum_i x_i - n m^2, where nothing says what m is: the sign",
        "Compare the line with the edit that is shown. If the line is right as printed, declare what the "
        "reason names (vd: let ..., vd: constant ...), and it gets a verdict.",
    ),
    "VD201": Explanation(
        "The claim file is Python and ended with an exception. What it had stated before is checked; the "
        "rest of the file is lost.",
        "a name that was never imported, or a bracket too many",
        "The message has the line and Python's own words; run the file with python to see all of it.",
    ),
    "VD202": Explanation(
        "Something was given as a claim that states no relation between two expressions.",
        "d.claim(x + 1)",
        "Give both sides, d.claim(lhs, rhs), or a relation such as Eq(lhs, rhs).",
    ),
    "VD203": Explanation(
        "The expression contains something that is no exact mathematical term.",
        "a floating-point number: 0.1*x is not one tenth of x",
        "Write Rational(1, 10) for 0.1; leave infinities and functions without a meaning out.",
    ),
    "VD204": Explanation(
        "Two derivations, or two steps, have the same identifier; reports and links need one for each.",
        'derivation("softmax", ...) in two files of a run',
        "Rename one of them.",
    ),
    "VD205": Explanation(
        "A chain goes on that was never begun: there is no first expression to compare with.",
        "d.equals(...) without d.begin(...) before it",
        "Start the chain with d.begin(expression).",
    ),
    "VD206": Explanation(
        "A step is marked as a known error and does not say what is wrong. The reason is what a reader of "
        "the report needs.",
        'd.claim(lhs, rhs, expect="refuted")',
        'Add wrong="the sign of the second summand is lost".',
    ),
    "VD207": Explanation(
        "A declaration cannot be used: it contradicts another one, or names no domain.",
        "x declared positive in one place and real in another",
        "Use one symbol, with one set of assumptions, for one name in a derivation.",
    ),
    "VD301": Explanation(
        "A proof or a counterexample that our own search found did not stand up when it was checked again. "
        "The step stays undecided; nothing wrong has been reported as right.",
        "none that you can bring about: it is a bug of this software",
        "Please report it, with the step.",
    ),
    "VD401": Explanation(
        "A formula is opened and never closed, so where it ends is not known. It is not read; the rest of "
        "the document is.",
        "$$ in front of an equation and none behind it",
        "Close the formula at its end. A dollar sign that is money is written \\$ to be safe.",
    ),
    "VD402": Explanation(
        "A command that the document defines cannot be replaced by what it stands for: it needs itself, or "
        "stands for far too much, or has fewer arguments than it takes. The formula is left out.",
        "\\def\\x{\\x\\x} and then $\\x$",
        "Correct the definition, or write out in the formula what the command stands for.",
    ),
    "VD403": Explanation(
        "A LaTeX document takes in a file that is not read: it does not exist, lies outside of the folder of "
        "the document, or takes in the document that takes it in.",
        "\\input{../macros} or \\input{chapter2} with no file chapter2.tex",
        "Put the file into the folder of the document or below it, and correct its name.",
    ),
    "VD404": Explanation(
        "The file is called a notebook and is none: it is not JSON, or JSON without cells.",
        "a notebook with the marks of an unresolved merge in it",
        "Open it in Jupyter and save it again; the message has the place in the file.",
    ),
    "VD405": Explanation(
        "A comment that begins with vd: says something that is not known, or a formula in it is not read. It "
        "is not passed over: it was meant to change how the document is read.",
        "<!-- vd: lett $a = b$ -->",
        "Write let, index, assume, constant, function, expect, ignore, or a declaration; docs/annotations.md "
        "has an example of each.",
    ),
    "VD406": Explanation(
        "An annotation declares a name that nothing behind it uses, or expects something of a formula that "
        "is not there.",
        "<!-- vd: constant $y$ --> in a document without a y",
        "Correct the name, put the annotation before the formula that it is about, or take it out.",
    ),
}
"""For every code of `errors.CODES`."""


__all__ = ["EXPLANATIONS", "Explanation"]
