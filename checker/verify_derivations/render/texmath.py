"""Which printed LaTeX can be given to TeX as it stands: only what is sure to compile."""

from __future__ import annotations

import re

from verify_derivations.render.mathml import NESTING_LIMIT, mathml, nesting, normalised
from verify_derivations.render.plain import printable
from verify_derivations.render.textext import tex_symbols

_WORDS = """
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho
varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi
Psi Omega ell hbar imath jmath Re Im aleph partial nabla infty emptyset varnothing prime top bot forall
exists nexists neg lnot land lor wedge vee cap cup setminus in notin ni subset subseteq supset supseteq
pm mp times div cdot ast star circ bullet oplus ominus otimes oslash odot dagger le leq ge geq ne neq ll gg
equiv sim simeq approx cong propto mid nmid parallel perp prec succ asymp doteq triangleq lesssim
gtrsim to gets mapsto rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow implies iff
longrightarrow longleftarrow Longrightarrow uparrow downarrow rightharpoonup therefore because ldots cdots
vdots ddots dots dotsc dotsb sum prod coprod int iint iiint oint bigcup bigcap bigoplus bigotimes bigodot
bigvee bigwedge sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp log ln lg lim liminf
limsup max min sup inf det dim ker deg gcd arg Pr hom quad qquad limits nolimits displaystyle textstyle
scriptstyle frac dfrac tfrac binom sqrt hat bar tilde vec dot ddot dddot check breve acute grave widehat
widetilde overline underline overbrace underbrace overrightarrow overset underset stackrel mathbf mathbb
mathcal mathrm mathit mathsf mathtt mathfrak boldsymbol operatorname text textbf textit textrm mbox left
right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr langle rangle lvert rvert lVert
rVert vert Vert lfloor rfloor lceil rceil lbrace rbrace begin end bmod pmod colon square blacksquare Box
angle triangle Diamond complement backslash
"""
COMMANDS = frozenset(_WORDS.split())
"""The commands of LaTeX, amsmath and amssymb that a formula may use; with another it is shown verbatim."""

_FRAMES = "aligned gathered cases matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array"
ENVIRONMENTS = frozenset(_FRAMES.split())
"""The environments that stand within a formula."""

_ONE = """sqrt hat bar tilde vec dot ddot dddot check breve acute grave widehat widetilde overline underline
overbrace underbrace overrightarrow mathbf mathbb mathcal mathrm mathit mathsf mathtt mathfrak boldsymbol ^ _
pmod"""
_TWO = "frac dfrac tfrac binom overset underset stackrel"
ARGUMENTS = {**dict.fromkeys(_ONE.split(), 1), **dict.fromkeys(_TWO.split(), 2)}
"""How many arguments a command takes: each has to be a group, a letter, a digit or a symbol."""

_SYMBOLS = frozenset(_WORDS[: _WORDS.index("forall")].split()) | {
    "star",
    "ast",
    "circ",
    "dagger",
    "bullet",
    "pm",
}
_ALPHABETS = "mathbf|mathbb|mathcal|mathrm|mathit|mathsf|mathtt|mathfrak|boldsymbol|text|operatorname"
REWRITTEN = (
    # TeX takes the command alone as the script where everyone means it with its argument: x^\mathrm{T}
    (re.compile(rf"([\^_])\s*(\\(?:{_ALPHABETS})\s*\{{[^{{}}]*\}})"), r"\1{\2}"),
    (re.compile(r"\\hspace\*?\s*\{[^{}]*\}"), r"\\quad "),
)
"""What is written otherwise, with the same meaning."""

_OPERATOR = re.compile(
    r"\\(?:sum|prod|coprod|i{1,3}nt|oint|big(?:cup|cap|oplus|otimes|odot|vee|wedge)|lim(?:inf|sup)?|max|min|sup"
    r"|inf|det|Pr|gcd)\s*\Z"
)
_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\S", re.DOTALL)
_SIGNS = frozenset(" ,;:!{}|\\_%&#$>")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{([^{}]*)\}")
_TEXT = re.compile(
    r"\\operatorname(?![A-Za-z])(\*?\s*\{(?:[A-Za-z\s]|\\[,;:! ])*\})?"
    r"|\\(?:text|textbf|textit|textrm|mbox)(?![A-Za-z])(\s*\{[^{}\\^_&]*\})?"
)
_LIMITS = re.compile(r"\\(?:no)?limits(?![A-Za-z])")
# an empty line ends a formula; a comment swallows the closing brace; a parameter or a dollar ends the mode
_NEVER = re.compile(r"\n\s*\n|(?<!\\)[%#$~]")
_SIZED = re.compile(r"\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])\s*")
_DELIMITER = re.compile(
    r"[()\[\]|/.<>]|\\[{}|]|\\(?:[lr](?:brace|angle|vert|Vert|floor|ceil)|[vV]ert)(?![A-Za-z])"
)


def compilable(tex: str) -> str | None:
    r"""The formula in a form that TeX takes, or None where that is not sure.

    >>> compilable(r"\frac{1}{2}"), compilable(r"\frac{1}{2"), compilable(r"\input{x}")
    ('\\frac{1}{2}', None, None)
    """
    plain = normalised(printable(tex).strip())
    for pattern, replacement in REWRITTEN:
        plain = pattern.sub(replacement, plain)
    if not plain or nesting(plain) > NESTING_LIMIT // 3 or not all(check(plain) for check in CHECKS):
        return None
    # the converter is a second reader: arguments, brackets and environments that do not match it refuses
    return None if mathml(plain).startswith("<code") else tex_symbols(plain)


def _known(tex: str) -> bool:
    """Every command and environment is one of the tables."""
    names = _COMMAND.findall(tex)
    known = all(name in COMMANDS or name in _SIGNS for name in names)
    return known and all(name in ENVIRONMENTS for name in _ENVIRONMENT.findall(tex))


def _stays_inside(tex: str) -> bool:
    """Nothing ends the formula early."""
    return not _NEVER.search(tex)


def _delimiters_fit(tex: str) -> bool:
    """After `\\left` and its like there is a delimiter."""
    return all(_DELIMITER.match(tex, sized.end()) for sized in _SIZED.finditer(tex))


def _limits_fit(tex: str) -> bool:
    """`\\limits` stands after an operator."""
    return all(_OPERATOR.search(tex, 0, found.start()) for found in _LIMITS.finditer(tex))


def _texts_fit(tex: str) -> bool:
    """Text within the formula is text and nothing else."""
    return all(found[1] or found[2] for found in _TEXT.finditer(tex))


def _braces_match(tex: str) -> bool:
    depth = 0
    for token in _TOKEN.findall(tex):
        depth += {"{": 1, "}": -1}.get(token, 0)
        if depth < 0:
            return False
    return depth == 0


def _arguments_fit(tex: str) -> bool:
    """Every command has arguments that TeX takes as the reader of the formula does."""
    tokens = _TOKEN.findall(tex)
    for start, token in enumerate(tokens):
        end = start + 1
        if token == "\\sqrt" and tokens[end : end + 1] == ["["]:
            end = tokens.index("]", end) + 1 if "]" in tokens[end:] else len(tokens)
        for _ in range(ARGUMENTS.get(token.removeprefix("\\") if token != "\\_" else "", 0)):
            after = _after_argument(tokens, end)
            if after is None:
                return False
            end = after
    return True


def _after_argument(tokens: list[str], start: int) -> int | None:
    """Where the argument that starts here ends; None if there is none that is sure."""
    if start >= len(tokens):
        return None
    token = tokens[start]
    if token != "{":
        return start + 1 if token.isalnum() or token in "*+-" or token[1:] in _SYMBOLS else None
    depth = 0
    for end in range(start, len(tokens)):
        depth += {"{": 1, "}": -1}.get(tokens[end], 0)
        if depth == 0:
            return end + 1
    return None


CHECKS = (_stays_inside, _known, _delimiters_fit, _limits_fit, _texts_fit, _braces_match, _arguments_fit)
"""What a formula has to pass before the converter is asked, cheapest first."""
