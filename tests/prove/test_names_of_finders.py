"""Every kind of argument has the name by which a report calls who found it."""

from __future__ import annotations

from typing import get_args

from verify_derivations.certificate import Argument, Order
from verify_derivations.decide.verdicts import NAMES_OF_ARGUMENTS, NAMES_OF_ORDERS


def test_all_arguments_have_one():
    assert set(NAMES_OF_ARGUMENTS) == set(get_args(Argument))


def test_and_so_have_all_orders():
    assert set(NAMES_OF_ORDERS) == set(get_args(Order))
