r"""What the commands of LaTeX are to the grammar: tables, one row or word each.

A command that is in no table is a sign by itself, like `\alpha`; whether anything is known of it is not
asked here.
"""

from __future__ import annotations


def _rows(text: str) -> dict[str, str]:
    """`name: sign sign ...` a line, into sign -> name."""
    out = {}
    for line in text.strip().splitlines():
        name, _, signs = line.strip().partition(" ")
        out.update(dict.fromkeys(signs.split(), name))
    return out


RELATIONS = _rows(r"""
    = =
    := := \coloneqq \triangleq \doteq \eqdef ≔ ≜
    =: =: \eqqcolon
    == == \equiv ≡
    != \ne \neq ≠
    < < \lt
    > > \gt
    <= <= \le \leq \leqslant \leqq ≤ ⩽
    >= >= \ge \geq \geqslant \geqq ≥ ⩾
    << \ll ≪
    >> \gg ≫
    ~ \sim ∼
    ~~ \approx \simeq \cong \asymp \thickapprox ≈ ≃ ≅
    prop \propto \varpropto ∝
    <~ \lesssim
    >~ \gtrsim
    in \in ∈
    ni \ni ∋
    notin \notin ∉
    subset \subset \subseteq \subsetneq ⊂ ⊆
    supset \supset \supseteq ⊃ ⊇
    -> -> \to \rightarrow \longrightarrow \xrightarrow \hookrightarrow → ⟶ \leadsto \rightsquigarrow
    <- <- \leftarrow \gets \longleftarrow \xleftarrow ← ⟵
    <-> \leftrightarrow \longleftrightarrow ↔ \rightleftharpoons \leftrightarrows
    |-> \mapsto \longmapsto ↦
    => => \Rightarrow \implies \Longrightarrow ⇒ ⟹
    <== \Leftarrow \impliedby \Longleftarrow ⇐ ⟸
    <=> \iff \Leftrightarrow \Longleftrightarrow ⇔ ⟺
    therefore \therefore ∴
    because \because ∵
    perp \perp ⊥ \bot \indep
    parallel \parallel ∥
    prec \prec ≺
    succ \succ ≻
    preceq \preceq ⪯ \preccurlyeq
    succeq \succeq ⪰ \succcurlyeq
    |- \vdash \models ⊢ ⊨
    = \xlongequal
    arrow \nearrow \searrow \nwarrow \swarrow \uparrow \downarrow ↑ ↓ \Downarrow \Uparrow
""")
"""Relation signs; many commands for one relation share its name."""

ADDITIVE = _rows(r"""
    + +
    - - − – ﹣
    +- \pm ±
    -+ \mp ∓
    union \cup ∪ \bigcup \uplus \sqcup
    meet \cap ∩ \sqcap
    minus \setminus ∖ \smallsetminus
    oplus \oplus ⊕
    ominus \ominus ⊖
    wedge \wedge ∧ \land
    vee \vee ∨ \lor
""")

MULTIPLICATIVE = _rows(r"""
    * * \ast ∗ ＊
    . \cdot · ⋅ \cdotp \bullet • ∙
    x \times ×
    / / \div ÷
    odot \odot ⊙ \circledcirc \bigodot ⨀
    otimes \otimes ⊗ \bigotimes
    circ \circ ∘
    star \star ⋆ \circledast ⊛
    mod \bmod
    backslash \backslash
    ltimes \ltimes \rtimes \Join \bowtie \diamond
""")

SEPARATORS = _rows(r"""
    , , ， 、
    ; ; ；
    : : \colon ：
    . . 。
    | \mid
""")
QUADS = frozenset(r"\quad \qquad \hspace \hspace* \hskip \enspace \hfill \hfil".split())

OPENING = {
    "(": ")",
    "[": "]",
    "\\{": "\\}",
    "\\lbrace": "\\}",
    "\\lbrack": "]",
    "\\langle": "\\rangle",
    "⟨": "\\rangle",
    "〈": "\\rangle",
    "\\lfloor": "\\rfloor",
    "⌊": "\\rfloor",
    "\\lceil": "\\rceil",
    "⌈": "\\rceil",
    "\\lvert": "|",
    "\\lVert": "\\|",
    "（": ")",
    "【": "]",
    "\\ulcorner": "\\urcorner",
    "\\llbracket": "\\rrbracket",
    "\\lgroup": ")",
}
"""Opening delimiters, with the closing one that belongs to each."""

CLOSING = {
    ")": ")",
    "]": "]",
    "\\}": "\\}",
    "\\rbrace": "\\}",
    "\\rbrack": "]",
    "\\rangle": "\\rangle",
    "⟩": "\\rangle",
    "〉": "\\rangle",
    "\\rfloor": "\\rfloor",
    "⌋": "\\rfloor",
    "\\rceil": "\\rceil",
    "⌉": "\\rceil",
    "\\rvert": "|",
    "\\rVert": "\\|",
    "）": ")",
    "】": "]",
    "\\urcorner": "\\urcorner",
    "\\rrbracket": "\\rrbracket",
    "\\rgroup": ")",
}
"""Closing delimiters, by the name that they have in `OPENING`."""

OPENED = {
    "\\lbrace": "\\{",
    "\\lbrack": "[",
    "⟨": "\\langle",
    "〈": "\\langle",
    "⌊": "\\lfloor",
    "⌈": "\\lceil",
    "\\lvert": "|",
    "\\lVert": "\\|",
    "（": "(",
    "【": "[",
    "\\lgroup": "(",
}
"""The same delimiter under the name that the tree uses."""

BARS = {"|": "|", "\\vert": "|", "∣": "|", "\\|": "\\|", "\\Vert": "\\|", "∥": "\\|", "‖": "\\|"}
BAR_PAIRS = {"|": "|", "\\|": "\\|"}

SIZES_LEFT = frozenset(r"\left \mleft".split())
SIZES_RIGHT = frozenset(r"\right \mright".split())
SIZES_OPEN = frozenset(r"\bigl \Bigl \biggl \Biggl".split())
SIZES_CLOSE = frozenset(r"\bigr \Bigr \biggr \Biggr".split())
SIZES_BETWEEN = frozenset(r"\middle \bigm \Bigm \biggm \Biggm".split())

SPACES = frozenset(
    r"""\, \: \; \! \> \big \Big \bigg \Bigg \thinspace \medspace \thickspace \negthinspace
    \negmedspace \negthickspace \nobreak
    \displaystyle \textstyle \scriptstyle \scriptscriptstyle \limits \nolimits \displaylimits \nonumber \notag
    \hline \noindent \centering \normalsize \small \tiny \large \Large \LARGE \huge \Huge \footnotesize
    \scriptsize \allowbreak \relax \strut \mathstrut \null \protect \raggedright \hfil \bigskip \medskip
    \smallskip \toprule \midrule \bottomrule \/ \- \par \break
    \nobreakspace \linebreak \newpage \pagebreak \mit \ignorespaces \leavevmode""".split()
) | {"\\ "}
"""Commands that only move or size things."""

SWITCHES = {  # the old font commands, which change all that follows in a group
    "\\rm": "\\mathrm",
    "\\bf": "\\mathbf",
    "\\it": "\\mathit",
    "\\sf": "\\mathsf",
    "\\tt": "\\mathtt",
    "\\cal": "\\mathcal",
    "\\boldmath": "\\mathbf",
}

LABELS = frozenset(r"\label \tag \tag*".split())

REMOVED = {
    name: count
    for count, names in (
        (0, r"\footnotemark \qedhere \qed \arraystretch \hline \displaybreak"),
        (
            1,
            r"\color \vspace \vspace* \ref \eqref \cite \cline \require \phantom \hphantom \vphantom",
        ),
        (1, r"\textcolor \colorbox \cssId \class \style \href \cancelto \llap \rlap \raisebox \mathstrut*"),
        (2, r"\rule \setlength \addtocounter \renewcommand \fcolorbox"),
    )
    for name in names.split()
}
"""Commands that print no mathematics, and how many arguments go with each: `\\textcolor{red}{x}` leaves x."""

REMARKS = frozenset(r"\intertext \shortintertext".split())
"""Prose between two lines of a formula."""

LENGTHS = frozenset(r"\kern \mkern \mskip \vskip \hskip \hspace \hspace*".split())
"""Commands that take a length, in braces or not."""

ACCENTS = frozenset(
    r"""\hat \bar \tilde \vec \dot \ddot \dddot \widehat \overline \widetilde \overrightarrow \overleftarrow
    \check \breve \acute \grave \mathring \underline \underbar \underaccent \widecheck \ring
    \overleftrightarrow \overbar""".split()
)
FONTS = frozenset(
    r"""\mathbf \mathbb \mathcal \boldsymbol \bm \mathsf \mathit \mathfrak \bold \mathscr \pmb \Bbb \mathtt
    \mathnormal \symbf \symbfup \symbfit \mathbfit \mathbbm \mathds \mathpzc""".split()
)
WRAPPERS = frozenset(
    r"""\boxed \Aboxed \fbox \cancel \xcancel \bcancel \sout \underbrace \overbrace \overbracket \underbracket
    \mathop \mathrel \mathbin \mathord \mathopen \mathclose \mathpunct \mathinner \ensuremath \substack
    \operatornamewithlimits \overparen \framebox \uline \smash
    \clap \mathclap \mathllap \mathrlap \uwave \underparen""".split()
)
TEXTS = frozenset(
    r"""\text \mbox \hbox \textrm \textbf \textit \textup \textsf \texttt \emph \textnormal \textsc \text*
    \textstyle* \textmd \fbox* \makebox""".split()
)
"""Prose within a formula, unless it is a word of the formula (`words.is_prose` tells)."""

UPRIGHT = frozenset(r"\mathrm \operatorname \operatorname* \mathup \DeclareMathOperator".split())
"""Words that belong to the formula."""

STACKED = frozenset(
    r"""\frac \dfrac \tfrac \cfrac \nicefrac \sfrac \binom \dbinom \tbinom \flatfrac""".split()
)
SET_OVER = frozenset(r"\overset \underset \stackrel \stackbin \accentset \underoverset*".split())
EXTENSIBLE = frozenset(r"\xrightarrow \xleftarrow \xlongequal \xLongrightarrow \xRightarrow".split())
STACKS = _rows(r"""
    \over \over
    \choose \choose
    \atop \atop
    \brack \brack
    \brace \brace
""")
"""Commands between two things that are set one above the other: they part the whole group."""

GRIDS = frozenset(
    r"""matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array cases dcases rcases subarray tabular
    bsmallmatrix psmallmatrix numcases drcases block-matrix blockarray CD""".split()
)
FLOWS = frozenset(
    r"""equation align aligned split gather gathered multline multlined eqnarray alignat alignedat flalign
    dmath dgroup math displaymath subequations eqsplit dseries darray aligned* IEEEeqnarray array* center
    small large footnotesize gmatrix empheq xalignat xxalignat""".split()
)
ENVIRONMENT_ARGUMENTS = {
    "array": 1,
    "tabular": 1,
    "alignat": 1,
    "alignedat": 1,
    "subarray": 1,
    "IEEEeqnarray": 1,
    "xalignat": 1,
    "blockarray": 1,
}
"""How many arguments in braces follow `\\begin{...}`; one in brackets is passed over in any case."""
