"""The arrows by which notes of printed web pages lead back to their call: "Ibid., 105.↩": no words of the note."""

from __future__ import annotations

import re

from claimtrace.read.word_reader import WordReader

BACK_LINKS = re.compile("[↩⤴⏎][\ufe0e\ufe0f]?|↑(?=\\s|$)")


def drop_back_links(reader: WordReader) -> None:
    """Take the arrows off the words of a page; a word that is nothing else is left out."""
    texts = reader.words.texts
    texts[:] = [BACK_LINKS.sub("", text) for text in texts]
    if not all(texts):
        reader.keep([at for at, text in enumerate(texts) if text])
