"""Markdown as authors of papers write it: with front matter, footnotes, tables and the citations of pandoc."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from claimtrace.model.dated import DateEvent
from claimtrace.model.reference import Author
from claimtrace.read.dating import stated_date
from claimtrace.read.forms.draft import Draft
from claimtrace.read.forms.encoding import decoded
from claimtrace.read.forms.html import page_draft
from claimtrace.read.forms.tree import html_tree
from claimtrace.read.front import names_in
from claimtrace.read.own_doi import doi_among

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^:{3,}.*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]*\{[#.=-][^{}\n]*\}[ \t]*$", re.MULTILINE)
_PAGE_RANGE = re.compile(r"(?<=\d)--(?=\d)")
_HEADING = re.compile(r"<h([1-6])>")
_MOST_YAML = 20_000  # characters


def markdown_draft(path: Path, data: bytes) -> Draft:
    """The paper in a Markdown file.

    Raises:
        UnreadablePaperError: it holds nothing, or is nested too deeply.
    """
    text = decoded(data) or ""
    stated: dict[str, Any] = {}
    if front := _FRONT_MATTER.match(text):
        stated = _stated(front["yaml"])
        text = text[front.end() :]
    text = _PAGE_RANGE.sub("–", _ATTRIBUTES.sub("", _FENCE.sub("", text)))
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = parser.use(footnote_plugin).use(deflist_plugin).render(text)
    draft = page_draft(html_tree(path, f"<html>{_opening(stated, page)}{page}</body></html>"))
    draft.authors = tuple(_authors(stated)) or draft.authors
    draft.date = stated_date(_words(stated.get("date")), DateEvent.STATED) or draft.date
    draft.doi = doi_among([_words(stated.get("doi"))]) or draft.doi
    return draft


def _stated(text: str) -> dict[str, Any]:
    """What the front matter says, nothing where it is no YAML."""
    try:
        found = yaml.safe_load(text) if len(text) <= _MOST_YAML else None
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return {str(key).casefold(): value for key, value in found.items()} if isinstance(found, dict) else {}


def _opening(stated: dict[str, Any], page: str) -> str:
    """The front matter as the head of the page: title, authors, abstract."""
    title, abstract = _words(stated.get("title")), _words(stated.get("abstract"))
    names = ", ".join(" ".join(filter(None, (author.given, author.name))) for author in _authors(stated))
    level = min(_HEADING.findall(page), default="1")
    head = f'<head><meta name="citation_title" content="{escape(title)}"></head>' if title else ""
    lines = (
        f"<h{level}>{escape(title)}</h{level}>" if title else "",
        f"<p>{escape(names)}</p>" if names else "",
        f"<h{level}>Abstract</h{level}><p>{escape(abstract)}</p>" if abstract else "",
    )
    return f"{head}<body>{''.join(lines)}"


def _authors(stated: dict[str, Any]) -> list[Author]:
    """The authors: one line of names, a list of names, or a list of records."""
    given = stated.get("author", stated.get("authors"))
    found: list[Author] = []
    for item in given if isinstance(given, list) else [given]:
        if isinstance(item, dict) and item.get("family"):
            found.append(Author(family=_words(item["family"]), given=_words(item.get("given")) or None))
        else:
            name = _words(item.get("name") if isinstance(item, dict) else item)
            found.extend(names_in(name) or ([Author(literal=name)] if name else []))
    return found


def _words(value: object) -> str:
    """A value of the front matter as words on one line, "" for lists and records."""
    return " ".join(str(value).split()) if isinstance(value, str | int | date) else ""
