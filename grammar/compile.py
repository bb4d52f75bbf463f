"""Make the tables of the grammars and keep them in grammar/compiled (`make grammar`), after any change of a grammar or
of the weights, which are kept there too.

Without them the program gives the same, and starts some seconds later.
"""

from directives.context.weigh import keep_weights
from directives.forms.grammar import cue_grammar
from directives.reading import header_words, references

if __name__ == "__main__":
    cue_grammar().keep()
    header_words.grammar().keep()
    references.grammar().keep()
    keep_weights()
