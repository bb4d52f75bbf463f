"""`python -m directives`: the command line, where the command `directives` is not on the path."""

from directives.cli import main

main()
