"""What a web page does not show: by its attributes, its own styles, and the style sheet in its head."""

from __future__ import annotations

import re

from lxml import etree

from claimtrace.read.forms.tree import descendants, name_of, plain

_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|"
    r"font-size\s*:\s*[01](?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|$|!)|"
    r"(?:left|top|text-indent)\s*:\s*-\d{3,}(?:px|pt|em)",
    re.IGNORECASE,
)
_WHITE = re.compile(r"(?<![\w-])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))", re.I)
_COLOURED = re.compile(r"background", re.IGNORECASE)
_COMMENT, _AT_RULE = (
    re.compile(r"/\*.*?\*/", re.DOTALL),
    re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;"),
)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?P<tag>[a-z][\w-]*)?(?:(?P<mark>[.#])(?P<name>[\w-]+))?", re.IGNORECASE)
_REACTS = re.compile(r":(?:hover|target|checked|focus|active)")
_OPENS = re.compile(r"tool-?tip|pop-?(?:up|over)|modal|dialog|dropdown|menu|preview|collaps|toggle|citation|cite", re.I)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 3  # words
_LISTS = ("ul", "ol", "li", "dl", "table", "tr", "td", "th")


class HiddenParts:
    """Tells what of one page is hidden, and which of it hides words rather than waits to be opened."""

    def __init__(self, root: etree._Element) -> None:
        sheets = _COMMENT.sub("", "".join(style.text or "" for style in descendants(root, "style")))
        self._rules = [
            match
            for selectors, declared in _RULE.findall(_AT_RULE.sub("", sheets))
            if _UNSEEN.search(declared)
            for selector in selectors.split(",")
            if (match := _SELECTOR.fullmatch(selector.strip())) and match.group()
        ]
        linked = any("stylesheet" in (link.get("rel") or "") for link in descendants(root, "link"))
        self._may_be_dark = linked or bool(_COLOURED.search(sheets))
        self._may_open = next(descendants(root, "script", "details"), None) is not None or bool(_REACTS.search(sheets))

    def hides(self, element: etree._Element) -> bool:
        """Whether a browser does not show an element."""
        style = element.get("style") or ""
        if element.get("hidden") is not None or _UNSEEN.search(style) or any(_fits(r, element) for r in self._rules):
            return True
        return bool(_WHITE.search(style)) and not self._is_on_colour(element)

    def keeps_from_reader(self, element: etree._Element, unread: tuple[str, ...]) -> bool:
        """Whether a hidden element holds words of the paper, rather than a formula, a list or what opens on a click.

        Args:
            element: it.
            unread: the names of elements that are never read.
        """
        name = name_of(element)
        around = {name_of(other) for other in element.iterancestors()}
        in_paragraph = name == "p" or "p" in around
        apart = not self._may_open and name not in _LISTS and not around & set(_LISTS)
        opens = _OPENS.search(f"{element.get('class') or ''} {element.get('role') or ''}")
        other = name in unread or next(descendants(element, "math", *unread), None) is not None
        return (in_paragraph or apart) and not opens and not other and len(_WORDS.findall(plain(element))) >= _FEWEST

    def _is_on_colour(self, element: etree._Element) -> bool:
        """Whether what is behind an element may be anything but white."""
        behind = (element, *element.iterancestors())
        return self._may_be_dark or any(
            _COLOURED.search(other.get("style") or "") or other.get("bgcolor") for other in behind
        )


def _fits(rule: re.Match[str], element: etree._Element) -> bool:
    """Whether a simple selector (``p``, ``.aside``, ``p.aside``, ``#aside``) names an element."""
    if rule["tag"] and rule["tag"].casefold() != name_of(element):
        return False
    if rule["mark"] == "#":
        return bool(rule["name"] == element.get("id"))
    return rule["mark"] is None or rule["name"] in (element.get("class") or "").split()
