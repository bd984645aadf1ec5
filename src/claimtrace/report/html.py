"""The report as one HTML file: it opens from disk, asks nothing of any network, and shows every word as text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimtrace.model.entity import EntityType
from claimtrace.model.reference import Reference
from claimtrace.report.cards import CardMaker
from claimtrace.report.choices import choices
from claimtrace.report.listing import by_check, check_rows, claim_sections, entity_rows, reference_rows, unlinked
from claimtrace.report.plain import begun, plain
from claimtrace.report.summary import counted, facts, gaps, severity_groups, sound
from claimtrace.report.view import Index, PagePicture, ReportView

_TEMPLATES = Path(__file__).parent / "templates"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def render_html(view: ReportView, drawn: Callable[[], Sequence[PagePicture]] = tuple) -> str:
    """The report as HTML text, to be written as UTF-8. The same view and pictures give the same text.

    Args:
        view: what to show.
        drawn: gives the pictures of pages; it is asked last, for they may still be being drawn.
    """
    index = Index(view)
    template = _environment().get_template("report.html.j2")
    style, script = _own("style.css", "style_media.css") + view.diagrams.style, _own("script.js")
    parts = {
        "document": view.paper.document,
        "language": _language(view.paper.document.language),
        "policy": _policy(style, script),
        "style": Markup(style),
        "script": Markup(script),
        "facts": facts(view),
        "groups": severity_groups(view),
        "gaps": gaps(view),
        "sound": sound(view),
        "claims": claim_sections(view, index),
        "references": reference_rows(view, index),
        "unlinked": unlinked(view, index),
        "incidents": entity_rows(view, index, EntityType.INCIDENT),
        "agreements": entity_rows(view, index, EntityType.AGREEMENT),
        "states": entity_rows(view, index, EntityType.STATE),
        "organizations": entity_rows(view, index, EntityType.ORGANIZATION, EntityType.PERSON),
        "checks": check_rows(view),
        "check_names": {row.check for row in view.coverage},
    }
    pictures = drawn()
    cards = CardMaker(view, index, pictures).cards()
    return template.render(parts, view=view, pictures=pictures, cards=cards, choices=choices(cards, index))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = counted
    environment.filters["by_check"] = by_check
    environment.filters["begun"] = begun
    environment.filters["markup"] = Markup
    environment.filters["data_url"] = _data_url
    environment.filters["address"] = _address
    return environment


def _shown(value: Any) -> Any:
    """Whatever a template prints: nothing for ``None``, and no character that steers the browser."""
    if value is None:
        return ""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _own(*names: str) -> str:
    return "".join((_TEMPLATES / name).read_text(encoding="utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    """A content security policy: pictures from the file itself, our own style and script, and nothing else."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")


def _data_url(png: bytes) -> Markup:
    return Markup("data:image/png;base64," + base64.b64encode(png).decode("ascii"))


def _address(reference: Reference) -> str | None:
    """Where an entry can be looked up by its DOI or arXiv number; a web address that a paper gives is never a link."""
    if reference.doi:
        return "https://doi.org/" + quote(plain(reference.doi), safe="/:;().-_")
    if reference.arxiv:
        return "https://arxiv.org/abs/" + quote(plain(reference.arxiv), safe="/.-_")
    return None


def _language(code: str | None) -> str:
    return code if code and _LANGUAGE.fullmatch(code) else "en"
