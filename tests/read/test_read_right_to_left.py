"""Words in scripts that run to the left stand in the order in which they are read, also within English lines."""

from __future__ import annotations

import pytest
import typst
from drawn_pages import blocks, read_bytes

from claimtrace.read.lines import chunks_of, lines_of
from claimtrace.read.placing import Turn
from claimtrace.read.words import Face, Word

_FACE = Face(10.0, False, False, Turn.UPRIGHT, False)


def _line(shown: str) -> str:
    """A line as it is read whose words stand on the page as given, from left to right."""
    words, x = [], 50.0
    for text in shown.split():
        words.append(Word(text, x, x + 5 * len(text), 100.0, _FACE))
        x += 5 * len(text) + 2.5
    (line,) = lines_of(chunks_of(words))
    return line.text


@pytest.mark.parametrize(
    ("shown", "as_read"),
    [
        ("הנמלים לכל שלום", "שלום לכל הנמלים"),
        ("the line הנמלים לכל שלום hung there", "the line שלום לכל הנמלים hung there"),
        ("it read القديم الشمال ميناء in two places", "it read ميناء الشمال القديم in two places"),
        ("from הדלת 1987 בשנת on", "from בשנת 1987 הדלת on"),
        ("one שלום and another הנמלים there", "one שלום and another הנמלים there"),
        ("גדולה New York כי 37 נמסר", "נמסר 37 כי New York גדולה"),
        ("in 1987 – as ever – no one came", "in 1987 – as ever – no one came"),
    ],
)
def test_words_are_in_the_order_of_reading(shown: str, as_read: str) -> None:
    assert _line(shown) == as_read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "بني الميناء الصغير بعد الحرب الكبرى وبقي هناك سنوات طويلة. كان رجال الرصيف يعدون السفن كل صباح ولم يسأل "
            "أحد عن ثمن إصلاحه.",
            "ar",
        ),
        (
            "בשנת 1998 נמסר דוח New York לוועדה (עמ׳ 12) ובו נאמר כי 37 אוניות חצו את המפרץ הגדול. החוקרת טענה אחרת, "
            "ולדבריה עברו שם 40 אוניות.",
            "he",
        ),
    ],
)
def test_a_paragraph_wholly_in_such_a_script_is_read_whole(text: str, language: str) -> None:
    source = f"""
        #set page(width: 300pt, margin: 30pt)
        #set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 10pt, lang: "{language}", dir: rtl)
        {text}
    """
    assert blocks(read_bytes(typst.compile(source.encode(), ignore_system_fonts=True))) == [text]
