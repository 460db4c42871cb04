"""Maxima as an engine: terms into its language, and a process that answers one expression after another."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from fractions import Fraction
from pathlib import Path

from benchmarks.to_sympy import Untranslatable, sides
from verify_derivations.model import Claim
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Constant,
    Derivative,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)

CONSTANTS = {"pi": "%pi", "i": "%i", "EulerGamma": "%gamma"}

NAMES: dict[str, str] = {
    **{
        f: f
        for f in "exp log sin cos tan cot sec csc sinh cosh tanh coth sech csch asin acos atan acot".split()
    },
    **{
        f: f
        for f in "asec acsc asinh acosh atanh acoth asech acsch atan2 gamma erf erfc floor binomial".split()
    },
    "Abs": "abs",
    "sign": "signum",
    "ceiling": "ceiling",
    "factorial": "factorial",
    "loggamma": "log_gamma",
}

END = "vd_end"


def installed() -> bool:
    """Whether there is a Maxima to be measured."""
    return shutil.which("maxima") is not None


def maxima_text(term: Term) -> str:
    """The term in Maxima's language; every symbol gets a prefix, so that none is one of its own."""
    match term:
        case Number(value):
            return f"({value})"
        case Constant(name):
            return CONSTANTS[name]
        case Symbol(name):
            return f"s_{name}"
        case Add(terms):
            return f"({'+'.join(map(maxima_text, terms))})"
        case Mul(factors):
            return f"({'*'.join(map(maxima_text, factors))})"
        case Pow(base, exponent):
            return f"({maxima_text(base)}^{maxima_text(exponent)})"
        case Derivative(body, variable, order):
            return f"diff({maxima_text(body)},{maxima_text(variable)},{order})"
        case Apply(name, arguments) if name in NAMES:
            return f"{NAMES[name]}({','.join(map(maxima_text, arguments))})"
        case Apply(name, arguments) if name in FUNCTIONS and (
            FUNCTIONS[name].means or FUNCTIONS[name].means_real
        ):
            row = FUNCTIONS[name]
            return maxima_text(instantiate(row.means or row.means_real, arguments))
    raise Untranslatable(type(term).__name__)


def facts(claim: Claim) -> list[str]:
    """What Maxima is told to assume."""
    told = []
    for declaration in claim.context.declarations:
        name, domain = f"s_{declaration.name}", declaration.domain
        if domain.lower is not None:
            told.append(f"{name}{'>' if domain.lower_open else '>='}({domain.lower})")
        if domain.upper is not None:
            told.append(f"{name}{'<' if domain.upper_open else '<='}({domain.upper})")
    return told


class Maxima:
    """A running Maxima; one that overruns or asks a question is ended, and another takes its place."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def ask(self, claim: Claim, cap: float) -> tuple[str, float]:
        """The answer to a claim and how long it took."""
        lhs, rhs = sides(claim)
        told = facts(claim)
        assume, forget = (f"{word}({','.join(told)})," if told else "" for word in ("assume", "forget"))
        expression = f"radcan(exponentialize(({maxima_text(lhs)})-({maxima_text(rhs)})))"
        command = f'({assume}vd_r:errcatch({expression}),{forget}print("{END}",vd_r))$\n'
        start = time.perf_counter()
        said = self._say(command, cap)
        seconds = time.perf_counter() - start
        if said is None:
            self.close()
            return ("timeout" if seconds >= cap else "undecided"), min(seconds, cap)
        return _verdict(said), seconds

    def _say(self, command: str, cap: float) -> str | None:
        """What is printed behind the mark; None if it does not come in time or a question comes instead."""
        process = self._running()
        if process.stdin is None or process.stdout is None:
            return None
        process.stdin.write(command.encode())
        process.stdin.flush()
        deadline, seen = time.perf_counter() + cap, b""
        while END.encode() not in seen or not seen.rpartition(END.encode())[2].endswith(b"\n"):
            left = deadline - time.perf_counter()
            if left <= 0 or not select.select([process.stdout], [], [], left)[0]:
                return None
            more = os.read(process.stdout.fileno(), 1 << 16)
            seen += more
            if not more or seen.rstrip().endswith(b"?"):
                return None
        return seen.decode(errors="replace").rpartition(END)[2].strip()

    def _running(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(
                ["maxima", "--very-quiet"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=Path(__file__).parent,
            )
            self._say(f'(display2d:false,linel:100000,print("{END}","ready"))$\n', 60)
        return self.process

    def close(self) -> None:
        """End it."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            for pipe in (self.process.stdin, self.process.stdout):
                if pipe is not None:
                    pipe.close()
            self.process = None


def _verdict(said: str) -> str:
    """Zero is a proof, another number a refutation, anything else tells nothing."""
    try:
        return "proved" if Fraction(said.strip(" []")) == 0 else "refuted"
    except ValueError:
        return "undecided"


__all__ = ["Maxima", "installed", "maxima_text"]
