"""When a paper came out, as exactly as it says so itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DateEvent(StrEnum):
    """What happened on a date that a paper gives of itself."""

    PUBLISHED = "published"
    ACCEPTED = "accepted"
    RECEIVED = "received"
    STATED = "stated"  # printed without a word on what happened ("June 2018" under the authors)


@dataclass(frozen=True, slots=True)
class PaperDate:
    """A date to the day, to the month, or of the year only."""

    year: int
    month: int | None = None
    day: int | None = None
    event: DateEvent = DateEvent.STATED

    @property
    def iso(self) -> str:
        """The date as ISO 8601 writes it, no more exact than it is known: "2018", "2018-06", "2018-06-12"."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def date_from(iso: str, event: DateEvent = DateEvent.STATED) -> PaperDate | None:
    """A date from its ISO form, with whatever follows the day ("2018-06-12T09:00"); ``None`` where it is none."""
    parts = iso.strip()[:10].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    year, month, day = [*map(int, parts), 0, 0][:3]
    return PaperDate(year, month or None, day or None, event) if year and month <= 12 and day <= 31 else None
