"""Drawing in a process of its own: beside the work of this one, and a page that breaks the drawer breaks only that."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from claimtrace.report.view import PagePicture


class Drawing:
    """Pictures of pages that are being drawn beside the running process; ask for them with :meth:`pictures`."""

    def __init__(self, pdf: bytes, pages: Sequence[int]) -> None:
        """Begin to draw these pages (counted from 1) of a PDF."""
        feeder = ThreadPoolExecutor(1)
        self._answer = feeder.submit(_draw, pickle.dumps((pdf, tuple(pages))))
        feeder.shutdown(wait=False)

    def pictures(self) -> tuple[PagePicture, ...]:
        """The pictures, as soon as they are drawn; none where the drawer stopped on the file."""
        return self._answer.result()


def _draw(request: bytes) -> tuple[PagePicture, ...]:
    command = [sys.executable, "-m", "claimtrace.report"]
    done = subprocess.run(command, input=request, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return tuple(pickle.loads(done.stdout)) if done.returncode == 0 else ()  # our own process wrote it
