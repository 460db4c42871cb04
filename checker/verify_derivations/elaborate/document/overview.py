"""What a document says anywhere: names that it may define or transpose, what its texts speak of."""

from __future__ import annotations

from dataclasses import dataclass, field

from verify_derivations.elaborate.document.advice import derived_names
from verify_derivations.elaborate.document.blocks import regions_of, words_of
from verify_derivations.elaborate.document.constraints import constraints_in
from verify_derivations.elaborate.document.defining import EQUALITIES, is_changed
from verify_derivations.elaborate.document.known_functions import is_known_function
from verify_derivations.elaborate.document.solving import solved_for
from verify_derivations.elaborate.meaning.fences import ANOTHER_PRODUCT, says_what_angles_are
from verify_derivations.elaborate.notation.layers import has_exceptions
from verify_derivations.elaborate.notation.layouts import layout_said, says_loose_shapes
from verify_derivations.elaborate.notation.log_bases import speaks_of_bases
from verify_derivations.elaborate.notation.lone_calls import lone_call
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.printed_entries import ANYTHING, OTHERWISE, numbered_otherwise
from verify_derivations.elaborate.notation.qualities import qualities_beside, spoken_of
from verify_derivations.elaborate.notation.randomness import (
    ENERGIES,
    MEANS,
    SAMPLES,
    called_random,
    random_names,
    something_else,
)
from verify_derivations.elaborate.notation.statements import (
    statements,
)
from verify_derivations.elaborate.notation.superscripted import applied_names, with_one_above
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.elaborate.prose.array_values import called_arrays, declared_values
from verify_derivations.elaborate.prose.built_sets import in_built_sets
from verify_derivations.elaborate.prose.called import called_vectors
from verify_derivations.elaborate.prose.complex_numbers import has_complex_sets, speaks_of_complex
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import (
    LAWS,
    POSITIVE,
    Cue,
    cue_of,
    last_clause,
)
from verify_derivations.elaborate.prose.declarations import shaped_names
from verify_derivations.elaborate.prose.described import described
from verify_derivations.elaborate.prose.distributions import support
from verify_derivations.elaborate.prose.normalised import letters_below
from verify_derivations.elaborate.prose.said import Below, defined_name
from verify_derivations.elaborate.prose.said_of_declared import said_of_declared
from verify_derivations.elaborate.prose.spoken_alone import spoken_alone
from verify_derivations.elaborate.prose.spoken_shapes import shapes_in
from verify_derivations.elaborate.prose.spoken_values import values_spoken
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Manuscript, Prose, Role
from verify_derivations.parse.tree import Node

EVERYWHERE = -1
"""The section of what holds in all of them."""


@dataclass
class Transposed:
    """Names that are transposed, by sections, each with the line where."""

    lines: dict[int, dict[str, str]] = field(default_factory=dict)

    def in_section(self, number: int) -> dict[str, str]:
        """Those that are arrays in a section."""
        return {**self.lines.get(number, {}), **self.lines.get(EVERYWHERE, {})}


def overview(manuscript: Manuscript, trees: Trees, context: Context) -> Transposed:
    """Which names a document may define or transpose somewhere; what its texts speak of is put there.

    Args:
        manuscript: the document.
        trees: those of its formulas.
        context: what is known of it, so far nothing.
    """
    section, shaped, transposed = 0, set[str](), Transposed()
    _hear_texts(manuscript, context)
    for block in manuscript.blocks:
        if isinstance(block, Prose) and block.role is Role.HEADING:
            section, shaped = section + 1, set()
        for region, words, behind in regions_of(block):
            try:
                root = trees.of(region)
            except FormulaError:
                continue
            line = region.span().line
            _hear_beside(root, words, behind, context)
            _see(root, context)
            context.describe(in_built_sets(region.latex))
            for name in survey([root]).transposed:
                # what a section declares to be an array may be a number in the others
                where = transposed.lines.setdefault(section if name in shaped else EVERYWHERE, {})
                where.setdefault(name, region.span().where)
            shaped |= set(shaped_names(root))
            cue = cue_of(last_clause(words))
            _find_below(root, line, cue is Cue.DEFINE, context)
            context.constraints += constraints_in(root, region.latex, line, cue)
    return transposed


def _hear_texts(manuscript: Manuscript, context: Context) -> None:
    """What the texts of a document say without formulas."""
    texts = [block.text for block in manuscript.blocks if isinstance(block, Prose)]
    context.speaks_of_complex = speaks_of_complex(texts)
    context.complex_sets = has_complex_sets(manuscript)
    hear_of_kinds(manuscript, context)
    context.spoken = shapes_in(texts)
    context.layers_differ = has_exceptions(texts)
    context.samples = any(map(SAMPLES.search, texts))
    context.values_spoken = values_spoken(texts)
    context.means = any(map(MEANS.search, texts)) and not any(map(ENERGIES.search, texts))
    context.layout = layout_said(texts)
    context.loose_shapes = says_loose_shapes(
        words_of(block.parts) for block in manuscript.blocks if isinstance(block, Prose)
    )
    context.another_base = speaks_of_bases([*texts, *(region.latex for region in manuscript.regions())])
    context.another_product = any(map(ANOTHER_PRODUCT.search, texts))
    context.numbered_otherwise.update({ANYTHING: True} if any(map(OTHERWISE.search, texts)) else {})


def _hear_beside(root: Node, words: str, behind: str, context: Context) -> None:
    """What the words before a formula and behind it say of its names."""
    context.random |= called_random(root, words, behind)
    context.alone.update(filter(None, (spoken_alone(root, words, behind),)))
    context.describe(described(root, words, behind))
    context.describe(said_of_declared(root, words, behind))
    for name in called_arrays(root, words, behind):
        context.valued.setdefault(name, "")
    for name, axes in called_vectors(root, words, behind).items():
        context.vectors[name] = max(axes, context.vectors.get(name, 0))
    for quality in qualities_beside(words, behind):
        for name in names_in(root):
            context.special.setdefault(name, set()).add(quality)
    context.otherwise.update(filter(None, (something_else(root, words, behind),)))


def _see(root: Node, context: Context) -> None:
    """How a formula uses its names."""
    context.random |= random_names([root], plain_ones=context.means)
    context.applied |= applied_names(root)
    context.called.update(filter(None, (lone_call(root),)))
    context.ones_above |= with_one_above(root)
    context.valued.update(declared_values(root))
    context.letters = {**letters_below(root), **context.letters}
    context.derived |= derived_names(names_in(root)) | survey([root]).derived
    context.another_product |= says_what_angles_are(root)
    context.numbered_otherwise.update(numbered_otherwise(root))


def hear_of_kinds(manuscript: Manuscript, context: Context) -> None:
    """What the texts say of numbers and matrices, wherever it stands."""
    texts = [block.text for block in manuscript.blocks if isinstance(block, Prose)]
    context.speaks_of_laws = any(LAWS.search(text) for text in texts)
    context.speaks_of_positive = any(POSITIVE.search(text) for text in texts)
    context.qualities = spoken_of(block for block in manuscript.blocks if isinstance(block, Prose))


def _find_below(root: Node, line: int, said: bool, context: Context) -> None:
    unknown = solved_for(root)
    for statement in statements(root):
        head = defined_name(statement.members[0])
        sign = statement.relations[0].name
        left, right = statement.members[:2]
        if head is None or head[0] in unknown or (sign == "~" and support(right) is not None):
            continue
        if is_known_function(*head) and not said and sign != ":=":
            continue
        if sign in EQUALITIES | {":=", "~"} and not is_changed(head[0], right):
            found = Below(head[0], left, right, line, sign != "~", said or sign == ":=")
            context.below.setdefault(stem(head[0]), []).append(found)


__all__ = ["Transposed", "hear_of_kinds", "overview"]
