"""What reading one paper may cost, so that a damaged or hostile file cannot hold a machine up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a paper may be, and that reading it may take.

    ``megabytes`` is the size of its file (10^6 bytes), ``pages`` their number, ``seconds`` the time and ``memory`` the
    address space (MiB) of the reading process.
    """

    megabytes: int = 200
    pages: int = 3000
    seconds: int = 180
    memory: int = 2048


USUAL = Limits()
