"""Findings in, one self-contained page out: cables, their directives and their texts side by side, in any browser.

    for piece in page(findings, messages):
        stream.write(piece)

`data` says what of the findings goes into the page and how; `page` puts it together with the template, the style and
the scripts that lie beside these modules.
"""

from directives.output.report.data import NoCablesError as NoCablesError
from directives.output.report.page import page as page
