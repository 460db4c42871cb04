"""The exception for what cannot be told from files, and so is not kept."""


class UnsureError(Exception):
    """Whether a kept result still holds cannot be told; the message says why."""
