"""Sentences of typed tokens in, directives and near misses out."""
