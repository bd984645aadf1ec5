"""The dot plot: the paper against itself, a passage that stands twice as a line along its diagonal."""

from __future__ import annotations

from claimtrace.graph.pictures.facts import Facts, counted
from claimtrace.graph.pictures.svg import Canvas, Link, Picture
from claimtrace.model.duplicate import DuplicateKind
from claimtrace.model.graph import EdgeType, NodeType

_SIDE = 700.0
_LEFT, _TOP, _RIGHT, _FOOT = 40.0, 96.0, 260.0, 24.0
_HOW = (
    "The paper against itself: a line stands across where a passage stands first, and down where it stands again; the "
    "longer the line, the longer the passage. Along the diagonal lie the sections."
)
_LEAST = 5.0  # pixels of the shortest line
_KINDS = (
    ("pair verbatim", "word for word"),
    ("pair near", "nearly so"),
    ("pair reworded", "reworded"),
    ("pair verbatim flagged", "a finding speaks of it"),
)
_SMALL = 40.0  # pixels; a shorter line that is flagged has a ring
_LABEL_STEP = 14.0


def draw_dot_plot(facts: Facts, link: Link) -> Picture:
    """Draw the plot: across the place where a passage stands first, down where it stands again."""
    ends = [int(facts.data(node).get("end", 0)) for node in facts.graph]
    scale = _SIDE / max(*ends, 1)
    canvas = Canvas(link)
    _legend(canvas)
    _sections(canvas, facts, scale)
    pairs = [
        (later, earlier, data)
        for later, earlier, data in facts.graph.edges(data=True)
        if data["type"] == EdgeType.REPEATS
    ]
    for later, earlier, data in sorted(pairs, key=lambda pair: (facts.start(pair[1]), facts.start(pair[0]), pair[0])):
        _pair(canvas, facts, scale, later, earlier, data["likeness"])
    flagged = sum(bool(facts.findings(pair[:2])) for pair in pairs)
    text = f"{counted(len(pairs), 'passage')} {'stands' if len(pairs) == 1 else 'stand'} again"
    text += f"; findings speak of {flagged}." if pairs else "."
    return Picture(
        "dotplot", "Passages that stand twice", _HOW, text,
        _LEFT + _SIDE + _RIGHT, _TOP + _SIDE + _FOOT, canvas.finish(), empty=not pairs,
    )  # fmt: skip


def _legend(canvas: Canvas) -> None:
    canvas.text("The paper against itself", "head", x=_LEFT, y=16)
    how = "across: where a passage stands first; down: where it stands again; along the diagonal lie the sections"
    canvas.text(how, "key", x=_LEFT, y=36)
    x = _LEFT
    for kind, words in _KINDS:
        canvas.shape("path", kind, d=f"M{x:g} 66l22 -8")
        canvas.text(words, "key", x=x + 30, y=66)
        x += 56 + 7 * len(words)


def _sections(canvas: Canvas, facts: Facts, scale: float) -> None:
    """The diagonal, and on it the sections, named where there is room."""
    right, bottom = _LEFT + _SIDE, _TOP + _SIDE
    canvas.shape("path", "grid strong", d=f"M{_LEFT:g} {_TOP:g}V{bottom:g}H{right:g}L{_LEFT:g} {_TOP:g}")
    last = -_LABEL_STEP
    for section in facts.sections:
        at = facts.start(section) * scale
        canvas.shape("path", "grid", d=f"M{_LEFT:g} {_TOP + at:.1f}H{_LEFT + at:.1f}V{bottom:g}")
        if at - last >= _LABEL_STEP:
            last = at
            with canvas.linked(None, facts.label(section)):
                room = _SIDE + _RIGHT - at - 20
                canvas.label(facts.label(section), "section", min(room, 360), x=_LEFT + at + 14, y=_TOP + at + 4)


def _pair(canvas: Canvas, facts: Facts, scale: float, later: str, earlier: str, likeness: str) -> None:
    x0, x1 = (_LEFT + offset * scale for offset in (facts.start(earlier), facts.data(earlier)["end"]))
    y0, y1 = (_TOP + offset * scale for offset in (facts.start(later), facts.data(later)["end"]))
    x1, y1 = max(x1, x0 + _LEAST), max(y1, y0 + _LEAST)
    finding = next(iter(facts.findings([later, earlier])), None)
    where = " and ".join(f"page {facts.data(node)['page']}" for node in (earlier, later) if "page" in facts.data(node))
    title = f"{where}: {facts.label(earlier, 200)}" if where else facts.label(earlier, 200)
    title = f"{facts.label(finding)} — {title}" if finding else title
    kind = likeness if likeness in list(DuplicateKind) else ""
    with canvas.linked(finding or _first_claim(facts, later), title):
        if finding and max(x1 - x0, y1 - y0) < _SMALL:
            canvas.shape("circle", "halo", cx=(x0 + x1) / 2, cy=(y0 + y1) / 2, r=max(x1 - x0, y1 - y0) / 2 + 6)
        canvas.shape("path", f"pair {kind}{' flagged' if finding else ''}", d=f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}")


def _first_claim(facts: Facts, passage: str) -> str | None:
    """The first claim of which a passage holds something."""
    start, end = facts.start(passage), facts.data(passage)["end"]
    return next((c for c in facts.of(NodeType.CLAIM) if facts.data(c)["end"] > start and facts.start(c) < end), None)
