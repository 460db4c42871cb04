"""Only the kernel can make a verdict that says proved or refuted. Also run under `python -O`."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest
from forgery import claim, rewriting

from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Status, Verdict

SEALED = [Status.PROVED, Status.REFUTED, Status.VACUOUS]


@pytest.mark.parametrize("status", SEALED)
def test_nobody_else_can_say_it(status):
    with pytest.raises(CertificateError, match="only the kernel"):
        Verdict(status)
    with pytest.raises(CertificateError, match="only the kernel"):
        Verdict(status, seal=object())


def test_a_verdict_cannot_be_changed_into_another():
    proved = judge(claim("x + x", "2*x"), rewriting(x=1))
    with pytest.raises((ValueError, TypeError, CertificateError)):
        dataclasses.replace(proved, reason="and more")
    with pytest.raises(dataclasses.FrozenInstanceError):
        proved.status = Status.REFUTED  # type: ignore[misc]


def test_a_verdict_survives_the_way_between_processes():
    proved = judge(claim("x + x", "2*x"), rewriting(x=1))
    if pickle.loads(pickle.dumps(proved)) != proved or copy.deepcopy(proved) != proved:
        pytest.fail("a verdict is not the same after a copy")


@pytest.mark.parametrize("status", [s for s in Status if s not in SEALED])
def test_the_honest_ones_are_free(status):
    if Verdict(status, reason="because").status is not status:
        pytest.fail("the status was changed")
