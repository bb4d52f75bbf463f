"""Make the parsers of the grammars and keep them in grammar/compiled (`make grammar`), after any change of a grammar.

Without them the program gives the same, and starts some seconds later.
"""

from directives.forms.table import keep_table
from directives.reading import header_words, references

if __name__ == "__main__":
    keep_table()
    header_words.grammar().keep()
    references.grammar().keep()
