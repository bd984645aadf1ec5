"""Reads one PDF in a process of its own: ``python -m claimtrace.read PAPER.pdf`` writes a pickled answer to stdout.

The answer is the Document, or the message of an UnreadablePaperError. A damaged file can bring a PDF library down; so
only this process goes with it.
"""

from __future__ import annotations

import gc
import pickle
import sys
from pathlib import Path

from claimtrace.model.errors import UnreadablePaperError
from claimtrace.read.document import read_document


def main() -> None:
    """Read the file named on the command line."""
    gc.set_threshold(100_000)  # nearly all that is made here lives to the end
    try:
        answer: object = read_document(Path(sys.argv[1]))
    except UnreadablePaperError as error:
        answer = str(error)
    pickle.dump(answer, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
