"""What a user can mend: the root of Dateline's errors."""

__all__ = ["DatelineError"]


class DatelineError(ValueError):
    """Something the user can mend; the command prints it on one line and exits 2."""
