"""Reading in a process of its own, so that a damaged file takes nothing down with it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

from claimtrace.model.document import Document
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.read.opening import pdf_bytes


class Reading:
    """A document that is being read beside the running process; ask for it with :meth:`document`.

    ``data`` holds the bytes of the file.
    """

    def __init__(self, path: Path) -> None:
        """Begin to read; what can be told of the file at once is told at once.

        Raises:
            UnreadablePaperError: there is no such file, or it is no PDF.
        """
        self.data = pdf_bytes(path)
        self._path = path
        self._process = subprocess.Popen(
            [sys.executable, "-m", "claimtrace.read", str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def document(self) -> Document:
        """The document, as soon as it is read.

        Raises:
            UnreadablePaperError: the file is damaged, encrypted or holds no text, or the reader stopped on it.
        """
        answer, _ = self._process.communicate()
        code = self._process.returncode
        if code != 0:
            how = f"signal {-code}" if code < 0 else f"status {code}"
            raise UnreadablePaperError(f"{self._path}: the reader stopped on it ({how}); the file may be damaged")
        read = pickle.loads(answer)  # our own process wrote it
        if isinstance(read, str):
            raise UnreadablePaperError(read)
        assert isinstance(read, Document)
        return read
