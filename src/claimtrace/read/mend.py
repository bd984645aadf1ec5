"""Lines to text: what a line's end has cut is joined again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimtrace.knowledge.tables import table
from claimtrace.read.lines import LineOfWords
from claimtrace.text.fold import straight

_HYPHENS = ("-", "‐", "‑", "\u00ad")
_SOFT = _HYPHENS[1:]  # the typesetter's own
_LETTERS_BEFORE = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[-‐‑\u00ad]$")
_LETTERS_AFTER = re.compile(r"^[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?:|www\.|doi\.org|doi:|^10\.\d{4,9}/)\S*$", re.IGNORECASE)
_NEW_ADDRESS = re.compile(r"https?:|www\.|doi\b", re.IGNORECASE)
_SECOND_PART_FOLLOWS = frozenset({"and", "or", "und", "oder"})
_LONGEST_ENDING = 4  # letters: "hand|led", "life|like"
_SYLLABLE = 3  # letters; a part of a compound is mostly longer
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Lexicon:
    """The paper's own words, as witnesses for what a line-end hyphen stands for."""

    def __init__(self, lines: Iterable[Sequence[str]]) -> None:
        """Count the words of all lines, save those that a line's end has cut; no line is empty."""
        printed = Counter(chain.from_iterable(_whole_words(lines)))
        # whether compounds are written with the plain hyphen of ASCII
        self.plain_hyphens = any("-" in word[1:-1] for word in printed)
        self._counts = Counter[str]()
        for count, texts in _by_count(printed).items():  # what is done to many words at once takes a third of the time
            for word, times in Counter(_WORD.findall(straight(" ".join(texts)).casefold())).items():
                self._counts[word] += count * times
        self._parts: dict[str, set[str]] = defaultdict(set)
        for row in table("hyphen_parts"):
            self._parts[row["use"]].add(row["part"])
        # "state-spon" for "state-sponsored": enough to know it by
        self._compounds = set(self._parts["compound"])
        for word in self._counts:
            if "-" in word:
                first, _, rest = word.partition("-")
                self._compounds.add(f"{first}-{rest[:4]}")

    def knows(self, word: str) -> bool:
        """Whether the paper has this word elsewhere."""
        return self._counts[word.casefold()] > 0

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether ``before-`` at a line's end and ``after`` on the next are a compound, not a broken word."""
        left, right = before.casefold(), after.casefold()
        joined, compound = self._counts[left + right], self._counts[f"{left}-{right}"]
        in_capitals = before.isupper() and after.isupper() and min(len(before), len(after)) > _SYLLABLE
        if not after[:1].islower() and not in_capitals:
            return not (joined and before.isupper() and after.isupper())
        if joined or compound:
            return compound > joined
        if len(before) > 1 and before.isupper() and not in_capitals:
            return True  # "EU-wide"
        last, first = left.rpartition("-")[2], right.partition("-")[0]
        if len(last) == 1:
            return True  # "α-pinene": no word is broken behind one letter
        if f"{last}-{right[:4]}" in self._compounds:
            return True
        whole_words = self._counts[last] > 0 and self._counts[first] > 0
        if whole_words and (last != left or first != right):
            return True  # "top-of-|atmosphere", "up-|to-date": a chain of words
        if last in self._parts["hyphen"]:
            return first not in self._parts["ending"]
        if last in self._parts["joined"]:
            return False
        if last in self._parts["prefix"]:
            return self._counts[right] > 0 and self._parts_prefix(last)
        if right in self._parts["second"]:
            return len(last) > _SYLLABLE and (last not in self._parts["noun"] or len(right) > _LONGEST_ENDING)
        if last in self._parts["noun"]:
            return False
        return whole_words and len(last) >= 4 and len(right) >= 4

    def _parts_prefix(self, prefix: str) -> bool:
        """Whether the paper mostly sets a hyphen between this prefix and other words of its own."""
        parted = joined = 0
        for word in self._counts:
            if word.startswith(prefix):
                parted += word.startswith("-", len(prefix))
                joined += word[len(prefix) :] in self._counts
        return parted > joined


def _by_count(words: Counter[str]) -> dict[int, list[str]]:
    """The words that occur as often as each other, by how often that is."""
    found: dict[int, list[str]] = defaultdict(list)
    for word, count in words.items():
        found[count].append(word)
    return found


def _whole_words(lines: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The words of each line without those that its ends have cut."""
    previous_cut = False
    for words in lines:
        cut = words[-1].endswith(_HYPHENS)
        yield words[1 if previous_cut else 0 : -1 if cut else None] if cut or previous_cut else words
        previous_cut = cut


def join(before: str, after: str, lexicon: Lexicon) -> tuple[str, int]:
    """What stands between two lines, and how many characters of the first line's end it replaces.

    Args:
        before: the last word of a line.
        after: the first word of the next.
        lexicon: the paper's words.

    Returns:
        The separator (``""`` or ``" "``) and the number of characters to cut off ``before`` (0 or 1).
    """
    if before.isalpha():  # nearly always
        return " ", 0
    if is_cut_address(before, after):
        return "", 1 if before.endswith(_SOFT) else 0  # no address holds one
    if before.endswith(_SOFT) and lexicon.plain_hyphens and before[-2:-1].isalpha() and after[:1].isalpha():
        return "", 1  # a sign that this paper uses for broken words only
    if before.endswith(_HYPHENS):
        left, right = _LETTERS_BEFORE.search(before), _LETTERS_AFTER.match(after)
        if left and right:
            if right.group() in _SECOND_PART_FOLLOWS and not lexicon.knows(left.group(1) + right.group()):
                return " ", 0  # "short- and long-term"
            return "", 0 if lexicon.keeps_hyphen(left.group(1), right.group()) else 1
        if len(before) > 1 and (before[-2].isalnum() and after[:1].isalnum()):
            return "", 0
        return " ", 0
    if before.endswith(("–", "—")) and len(before) > 1 and after[:1].isalnum():
        return "", 0
    if before.endswith("/") and len(before) > 1:
        return "", 0
    return " ", 0


def is_cut_address(before: str, after: str) -> bool:
    """Whether a line's last and the next one's first word are parts of one web address or DOI."""
    if "." not in before and ":" not in before:  # nearly always
        return False
    return bool(_ADDRESS.search(before)) and _goes_on(before, after)


def _goes_on(address: str, after: str) -> bool:
    """Whether a web address or DOI at a line's end goes on with the next line's first word."""
    if re.match(r"[^\W\d_][\w'’-]+,$", after) and after[:1].isupper():
        return False  # a name: the next entry of a list begins
    if _NEW_ADDRESS.match(after):
        return False
    if address.endswith(("/", "_", "=", "&", "?", "%", ":", "-", "‐", "~", "#")):
        return not after.startswith(("(", "["))
    if after.startswith(("/", "_", "=", "&", "?", "%", "-")):
        return True
    if address.endswith((".", ",", ";", ")")):
        return address.endswith(".") and bool(re.match(r"[\da-z][\w-]*[./\d]", after)) and not after[:1].isupper()
    return bool(re.match(r"[a-z\d][\w.-]*[/\d_]", after)) and not re.match(r"\d{1,4}[.,;:]?$|\(", after)


def joined_words(lines: Sequence[LineOfWords], lexicon: Lexicon) -> str:
    """Lines as one mended string without a trace, for short texts such as a title."""
    text = ""
    for line in lines:
        first = line.first.text
        if text:
            separator, cut = join(text.rsplit(" ", 1)[-1], first, lexicon)
            text = text[: len(text) - cut] + separator
        text += line.text
    return text
