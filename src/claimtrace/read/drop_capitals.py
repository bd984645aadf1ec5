"""Drop capitals: the large first letter beside the first lines of a text, joined to the word that it begins."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.read.lines import Chunk, chunks_of
from claimtrace.read.runs import Run
from claimtrace.read.word_table import WordTable
from claimtrace.read.words import Word

_LEAST_SIZE = 16.0  # points; two lines of the smallest running text
_LEAST_TIMES = 1.8  # the size of the text beside it
_NARROW = 0.35  # of its size; the letters of a word are wider on average
_BESIDE = 0.5  # points
_OFF_BASE = 0.45  # of the size of the text; some are set a little high or low
_CAPITAL = 0.66  # height of a capital, as a share of its size


def chunks_of_page(words: WordTable) -> list[Chunk]:
    """The words of a page as chunks; a drop capital leads the first of the lines that it stands beside."""
    if not any(face.size >= _LEAST_SIZE for face in set(words.faces)):  # nearly always
        return chunks_of(words)
    words = _with_capitals_apart(words)
    faces, texts = words.faces, words.texts
    large = [at for at, face in enumerate(faces) if face.size >= _LEAST_SIZE and _is_capital(texts[at])]
    if not large:
        return chunks_of(words)
    others = chunks_of(words.without(large))
    dropped = [at for at in large if _lines_beside(words[at], others)]
    if not dropped:
        return chunks_of(words)
    chunks = chunks_of(words.without(dropped))
    for capital in [words[at] for at in dropped]:
        if lines := _lines_beside(capital, chunks):
            chunks[chunks.index(lines[0])] = _led_by(capital, lines)
    return chunks


def _with_capitals_apart(words: WordTable) -> WordTable:
    """The words; a capital that the engine has taken for the first letter of a word on its baseline is cut off it."""
    found = WordTable()
    done = 0
    for at in [at for at, face in enumerate(words.faces) if face.size >= _LEAST_SIZE]:
        text = words.texts[at]
        left = _left_of_text(words, at) if len(text) > 1 and text[0].isupper() else None
        if left is not None:
            found.extend(words, done, at)
            base = words.bases[at]
            found.append(Word(text[0], words.x0[at], left - _BESIDE, base, words.faces[at]))
            found.append(Word(text[1:], left, words.x1[at], base, words.faces[at + 1]))
            done = at + 1
    found.extend(words, done, len(words))
    return found


def _left_of_text(words: WordTable, at: int) -> float | None:
    """Where the text beside a capital begins, if a word is too narrow for its size, and one above stands beside it."""
    size, x0, base = words.faces[at].size, words.x0[at], words.bases[at]
    if words.x1[at] - x0 >= _NARROW * size * len(words.texts[at]) or at + 1 == len(words):
        return None
    beside = (
        edge
        for edge, other, face in zip(words.x0, words.bases, words.faces, strict=True)
        if base - size < other < base and _LEAST_TIMES * face.size <= size and 0.3 * size < edge - x0 < 1.2 * size
    )
    return min(beside, default=None)


def _is_capital(text: str) -> bool:
    """Whether a word is one capital letter, perhaps behind a quotation mark."""
    return len(text) <= 2 and text[-1:].isupper() and (len(text) == 1 or not text[0].isalnum())


def _lines_beside(capital: Word, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The lines that a drop capital stands beside, from top to bottom; none if it is no drop capital.

    It reaches from the head of the first line to the baseline of the last, which is the second at least.
    """
    near = [
        chunk
        for chunk in chunks
        if capital.face.size >= _LEAST_TIMES * chunk.size
        and -0.3 * chunk.size < chunk.x0 - capital.x1 < 1.2 * chunk.size
        and capital.base - capital.face.size < chunk.base < capital.base + 0.3 * chunk.size
    ]
    near.sort(key=lambda chunk: chunk.base)
    if len(near) < 2:
        return []
    first, last = near[0], near[-1]
    head = capital.base - _CAPITAL * capital.face.size
    at_head = abs(head - (first.base - _CAPITAL * first.size)) < 0.5 * first.size
    on_base = abs(capital.base - last.base) < _OFF_BASE * last.size
    return near if at_head and on_base and first.text[0].isalpha() else []


def _led_by(capital: Word, lines: Sequence[Chunk]) -> Chunk:
    """The first line with its capital; the others begin at the capital's edge, as the lines under them do."""
    first, second = lines[:2]
    words = list(first.words)
    words[0].glued = first.x0 - second.x0 < 0.15 * first.size  # "A ship" has a space behind its capital
    for line in lines[1:]:
        line.x0 = capital.x0
    return Chunk(Run.of([capital, *words]), first.x1, first.base, first.size)
