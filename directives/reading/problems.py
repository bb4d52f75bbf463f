"""What goes wrong when a source is read: one exception with one clear line."""


class ReadingProblem(Exception):
    """A source that cannot be read; `str(problem)` is one line that says why, without the name of the source."""
