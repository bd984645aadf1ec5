"""Reads one paper in a process of its own: ``python -m claimtrace.read PAPER LIMITS`` pickles an answer to stdout.

LIMITS is a JSON object with the fields of :class:`~claimtrace.model.limits.Limits`. The answer is the Document, or the
message of an UnreadablePaperError. A damaged file can bring a library down; so only this process goes with it.
"""

from __future__ import annotations

import gc
import json
import pickle
import sys
from pathlib import Path

from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.limits import Limits
from claimtrace.read.document import read_document


def main() -> None:
    """Read the file named on the command line."""
    gc.set_threshold(100_000)  # nearly all that is made here lives to the end
    path, limits = Path(sys.argv[1]), Limits(**json.loads(sys.argv[2]))
    _limit_memory(limits.memory)
    try:
        answer: object = read_document(path, limits)
    except UnreadablePaperError as error:
        answer = str(error)
    except MemoryError:
        answer = (
            f"{path}: needs more memory than the limit of {limits.memory} MiB; raise `limits.memory` in a pipeline file"
        )
    pickler = pickle.Pickler(sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # without a memory of what it has written: no noun points back
    pickler.dump(answer)


def _limit_memory(mebibytes: int) -> None:
    """Hold this process to so much address space, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    most = mebibytes * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
