"""The verbs and nouns by which a sentence tells of a deed, with the words around them that stand for the incident.

In the active voice these are the verb and what is behind it ("broke into the Albanian parliament"), in the passive the
clause up to the verb ("the Albanian parliament was hacked"), of a noun the noun and what is behind it ("espionage
against firms in Japan"). The words are those of ``deed_words.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.place import Span

_LONGEST = 220  # characters of a deed
_REACH = 120  # characters from a passive verb to the end of who did it
_AUXILIARY = r"\b(?:was|were|is|are|been|being|be|got)\s+(?:(?:\w+ly|also|first|then|all|both|later)\s+){0,2}"
_PASSIVE = re.compile(rf"{_AUXILIARY}$")
_REDUCED = re.compile(r"\s+(?:[\w-]+\s+){0,3}?by\s+(?!\w+ing\b)")
_NOT_A_VERB = re.compile(
    r"(?:^|[\s(“])(?:the|a|an|this|these|those|its|their|his|her|of|such|some|many|no|newly|previously)\s+$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:would|should|could|will|shall|must|can|cannot|not|never|neither|nor|if)\s+(?:be\s+|have\s+been\s+)?$"
)
_PLAIN_FORM = re.compile(
    r"(?!was|were|been|hit|struck|hurt|stole|took|sent|cut|shut|got|had|ran|broke|spied|went|read|made|put|laid|lost|left"
    r"|found|cost|brought|froze|overrun)"
    r"\w+?(?<!ed)(?<!ing)(?<!en)$"
)
_BEFORE_PLAIN_FORM = re.compile(
    r"\b(?:who|which|that|to|it|they|and|also|often|still|\w+ly|\w*(?:actors?|groups?|hackers?|gangs?|teams?|crews?"
    r"|malware|units?|operators?|campaigns?))\s+$"
)
_LAID = re.compile(r"\b(?:blam|pin|put)\w*\s+(?:the|this|that|its|their)\s+(?:\w+\s+)?$")
_HAS = re.compile(r"\b(?:ha[ds]|have|having)\s+(?:\w+\s+)?$")
_NOUN = re.compile(r"\s+(?:on|against|of|at|in|from|by)\s")
_JOINT = re.compile(
    r"(?:^|,?\s)(?:when|while|because|although|though|if|after|until|but|(?:(?:through|by|in|of|with)\s+)?which)\s+"
)
OPENING = re.compile(
    r"(?:In|By|On|Since)\s(?:(?:early|late|mid)[\s-])?(?:[A-Z]\w+\s(?:and\s[A-Z]\w+\s)?)?\d{4},?\s+(?=[A-Za-z])"
    r"|(?:In|On|By|Since|During|Between|From|After|Before|Throughout|At)\s[^,.;]{2,70}?,\s+"
)
_WHERE = re.compile(r"\s+(?:in|at|of|from|across|belonging\s+to|based\s+in)\s+(?:[^.;:()]|\.\d)*")
_WHEN = re.compile(r"\s+in\s+(?:\w+\s+)?\d")
_ASIDE = re.compile(r",\s[^;:.]*,\s+(?:(?:and|had|has|have|also|then|later|is|was|were|are|been|\w+ly)\s+)*$")
_LIST = (  # behind a comma: another name, or the rest of a list
    r"(?:(?:(?:in|of|at)\s+)?(?:the\s+)?[A-Z]|and\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*(?=[\s.,;])"
    r"(?!\s+(?:\w+\s+){0,3}?(?:\w+ed|was|were|has|had|is)\b)|[\w'’-]+(?:\s+[\w'’-]+){0,2}(?:,|\s+and)\s)"
)
_DID = re.compile(
    r"(?:\s+(?:of|in)\s+(?:[A-Z]\w+\s+)?\d{4})?(?:,\s(?:[^;:.]|\.\d)*,)?"
    r"\s+(?:(?:had|has|have|also|then|later|first|reportedly|\w+ly)\s+)*"
)
_OBLIQUE = re.compile(r"\b(?:of|in|on|by|with|to|after|from|against|between)\s+(?:the\s+)?$")
_LOOSE_END = re.compile(r"(?:[\s,]+(?:and|or|but|the|an?))*[\s,]*$")


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: its kind ("hack", "noun", ...), the words that stand for it, where the one who did it may stand."""

    kind: str
    words: Span
    actors: Span
    passive: bool = False


def deed_voice(name: str) -> str | None:
    """Whether the name of an incident is a deed told in the active ("A"), in the passive ("P"), or as a noun ("N")."""
    if _nouns().match(f"{name} "):
        return "N"
    if _any_verb().match(f"{name} "):
        return "A"
    verb = _verbs().match(f"{name} ")
    if verb and not (_PLAIN_FORM.match(verb.group()) and _NOUN.match(name, verb.end())):
        return "A"
    return "P" if _was_done().search(f"{name} ") else None


def deeds_of(text: str, sentence: Span, subjects: Sequence[Span]) -> Iterator[Deed]:
    """What may tell of a deed in a sentence, in order.

    Args:
        text: the paper's text.
        sentence: the sentence.
        subjects: where incidents and hacker groups are named: whatever these did counts.
    """
    found = [(match, "suffered") for match in words_of("suffered").finditer(text, sentence.start, sentence.end)]
    found += [(match, str(match.lastgroup)) for match in _verbs().finditer(text, sentence.start, sentence.end)]
    found += [(match, "noun") for match in _nouns().finditer(text, sentence.start, sentence.end)]
    if subjects:
        found += [(match, "any") for match in _any_verb().finditer(text, sentence.start, sentence.end)]
    for match, kind in sorted(found, key=lambda pair: pair[0].start()):
        if kind == "any" and not any(did_it(text, subject, match.start()) for subject in subjects):
            continue
        if deed := _deed(text, sentence, match, kind):
            yield deed


@cache
def words_of(kind: str) -> re.Pattern[str]:
    """The words of ``deed_words.tsv`` of a kind, whole words only."""
    return re.compile(rf"(?<![\w-])(?:{written(kind)})(?![\w-])")


def written(kind: str) -> str:
    """The words of a kind as one regular expression in which any blank fits any other."""
    return alternatives("deed_words", kind).replace(" ", r"\s+")


@cache
def _verbs() -> re.Pattern[str]:
    deeds = "|".join(f"(?P<{kind}>{written(kind)})" for kind in ("hack", "intrude", "harm"))
    did = rf"(?P<with>(?:{written('with')})\s+(?:[\w-]+\s+){{0,4}}?{_nouns().pattern})"
    return re.compile(rf"(?<![\w-])(?:{did}|{deeds})(?![\w-])")


@cache
def _nouns() -> re.Pattern[str]:
    onto = written("onto")
    whose = rf"(?:\s+by\s+(?:(?!on|upon|against|into|in|and)[\w'’-]+\s+){{1,5}}?(?:{written('actor')}))?"
    return re.compile(
        rf"(?<![\w-])(?i:(?:{written('noun')})(?:\s+of\s+espionage)?{whose}\s+(?:{onto})"
        rf"|(?:{written('taking')})\s+(?:of|from|at|in|{onto}))(?=\s)"
    )


@cache
def _any_verb() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?!(?:{written('no deed')})\b)"
        r"(?:[a-z]{3,}ed|took|spent|got|made|kept|put|sent|read|drew|hid|lay|laid|cost|rendered)"
        r"(?!\s+by\b)(?![\w-])"
    )


@cache
def _was_done() -> re.Pattern[str]:
    verbs = "|".join(written(kind) for kind in ("hack", "intrude", "harm"))
    return re.compile(rf"{words_of('suffered').pattern}|{_AUXILIARY}(?:{verbs})\s")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"[;:(—–“”]|\.(?!\d)|,(?!\d)(?!\s+{_LIST})|(?<=[\s\d])(?:{written('ends')})(?=\s)")


@cache
def _says() -> re.Pattern[str]:
    when = r"(?:\s+(?:on|in|by|late|early|last)\s[^,.;:]{0,25}?)?"
    return re.compile(
        rf"(?<![\w-])(?<!was\s)(?<!were\s)(?<!been\s)(?:{written('says')})(?![\w-])(?!\s+(?:by|to|of)\b)"
        rf"(?:{when}\s+that\b)?|^According\s+to\s[^,]*,"
    )


def _deed(text: str, sentence: Span, match: re.Match[str], kind: str) -> Deed | None:
    """The deed of a verb or noun; none where the word is of another kind ("the hacked files", "an attack")."""
    before = text[max(sentence.start, match.start() - 40) : match.start()]
    if kind == "noun" and match.group().endswith(("on", "upon")) and _LAID.search(before):
        return None
    if kind in ("noun", "any"):
        return _active(text, sentence, match, kind)
    if (kind != "suffered" and _NOT_A_VERB.search(before)) or _NOT_DONE.search(before):
        return None
    plain = _PLAIN_FORM.match(match.group().split()[0]) is not None
    participle = not plain and not match.group().endswith("ing") and kind != "with"
    if kind == "suffered" or (
        participle and (_PASSIVE.search(before) or _REDUCED.match(text, match.end(), sentence.end))
    ):
        return _passive(text, sentence, match, kind)
    if plain and not _BEFORE_PLAIN_FORM.search(before):
        return None
    if match.group() == "stolen" and not (_HAS.search(before) or text.startswith(" from ", match.end())):
        return None
    return _active(text, sentence, match, kind)


def did_it(text: str, subject: Span, verb: int) -> bool:
    """Whether a name is the subject of a verb; "reports of the attack reached London" tell of reports."""
    return bool(_DID.fullmatch(text, subject.end, verb)) and not _OBLIQUE.search(
        text[max(0, subject.start - 15) : subject.start]
    )


def _active(text: str, sentence: Span, match: re.Match[str], kind: str) -> Deed:
    """The verb and what is behind it; who did it stands before it."""
    limit = min(sentence.end, match.start() + _LONGEST)
    if kind == "noun" and (to := text.find(" to ", match.end(), limit)) >= 0:
        limit = to
    end = _ends().search(text, match.end(), limit)
    words = Span(match.start(), end.start() if end else limit)
    return Deed(kind, _trimmed(text, words), Span(_clause(text, sentence, match.start()), match.start()))


def _passive(text: str, sentence: Span, match: re.Match[str], kind: str) -> Deed:
    """The clause up to the verb, with where it happened; who did it stands behind "by"."""
    start, end = _clause(text, sentence, match.start()), match.end()
    for joint in _JOINT.finditer(text, start, match.start()):
        start = joint.end()
    if opening := OPENING.match(text, start, match.start()):
        start = opening.end()
    if end - start > _LONGEST:
        start = max(text.rfind(",", start, match.start()) + 1, end - _LONGEST)
    where = _WHERE.match(text, end, min(sentence.end, end + _LONGEST))
    if where and not _WHEN.match(text, end):
        stop = _ends().search(text, where.start() + 1, where.end())
        end = stop.start() if stop else where.end()
    actors = Span(end, min(sentence.end, end + _REACH))
    return Deed(kind, _trimmed(text, Span(start, end)), actors, passive=True)


def _clause(text: str, sentence: Span, verb: int) -> int:
    """Where the clause of a verb begins: behind a semicolon, or behind whoever says it, but not in words set aside."""
    start = max(sentence.start, *(text.rfind(sign, sentence.start, verb) + 1 for sign in ";:—"))
    aside = _ASIDE.search(text, start, verb)
    for said in _says().finditer(text, start, verb):
        if not (aside and aside.start() < said.start() and said.end() < aside.end()):
            start = said.end()
    return start


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    end = _LOOSE_END.search(words)
    return Span(span.start + len(words) - len(words.lstrip(" ,\n")), span.start + (end.start() if end else len(words)))
