"""Tasks that do to a worker what claims should not: they run on, take all memory, break, end it."""

from __future__ import annotations

import os
import time

from verify_derivations import worker
from verify_derivations.term.syntax.nodes import pool_size


def do(what: tuple[str, object], seconds: float) -> object:
    """Do the named thing; the answer to "say" is what was to be said."""
    word, argument = what
    if word == "say":
        return argument
    if word == "sleep":
        time.sleep(float(str(argument)))
        return "slept"
    if word == "spin":  # Python code that never ends
        while True:
            pass
    if word == "take memory":
        return len(bytearray(int(str(argument))))
    if word == "fill up":  # from now on this worker holds more terms than it may
        worker.MOST_TERMS = -1
        return pool_size() > 0
    if word == "nest":
        return do(what, seconds)
    if word == "die":
        os._exit(7)
    if word == "crash":
        os.kill(os.getpid(), int(str(argument)))
    if word == "print":
        os.write(1, b"noise" * 100)
        print("noise", flush=True)
        return "printed"
    raise KeyError(word)
