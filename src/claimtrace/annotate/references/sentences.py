"""Where an entry's parts may meet: full stops that end something, apart from those that abbreviate; commas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.annotate.references.vocabulary import (
    ABBREVIATIONS,
    CITIES,
    JOURNAL_WORDS,
    LITTLE_WORDS,
    NEVER_ENDS_A_SENTENCE,
    folded,
)
from claimtrace.text.letters import LOWER, UPPER

_STOP = re.compile(
    rf"\s(?P<slash>//)\s(?=\S)|(?P<mark>[.?!])(?P<close>[\"”’'»)\]]{{0,2}})"
    rf"(?:\s+|(?<=[{LOWER}]{{4}}\.)(?=[{UPPER}][{UPPER}{LOWER}. ]))(?P<next>\S)"
)
_COMMA = re.compile(r",\s+")
_PART = re.compile(r"(?:[IVX]{1,4}[.:]|(?:Part|Teil|Series|Ser|Section)\.?\s[\dA-Z]{1,4}\b)")
_PLACE = re.compile(rf"(?P<city>[{UPPER}][^:.;,]{{2,20}}):\s[{UPPER}]")
_ROMAN = re.compile(r"[IVX]{1,4}")
_CUT_WORD = re.compile(rf"([{UPPER}]\w{{0,8}})(?:\.|$)")
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘'«]+$")
_BEFORE_ORDINAL = re.compile(r"\b(?:der|des|die|das|dem|den|zum|zur|[ai]m|vom)\s$")  # "Tagungsband der 9. Konferenz"
_TAXON = re.compile(rf"\((?!(?:[Ee]ds?|Hrsg|Hg|Vol)\b)[{UPPER}][\w.& -]{{0,24}}\.\)$")  # "Fusarium (Sacc.) Nirenberg"
_SMALL_NAME = re.compile(r"[a-z]{1,3}[A-Z]|npj\b|arXiv")  # "eLife", "mBio"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place between two parts: where the left ends, where the right starts, whether it surely is an end."""

    left: int
    right: int
    strong: bool
    mark: str


def stops(text: str) -> list[Stop]:
    """The places where a full stop, question or exclamation mark may end a part, brackets left out.

    >>> [stop.strong for stop in stops("On A. Smith. Sea Res. 3")]
    [False, True, False]
    """
    found: list[Stop] = []
    chained = 0  # where a name of cut words goes on: "Trans. Harb. Eng."
    by_letter = False  # whether but an initial began it: "J. Smith." is none, "N. Engl. J. Med." is one
    begun = 0  # where the words began that the next stop ends
    inside = _bracketed(text)
    for match in _STOP.finditer(text):
        if match["slash"]:  # the Russian standard's mark between title and journal
            found.append(Stop(match.start(), match.end(), True, "."))
            continue
        at, right = match.start("mark"), match.start("next")
        if inside[at] and inside[right]:
            continue
        left = match.end("close") if match["mark"] != "." or match["close"] else at
        strong = _is_strong(text, match)
        last = _last_word(text, at)
        within_name = chained and _few_capitalised(text[chained:at]) and (not by_letter or is_abbreviation(last))
        if match["mark"] == "." and (within_name or (strong and _begins_cut_name(text, begun, at, right))):
            strong = False
        strong = strong or (len(last) > 1 and place_follows(text, right))
        begun = right
        cut = match["mark"] == "." and not strong and last[:1].isupper()
        by_letter = cut and len(last) == 1 and last != "J" and (by_letter or not chained)
        chained = right if cut else 0
        found.append(Stop(left, right, strong, match["mark"]))
    return found


def place_follows(text: str, at: int) -> bool:
    """Whether a city and a colon stand here, as before a publisher: "Dublin: Lamp House"."""
    place = _PLACE.match(text, at)
    return place is not None and place["city"].casefold() in CITIES


def is_abbreviation(word: str) -> bool:
    """Whether a word is cut as in journal titles: "Chem.", "Int", "J"."""
    core = folded(word)
    return core in ABBREVIATIONS or (len(core) == 1 and word[:1].isupper())


def journal_likeness(text: str) -> float:
    """How much a text looks like the name of a journal, from about -3 to 4: capitals, cut words, few words."""
    words = text.split()
    if not words:
        return -3.0
    weighty = [(word, core) for word in words if word[:1].isalpha() and (core := folded(word)) not in LITTLE_WORDS]
    score = 0.0
    if weighty:
        capital = sum(not word[0].islower() or bool(_SMALL_NAME.match(word)) for word, _ in weighty)
        cut = sum(core in ABBREVIATIONS or (len(core) == 1 and word[0].isupper()) for word, core in weighty)
        score += (2.5 * capital + 1.5 * cut) / len(weighty) - 1
        score += 0.7 if any(core in JOURNAL_WORDS for _, core in weighty) else 0.0
    score -= 0.15 * max(0, len(words) - 4)
    if words[0][0].islower() and not _SMALL_NAME.match(words[0]):
        score -= 1.5
    return score


def comma_pieces(text: str) -> list[tuple[int, int]]:
    """Starts and ends of what commas part, commas in brackets left out."""
    cuts = [match.span() for match in _COMMA.finditer(text) if outside_brackets(text, match.start())]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def outside_brackets(text: str, at: int) -> bool:
    """Whether a place stands outside all brackets that are open there."""
    return text.count("(", 0, at) <= text.count(")", 0, at) and text.count("[", 0, at) <= text.count("]", 0, at)


def _is_strong(text: str, match: re.Match[str]) -> bool:
    """Whether a mark ends what stands before it rather than cutting a word short."""
    if match["mark"] != "." or match["close"]:
        return not match["next"].islower() and not _TAXON.search(text, 0, match.end("close"))
    right = match.start("next")
    if match["next"].islower() and not _SMALL_NAME.match(text, right):
        return False
    if text[match.start() - 1 : match.start()] in (")", "]"):
        return True
    if _PART.match(text, right):
        return False
    last = _last_word(text, match.start())
    numbered = text[: match.start() - len(last)].rstrip()[-1:] in (".", ":", ",", "-", "–", "")
    if numbered and _ROMAN.fullmatch(last):
        return False
    if last.isdigit() and len(last) < 3 and _BEFORE_ORDINAL.search(text, 0, match.start() - len(last)):
        return False
    core = folded(last)
    if not core or core in NEVER_ENDS_A_SENTENCE or (len(core) == 1 and core.isalpha()):
        return False
    return core not in ABBREVIATIONS or not last[:1].isupper()


def _last_word(text: str, at: int) -> str:
    """The word that ends here, without what an inner full stop or hyphen parts from it."""
    before = _WORD_BEFORE.search(text, max(0, at - 40), at)
    return before.group().rpartition(".")[2].rpartition("-")[2] if before else ""


def _begins_cut_name(text: str, begun: int, at: int, right: int) -> bool:
    """Whether one cut word stands here alone and others follow: "Coast. Eng. Lett."."""
    word = text[begun:at].lstrip("–- ")
    if not (1 < len(word) < 8 and word.isalpha() and word[0].isupper() and word[-1] not in "aeiouy"):
        return False
    following = _CUT_WORD.match(text, right)
    return bool(following and is_abbreviation(following[1]))


def _few_capitalised(text: str) -> bool:
    words = text.split()
    return len(words) <= 3 and len(text) < 24 and all(word[0].isupper() for word in words)


def _bracketed(text: str) -> bytearray:
    """For each character whether it stands in brackets; a bracket that never closes opens nothing."""
    inside = bytearray(len(text) + 1)
    stack: list[int] = []
    for at, letter in enumerate(text):
        if letter in "([":
            stack.append(at)
        elif letter in ")]" and stack:
            start = stack.pop()
            if not stack:
                inside[start : at + 1] = b"\x01" * (at + 1 - start)
    return inside
