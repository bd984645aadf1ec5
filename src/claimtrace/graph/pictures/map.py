"""The map: claims in reading order on the left, references by year on the right, a line for each citation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtrace.graph.pictures.facts import Facts, Statement, counted
from claimtrace.graph.pictures.svg import Canvas, Link, Picture
from claimtrace.model.finding import Severity
from claimtrace.model.graph import EdgeType, NodeType

_WIDTH = 1000
_BAR, _CLAIM, _ENTRY, _YEAR = 262.0, 276.0, 706.0, 994.0
_TOP, _FOOT = 78.0, 18.0
_CITING, _SILENT, _SECTION = 6.0, 2.2, 17.0  # steps down the left side
_ENTRY_STEP, _YEAR_STEP = 16.0, 7.0
_CROWD = 150  # citations; the lines of more are drawn faintly, so that those of findings stand out
_UNLINKED = "unlinked"
_HOW = (
    "On the left the paper from its beginning to its end, on the right its references by year. A line is a citation; "
    "a heavy one is spoken of by a finding, unbroken for an error and dashed for a warning."
)


def draw_map(facts: Facts, link: Link) -> Picture:
    """Draw the map; its height grows with the paper."""
    left, bars = _left(facts)
    right = _right(facts)
    lowest = max([_TOP + 20, *left.values(), *right.values()])
    left, bars = _stretched(left, lowest), _stretched_bars(bars, left, lowest)
    right = _stretched(right, lowest)
    canvas = Canvas(link)
    _legend(canvas)
    _bars(canvas, facts, bars)
    _lines(canvas, facts, left, right)
    _marks(canvas, facts, left)
    _repeats(canvas, facts, left)
    _entries(canvas, facts, right)
    cited = sum(bool(facts.support.citations(entry)) for entry in facts.references)
    text = f"{counted(len(facts.of(NodeType.CITATION)), 'citation')} of {cited} of {len(facts.references)} references, "
    text += f"by {_citing(facts)}."
    return Picture(
        "map", "Claims and the references that they cite", _HOW, text, _WIDTH, lowest + _FOOT, canvas.finish(),
        empty=not facts.of(NodeType.CITATION),
    )  # fmt: skip


def _citing(facts: Facts) -> str:
    """How many of the claims and tables cite."""
    told = []
    for kind, noun in ((NodeType.CLAIM, "claim"), (NodeType.TABLE, "table")):
        cited = [bool(facts.support.heads(node, EdgeType.CITES)) for node in facts.of(kind)]
        told.extend([f"{sum(cited)} of {counted(len(cited), noun)}"] if cited else [])
    return " and ".join(told) or "no claim"


def _left(facts: Facts) -> tuple[dict[str, float], list[tuple[str | None, float, float]]]:
    """The height of each statement, and for each section the stretch on which its statements stand."""
    heights: dict[str, float] = {}
    bars: list[tuple[str | None, float, float]] = []
    y = _TOP
    section: str | None = ""
    for statement in facts.statements:
        if statement.section != section:
            y += _SECTION if bars else 0
            section = statement.section
            bars.append((section, y, y))
        y += _CITING if statement.citations or facts.findings([statement.node]) else _SILENT
        heights[statement.node] = y
        bars[-1] = (section, bars[-1][1], max(y, bars[-1][1] + 8))
    return heights, bars


def _right(facts: Facts) -> dict[str, float]:
    heights: dict[str, float] = {}
    y, year = _TOP, None
    for entry in facts.references:
        if heights:
            y += _ENTRY_STEP + (_YEAR_STEP if facts.support.year(entry) != year else 0)
        year = facts.support.year(entry)
        heights[entry] = y
    if any(facts.entry(citation) is None for citation in facts.of(NodeType.CITATION)):
        heights[_UNLINKED] = y + 2 * _ENTRY_STEP
    return heights


def _stretched(heights: Mapping[str, float], lowest: float) -> dict[str, float]:
    """Both sides are as tall as the taller one."""
    scale = _scale(heights, lowest)
    return {node: _TOP + (y - _TOP) * scale for node, y in heights.items()}


def _stretched_bars(
    bars: Sequence[tuple[str | None, float, float]], heights: Mapping[str, float], lowest: float
) -> list[tuple[str | None, float, float]]:
    scale = _scale(heights, lowest)
    return [(section, _TOP + (a - _TOP) * scale, _TOP + (b - _TOP) * scale) for section, a, b in bars]


def _scale(heights: Mapping[str, float], lowest: float) -> float:
    own = max(heights.values(), default=_TOP)
    return (lowest - _TOP) / (own - _TOP) if own > _TOP else 1.0


def _legend(canvas: Canvas) -> None:
    canvas.text("The paper, section by section", "head", x=_BAR - 12, y=16, text_anchor="end")
    canvas.text("Its references, by year", "head", x=_ENTRY + 16, y=16)
    y = 40.0
    canvas.shape("circle", "claim", cx=_CLAIM, cy=y, r=2.6)
    canvas.text("a statement that cites", "key", x=_CLAIM + 10, y=y + 4)
    canvas.shape("path", "tick", d=f"M{_CLAIM - 4:g} {y + 16:g}h8")
    canvas.text("one that does not", "key", x=_CLAIM + 10, y=y + 20)
    for at, (severity, words) in enumerate(
        ((Severity.ERROR, "flagged: error"), (Severity.WARNING, "flagged: warning"))
    ):
        canvas.shape("path", f"edge {severity}", d=f"M440 {y + 16 * at:g}h44")
        canvas.text(words, "key", x=490, y=y + 4 + 16 * at)
    canvas.shape("path", "repeat", d=f"M{_BAR - 14:g} {y - 6:g}v12")
    canvas.text("a passage that stands twice", "key", x=_BAR - 22, y=y + 4, text_anchor="end")
    canvas.shape("circle", "reference", cx=_ENTRY, cy=y, r=5)
    canvas.text("as large as it is often cited", "key", x=_ENTRY + 16, y=y + 4)
    canvas.shape("circle", "reference uncited", cx=_ENTRY, cy=y + 16, r=2.4)
    canvas.text("not cited", "key", x=_ENTRY + 16, y=y + 20)


def _bars(canvas: Canvas, facts: Facts, bars: Sequence[tuple[str | None, float, float]]) -> None:
    for section, top, bottom in bars:
        title = facts.label(section) if section else "before the first heading"
        with canvas.linked(None, title):
            canvas.label(title, "section", _BAR - 20, x=_BAR - 12, y=top + 5, lines=2, text_anchor="end")
            canvas.shape("path", "bar", d=f"M{_BAR:g} {top:.1f}V{bottom:.1f}")


def _lines(canvas: Canvas, facts: Facts, left: Mapping[str, float], right: Mapping[str, float]) -> None:
    """A line for each citation of a statement; those that findings speak of come last, so that they lie on top."""
    order = [None, *reversed(Severity)]
    plain = "faint" if len(facts.of(NodeType.CITATION)) > _CROWD else ""
    lines = []
    for statement in facts.statements:
        for citation in statement.citations:
            finding = next(iter(facts.findings([citation])), None)
            severity = facts.severity(finding) if finding else None
            lines.append((order.index(severity), statement, citation, finding, severity))
    for _, statement, citation, finding, severity in sorted(lines, key=lambda line: line[0]):
        entry = facts.entry(citation) or _UNLINKED
        a, b = left[statement.node], right[entry]
        middle = (_CLAIM + _ENTRY) / 2
        end = _ENTRY - _radius(facts, entry)
        path = f"M{_CLAIM + 4:g} {a:.1f}C{middle:g} {a:.1f} {middle:g} {b:.1f} {end:.1f} {b:.1f}"
        title = f"{facts.label(citation)}, {_said(facts, statement)}"
        title = f"{facts.label(finding)} — {title}" if finding else title
        target = finding or (statement.node if statement.node != citation else facts.entry(citation))
        with canvas.linked(target, title, reached=False, tail=statement.node, head=entry):
            canvas.shape("path", "reach", d=path)
            canvas.shape("path", f"edge {severity or plain}".strip(), d=path)


def _said(facts: Facts, statement: Statement) -> str:
    where = {NodeType.TABLE: "table, ", NodeType.CITATION: "outside of sentences, "}
    return where.get(facts.support.type(statement.node), "") + facts.place(statement.node)


def _radius(facts: Facts, entry: str) -> float:
    count = len(facts.support.citations(entry)) if entry != _UNLINKED else 7
    return 2.4 + float(min(count, 36) ** 0.5)


def _marks(canvas: Canvas, facts: Facts, left: Mapping[str, float]) -> None:
    for statement in facts.statements:
        y = left[statement.node]
        finding = next((f for f in facts.findings([statement.node]) if not _about_repeat(facts, f)), None)
        target = finding or (statement.node if statement.node not in statement.citations else None)
        title = f"{facts.label(finding)} — {_said(facts, statement)}" if finding else _said(facts, statement)
        with canvas.linked(target, title, reached=False, tail=statement.node):
            if finding:
                flag(canvas, facts.severity(finding), _CLAIM, y)
            elif statement.citations:
                canvas.shape("circle", "claim", cx=_CLAIM, cy=y, r=2.6)
            else:
                canvas.shape("path", "tick", d=f"M{_CLAIM - 4:g} {y:.1f}h8")


def flag(canvas: Canvas, severity: Severity, x: float, y: float) -> None:
    """The mark of a finding: a diamond for an error, a triangle for a warning, a ring for anything else."""
    if severity is Severity.ERROR:
        canvas.shape("path", "flag error", d=f"M{x:.1f} {y - 5.6:.1f}l5.6 5.6l-5.6 5.6l-5.6 -5.6z")
    elif severity is Severity.WARNING:
        canvas.shape("path", "flag warning", d=f"M{x:.1f} {y - 5:.1f}l5 8.6h-10z")
    else:
        canvas.shape("circle", "flag info", cx=x, cy=y, r=3.6)


def _about_repeat(facts: Facts, finding: str) -> bool:
    flagged = facts.support.heads(finding, EdgeType.FLAGS)
    return any(facts.support.type(node) is NodeType.PASSAGE for node in flagged)


def _repeats(canvas: Canvas, facts: Facts, left: Mapping[str, float]) -> None:
    """A bar beside the claims of each passage that stands twice and of which a finding speaks."""
    claims = facts.of(NodeType.CLAIM)
    for passage in facts.of(NodeType.PASSAGE):
        for finding in facts.findings([passage]):
            end = facts.data(passage)["end"]
            ys = [left[c] for c in claims if facts.start(passage) <= facts.start(c) < end]
            if ys:
                with canvas.linked(finding, facts.label(finding), reached=False):
                    canvas.shape("path", "repeat", d=f"M{_BAR + 5:g} {min(ys) - 2.5:.1f}V{max(ys) + 2.5:.1f}")


def _entries(canvas: Canvas, facts: Facts, right: Mapping[str, float]) -> None:
    year = None
    for entry, y in right.items():
        count = len(facts.support.citations(entry)) if entry != _UNLINKED else 0
        if entry == _UNLINKED:
            label, title, kind = "no entry in the list", "citations to which no entry fits", "reference uncited"
        else:
            label, kind = facts.label(entry), "reference" if count else "reference uncited"
            title = f"{facts.label(entry)}: {counted(count, 'citation')}. {facts.data(entry)['raw']}"
            if facts.support.year(entry) != year:
                year = facts.support.year(entry)
                canvas.text(str(year or "no year"), "number", x=_YEAR, y=y + 4, text_anchor="end")
        with canvas.linked(entry, title, "entry", head=entry):
            canvas.shape("circle", kind, cx=_ENTRY, cy=y, r=_radius(facts, entry))
            canvas.label(label, "label", 230, x=_ENTRY + 16, y=y + 4)
            if finding := next(iter(facts.findings([entry])), None):
                flag(canvas, facts.severity(finding), _ENTRY - 16, y)
