"""Reads the words that a page draws straight from pdfium.

pdfium is asked as rarely as possible, and for all words of a page at once: for the text object and the origin of each
word's first character, and for the room of its last one. Only where a word's characters may be set unlike each other
are more of them looked at: first for all such words at once, and one by one only where they do look so. Asking for the
room of every character would halve the speed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import compress

import pypdfium2 as pdfium

from claimtrace.read.characters import Characters
from claimtrace.read.page_text import LINE_END_HYPHEN, SECOND_HALF
from claimtrace.read.placing import Axes, Turn
from claimtrace.read.word_cutting import Token, Tokens, WordCutter, hides_space, is_level, is_raised
from claimtrace.read.word_table import WordTable
from claimtrace.read.words import Face

_WORD = re.compile(rf"[^\s\x00-\x1f{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}")


class WordReader:
    """The ``words`` of a page, cut from the text of its ``characters``, in the order of the content stream.

    ``starts`` tells where each begins in that text, ``items`` in which text object, by its address in pdfium. ``known``
    holds the words of earlier pages, and those of this page are added.
    """

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, known: Tokens) -> None:
        self.characters = Characters(page, text_page)
        self.words = WordTable()
        self.starts: list[int] = []
        self.items: list[int] = []
        matches = list(_WORD.finditer(self.characters.text))
        if matches:
            tokens = [known[match.group()] for match in matches]
            self._read([match.start() for match in matches], [match.end() - 1 for match in matches], tokens)

    def ink(self, at: int) -> list[tuple[float, float]]:
        """The left and right edge of what each character of a word prints."""
        start, count = self.starts[at], len(self.words.texts[at])
        edges = zip(*self.characters.inks(range(start, start + count)), strict=True)
        axes = self.characters.axes[self.words.faces[at].turn]
        xs = [(axes.place(left, low)[0], axes.place(right, high)[0]) for left, right, low, high in edges]
        return [(a, b) if a <= b else (b, a) for a, b in xs]

    def keep(self, places: Sequence[int]) -> None:
        """Keep the words at these places only."""
        self.words = self.words.taken(places)
        self.starts, self.items = [self.starts[at] for at in places], [self.items[at] for at in places]

    def _read(self, starts: list[int], lasts: list[int], tokens: list[Token]) -> None:
        characters = self.characters
        texts, in_doubt = zip(*tokens, strict=True)
        marks = bytearray(len(texts))
        signs: list[tuple[int, int]] = []  # by word and index
        letters: list[tuple[int, int]] = []
        for at, doubts in zip(compress(range(len(texts)), in_doubt), filter(None, in_doubt), strict=True):
            marks[at], at_signs, at_letters = doubts
            start = starts[at]
            signs += [(at, start + sign) for sign in at_signs]
            letters += [(at, start + letter) for letter in at_letters]
        indices = [*starts, *(index for _, index in signs), *(index - 1 for _, index in letters)]
        items = characters.objects(indices)
        characters.faces.read(dict(zip(items, indices, strict=True)))
        first, second = len(starts), len(starts) + len(signs)
        items, theirs, before = items[:first], items[first:second], items[second:]
        faces = characters.faces.of(items)
        x0, x1, bases, uneven = self._placed(starts, lasts, faces)
        words = WordTable(list(texts), x0, x1, bases, faces, marks)
        ragged = {*uneven, *self._unlike(words, items, signs, theirs)}
        ragged = {at for at in ragged if faces[at].turn is not Turn.OTHER}  # an aslant word is left whole
        self._keep(words, starts, items, ragged, self._spaces(letters, before))
        if SECOND_HALF in characters.text:
            self.words.texts = [text.replace(SECOND_HALF, "") for text in self.words.texts]

    def _placed(
        self, starts: list[int], lasts: list[int], faces: list[Face]
    ) -> tuple[list[float], list[float], list[float], set[int]]:
        """The left and right edges and baselines of words, and those (by their number) whose ends do not stand level.

        Given are the indices of their first and last characters.
        """
        columns = [*self.characters.origins(starts), *self.characters.rooms(lasts)]
        turned = []
        for turn in self.characters.faces.turns & {Turn.UP, Turn.DOWN}:
            places = [at for at, face in enumerate(faces) if face.turn is turn]
            theirs = [[column[at] for at in places] for column in columns]
            turned.append((places, _along(self.characters.axes[turn], *theirs)))
        x0, x1, bases, uneven = _along(self.characters.axes[Turn.UPRIGHT], *columns)
        for places, (lefts, rights, levels, aslant) in turned:
            for at, left, right, base in zip(places, lefts, rights, levels, strict=True):
                x0[at], x1[at], bases[at] = left, right, base
            uneven = uneven.difference(places).union([places[at] for at in aslant])
        return x0, x1, bases, uneven

    def _unlike(
        self, words: WordTable, items: Sequence[int], signs: Sequence[tuple[int, int]], theirs: Sequence[int]
    ) -> Iterator[int]:
        """The words of which a sign is set otherwise than the head, or a figure is drawn above the line.

        The signs are given by word and index, and by their text object: one object has one baseline and one size.
        """
        text, all_axes, faces = self.characters.text, self.characters.axes, words.faces
        others = {index: item for (at, index), item in zip(signs, theirs, strict=True) if item != items[at]}
        figures = [sign for sign in signs if text[sign[1]].isdigit()]
        origins = dict(zip(others, zip(*self.characters.origins(list(others)), strict=True), strict=True))
        drawn = dict(zip(others, self.characters.faces.of(list(others.values())), strict=True))
        for at, index in signs:
            if index in others:
                base = all_axes[faces[at].turn].place(*origins[index])[1]
                if not is_level(base, words.bases[at], drawn[index], faces[at]):
                    yield at
        feet = zip(*self.characters.inks([index for _, index in figures]), strict=True)
        for (at, index), ink in zip(figures, feet, strict=True):
            face, base, axes = faces[at], words.bases[at], all_axes[faces[at].turn]
            if index in others:
                face, base = drawn[index], axes.place(*origins[index])[1]
            if is_raised(base, axes.foot(*ink), face.size):
                yield at

    def _spaces(self, letters: Sequence[tuple[int, int]], before: Sequence[int]) -> dict[int, list[int]]:
        """For each word in which spaces hide the indices of the letters behind them.

        The letters that may be such are given by word and index, and by the text object of the character before.
        """
        found: dict[int, list[int]] = {}
        origins = self.characters.origins([index for _, index in letters])
        rooms = self.characters.rooms([index - 1 for _, index in letters])
        drawn = self.characters.faces.of(before)
        for (at, index), face, x, y, left, top, right, bottom in zip(letters, drawn, *origins, *rooms, strict=True):
            axes = self.characters.axes[face.turn]
            gap = axes.place(x, y)[0] - max(axes.place(left, top)[0], axes.place(right, bottom)[0])
            if hides_space(gap, face.size, self.characters.text[index]):
                found.setdefault(at, []).append(index)
        return found

    def _keep(
        self,
        words: WordTable,
        starts: list[int],
        items: list[int],
        ragged: Collection[int],
        spaces: dict[int, list[int]],
    ) -> None:
        """Keep the words, but cut those that are ragged or hold spaces."""
        if not ragged and not spaces:
            self.words, self.starts, self.items = words, starts, items
            return
        closely = sorted({*ragged, *spaces})
        cutter = WordCutter(self.characters, [(starts[at], starts[at] + len(words.texts[at])) for at in closely])
        done = 0
        for at in closely:
            self._copy(words, starts, items, done, at)
            done = at + 1
            if at in spaces:
                pieces = cutter.parted(words.texts[at], starts[at], spaces[at])
            else:
                pieces = cutter.cut(words[at], starts[at])
            for start, piece in pieces:
                self.words.append(piece)
                self.starts.append(start)
                self.items.append(cutter.item(start))
        self._copy(words, starts, items, done, len(starts))

    def _copy(self, words: WordTable, starts: list[int], items: list[int], start: int, end: int) -> None:
        self.words.extend(words, start, end)
        self.starts += starts[start:end]
        self.items += items[start:end]


def _along(
    axes: Axes,
    xs: list[float],
    ys: list[float],
    lefts: list[float],
    tops: list[float],
    rights: list[float],
    bottoms: list[float],
) -> tuple[list[float], list[float], list[float], set[int]]:
    """The left and right edge and the baseline of words in lines with these axes, and those whose ends are not level.

    Given are the origin of each word's first character, and the room of its last.
    """
    swapped, right, left, down, top = axes
    if swapped:
        xs, ys, lefts, tops, rights, bottoms = ys, xs, bottoms, rights, tops, lefts
    x0, x1 = xs, rights if right > 0 else lefts
    if right < 0 or left:
        x0, x1 = [right * x + left for x in x0], [right * x + left for x in x1]
    ends = enumerate(zip(bottoms, ys, tops, x0, x1, strict=True))
    uneven = set()
    for at in [at for at, (low, y, high, a, b) in ends if not (low <= y <= high and a <= b)]:  # few
        low, high = sorted((bottoms[at], tops[at]))
        if not (low - 1 <= ys[at] <= high + 1 and x0[at] <= x1[at] + 1):
            uneven.add(at)
        if x0[at] > x1[at]:
            x0[at], x1[at] = x1[at], x0[at]
    return x0, x1, [down * y + top for y in ys], uneven
