"""Parquet in, a document a row out, read batch by batch with pyarrow (the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator

from directives.reading.formats.plain_text import at_hand
from directives.reading.formats.source import Document, Source
from directives.reading.formats.tables import PassedOver, check_columns, documents_of, text_column
from directives.reading.metadata import column_of, facts
from directives.reading.problems import ReadingProblem

SUFFIXES = (".parquet", ".pq")
_ROWS = 64


def matches(head: bytes) -> bool:
    """Whether it begins as Parquet does."""
    return head.startswith(b"PAR1")


def read(source: Source) -> Iterator[Document]:
    """The documents of a Parquet file. Raises ReadingProblem where it is damaged or of another shape."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise ReadingProblem("reading Parquet needs pyarrow: pip install 'directives[parquet]'") from None
    try:
        file = pq.ParquetFile(at_hand(source))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise ReadingProblem(f"it is no Parquet, or damaged: {str(error).splitlines()[0]}") from None
    schema = file.schema_arrow
    check_columns(schema.names, source)
    column = text_column(schema.names, source)
    kind = schema.field(column).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_dictionary(kind)):
        raise ReadingProblem(f"its column {column!r} holds no text but {kind}")
    chosen = {column_of(fact, schema.names, source.options.columns) for fact in facts()}
    wanted = [name for name in schema.names if name in chosen]

    def rows() -> Iterator[tuple[str, dict[str, object]]]:
        number = 0
        try:
            for batch in file.iter_batches(_ROWS, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield f"row {number}", row
        except (pa.ArrowException, OSError, ValueError) as error:
            raise ReadingProblem(f"it is damaged after row {number}: {str(error).splitlines()[0]}") from None

    with PassedOver(source) as passed_over:
        yield from documents_of(rows(), source, passed_over)
