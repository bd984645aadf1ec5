"""Reading in a process of its own, so that a damaged file takes nothing down with it."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from claimtrace.model.document import Document
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.limits import USUAL, Limits
from claimtrace.read.forms.recognise import recognised
from claimtrace.read.opening import paper_bytes


class Reading:
    """A document that is being read beside the running process; ask for it with :meth:`document`.

    ``data`` holds the bytes of the file.
    """

    def __init__(self, path: Path, limits: Limits = USUAL) -> None:
        """Begin to read; what can be told of the file at once is told at once.

        Raises:
            UnreadablePaperError: there is no such file, it is in no form that can be read, or larger than the limit.
        """
        self.data = paper_bytes(path, limits)
        recognised(path, self.data)
        self._path = path
        self._limits = limits
        self._started = time.monotonic()
        command = [sys.executable, "-m", "claimtrace.read", str(path), json.dumps(asdict(limits))]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def document(self) -> Document:
        """The document, as soon as it is read.

        Raises:
            UnreadablePaperError: the file is damaged, encrypted or holds no text, a limit was met, or the reader
                stopped on it.
        """
        try:
            left = self._limits.seconds - (time.monotonic() - self._started)
            answer, _ = self._process.communicate(timeout=max(left, 0.1))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise UnreadablePaperError(
                f"{self._path}: took longer to read than the limit of {self._limits.seconds} seconds; "
                "raise `limits.seconds` in a pipeline file"
            ) from None
        code = self._process.returncode
        if code != 0:
            how = f"signal {-code}" if code < 0 else f"status {code}"
            raise UnreadablePaperError(
                f"{self._path}: the reader stopped on it ({how}); the file may be damaged, or need more memory than "
                f"the limit of {self._limits.memory} MiB"
            )
        read = pickle.loads(answer)  # our own process wrote it
        if isinstance(read, str):
            raise UnreadablePaperError(read)
        assert isinstance(read, Document)
        return read
