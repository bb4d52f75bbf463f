"""Cables in, sentences of typed tokens out."""
