"""Provers: they search for certificates and decide nothing."""
