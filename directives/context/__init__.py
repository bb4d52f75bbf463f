"""Directives of a sentence in, directives in their cable out: whom an actor means, and what day a deadline names."""
