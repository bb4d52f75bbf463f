"""A stream that is being unpacked in, the same stream out, which ends with a ReadingProblem where it is a bomb.

What a file inflates to is counted as it comes out; what its directory says of its size is not trusted. More than
FREE bytes may come out only of that many bytes over RATIO, and never more than MOST. Ordinary text packs four to one,
repeated text twenty to one; bombs a thousand to one.
"""

from __future__ import annotations

import io
import zlib
from typing import Any, BinaryIO, cast

from directives.reading.problems import ReadingProblem

FREE = 16 << 20  # bytes
RATIO = 100
MOST = 2 << 30  # bytes
MOST_ENTRIES = 100_000  # files in an archive
_BUFFER = 1 << 16


class _Bounded(io.RawIOBase):
    def __init__(self, stream: BinaryIO, packed: int) -> None:
        self._stream = stream
        self._most = min(MOST, max(FREE, packed * RATIO))
        self._taken = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._taken = self._stream.seek(offset, whence)
        return self._taken

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except (EOFError, zlib.error) as error:
            raise ReadingProblem(f"it is damaged: {error}") from None
        except RuntimeError:
            raise ReadingProblem("it is encrypted") from None
        except (OSError, ValueError, NotImplementedError) as error:  # a wrong check sum, too
            raise ReadingProblem(f"it is damaged: {error}") from None
        self._taken += len(data)
        if self._taken > self._most:
            raise ReadingProblem(f"it unpacks to more than {self._most >> 20} MB, as a zip bomb does")
        buffer[: len(data)] = data
        return len(data)


def bounded(stream: object, packed: int) -> BinaryIO:
    """`stream`, of `packed` bytes before unpacking; reading from it raises ReadingProblem for damage and for bombs."""
    return io.BufferedReader(cast(Any, _Bounded(cast(BinaryIO, stream), packed)), _BUFFER)
