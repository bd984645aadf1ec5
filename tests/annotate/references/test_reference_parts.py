"""The smaller readers of an entry's parts, and the examples in their docstrings."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import claimtrace.annotate.references as room
from claimtrace.annotate.references.dates import date_at
from claimtrace.annotate.references.descriptions import take_descriptions
from claimtrace.annotate.references.imprint import edition_within, is_publisher, publisher_of
from claimtrace.annotate.references.journals import title_and_journal
from claimtrace.annotate.references.laws import read_law
from claimtrace.annotate.references.parts import holding_book, split_at_in
from claimtrace.annotate.references.prepare import prepare
from claimtrace.annotate.references.quotes import quoted_title

MODULES = [module.name for module in pkgutil.iter_modules(room.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    module = importlib.import_module(f"{room.__name__}.{name}")
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("label", ["[3]", "(12)", "4.", "5 ", "[Kel17]", "• ", "12.  ", "[3] "])
def test_labels(label: str) -> None:
    assert prepare(f"{label} Ray, A. (2001). Tides.") == "Ray, A. (2001). Tides."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("2023 tides were high", "2023 tides were high"),
        ("(2023). Ray, A., & Lee, C. (2001). Tides", "Ray, A., & Lee, C. (2001). Tides"),
        ("Ray 2001 = Ray, A., Tides, 2001", "Ray, A., Tides, 2001"),
        ("R. Lar ´ ez, Tides", "R. Laréz, Tides"),
        ("J. Amaz´ , Tides", "J. Amaz, Tides"),
        ("Kr¨ uger, A. Tides", "Krüger, A. Tides"),
        ("Rıo-Mar ́ ın, L. Tides", "Rio-Marin, L. Tides"),
        ("Ray A. Fluten. 2001;4:1-9 (in German)", "Ray A. Fluten. 2001;4:1-9"),
        ("Ray A. Tides. 2001. © 2020 by the authors.", "Ray A. Tides. 2001."),
    ],
)
def test_prepare(raw: str, text: str) -> None:
    assert prepare(raw) == text


@pytest.mark.parametrize(
    ("text", "year", "suffix", "undated"),
    [
        ("(2010)", 2010, None, False),
        ("(2010a)", 2010, "a", False),
        ("(2010, May 3)", 2010, None, False),
        ("(3 May 2010)", 2010, None, False),
        ("(1848/1998)", 1998, None, False),
        ("(1848) 1998", 1848, None, False),
        (". 1976 [1832].", 1976, None, False),
        (", 2010b.", 2010, "b", False),
        ("(n.d.)", None, None, True),
        ("(n.d.-b)", None, "b", True),
        ("(s. f.)", None, None, True),
        ("(in press)", None, None, True),
        ("(Forthcoming)", None, None, True),
    ],
)
def test_dates(text: str, year: int | None, suffix: str | None, *, undated: bool) -> None:
    date = date_at(text, 0)
    assert date is not None
    assert (date.year, date.suffix, date.undated) == (year, suffix, undated)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("“Tides,” Sea 4", ("Tides,", " Sea 4")),
        ("‘The sea’s edge’, Sea 4", ("The sea’s edge", ", Sea 4")),
        ("'The sailors' revenge', Sea 4", ("The sailors' revenge", ", Sea 4")),
        ("„Fluten“, Meer 4", ("Fluten", ", Meer 4")),
        ("“On “high” tides.” Sea 4", ("On “high” tides.", " Sea 4")),
        ("‘High’ tides and their use. Sea 4", None),
        ("Tides. Sea 4", None),
    ],
)
def test_quoted_titles(text: str, split: tuple[str, str] | None) -> None:
    assert quoted_title(text) == split


@pytest.mark.parametrize(
    ("text", "closing", "split"),
    [
        ("On tides. J. Sea Res.", "period", ("On tides", "J. Sea Res.")),
        ("On tides. Ebb and flow. Sea Research", "period", ("On tides. Ebb and flow", "Sea Research")),
        ("On tides. SEA Complement. Environ. Med.", "period", ("On tides", "SEA Complement. Environ. Med.")),
        ("On tides in L. major. Nature", "period", ("On tides in L. major", "Nature")),
        ("Do tides turn? Sea Research", "year", ("Do tides turn?", "Sea Research")),
        ("On tides, ebbs and floods, J. Sea Res.", "comma", ("On tides, ebbs and floods", "J. Sea Res.")),
        ("J. Am. Chem. Soc.", "comma", ("", "J. Am. Chem. Soc.")),
        ("Angew. Chem., Int. Ed.", "comma", ("", "Angew. Chem., Int. Ed.")),
        ("On tides of the sea J Biomed Res", "period", ("On tides of the sea", "J Biomed Res")),
        (
            "On the sea. Proc. R. Soc. Lond. Series A: Seas",
            "year",
            ("On the sea", "Proc. R. Soc. Lond. Series A: Seas"),
        ),
    ],
)
def test_title_and_journal(text: str, closing: str, split: tuple[str, str]) -> None:
    assert title_and_journal(text, closing) == split


@pytest.mark.parametrize(
    ("text", "container", "publisher"),
    [
        ("A. Ray & C. Lee (Eds.), Tides and time (pp. 1–20). Sea Press", "Tides and time", "Sea Press"),
        ("Ray A, Lee C, editors. Tides and time. London: Sea Press", "Tides and time", "Sea Press"),
        ("Tides and time, A. Ray, Ed., pp. 1–11, Springer, Berlin, Germany", "Tides and time", "Springer"),
        ("Tides and time, 2nd ed.; Roe, D., Eds.; Sea Press: London, UK", "Tides and time", "Sea Press"),
        ("Tides and time, ed. by V.R. Ray (Sea Press, Cambridge, 2016)", "Tides and time", "Sea Press"),
        (
            "Proceedings of the 3rd Tide Conference, Rome, Italy, 3–7 June 2012",
            "Proceedings of the 3rd Tide Conference",
            None,
        ),
        ("D. Farrow/R. Singh (Hgg.), Tides and time. New York: Sea Press", "Tides and time", "Sea Press"),
    ],
)
def test_what_holds_a_part(text: str, container: str, publisher: str | None) -> None:
    book = holding_book(text)
    assert (book.container, book.publisher) == (container, publisher)


@pytest.mark.parametrize(
    ("text", "closing", "expected"),
    [
        ("Walls. In C. Lee (Ed.), Tides", "year", ("Walls.", "C. Lee (Ed.), Tides")),
        ("Walls. In: Lee C, editor. Tides", "period", ("Walls.", "Lee C, editor. Tides")),
        ("Walls, in Tides and Time", "comma", ("Walls", "Tides and Time")),
        ("Walls of the town in Germany. Sea Press", "year", None),
        ("Life in Rome. Sea Press", "period", None),
    ],
)
def test_in(text: str, closing: str, expected: tuple[str, str] | None) -> None:
    assert split_at_in(text, closing) == expected


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("London: Sea Press; 2006", "Sea Press"),
        ("Sea Press, Oxford", "Sea Press"),
        ("Akadémiai Kiadó: Budapest; 1986", "Akadémiai Kiadó"),
        ("Cambridge, MA: MIT Press", "MIT Press"),
        ("Sage, Thousand Oaks, CA", "Sage"),
        ("Vienna, R Foundation for Tides, 2011", "R Foundation for Tides"),
        ("Berlin", None),
        ("", None),
    ],
)
def test_publishers(text: str, publisher: str | None) -> None:
    assert publisher_of(text) == publisher


def test_sentences_are_no_publishers() -> None:
    assert not is_publisher("governments and the press in small towns")
    assert is_publisher("University of Selwyn Press")


def test_editions_end_a_title() -> None:
    text = "Tides and time, 3rd ed. Oxford: Sea Press"
    span = edition_within(text)
    assert span is not None
    assert text[: span[0]] == "Tides and time"


@pytest.mark.parametrize(
    ("text", "rest", "said"),
    [
        ("Tides. PhD thesis. University of Selwyn", "Tides. University of Selwyn", "PhD thesis"),
        ("Tides (Working Paper No. 3). Sea Bank", "Tides. Sea Bank", "(Working Paper No. 3)"),
        ("Tides (Version 2.1) [Computer software].", "Tides.", "[Computer software] (Version 2.1)"),
        ("Tides [The walls]. Sea", "Tides [The walls]. Sea", ""),
    ],
)
def test_descriptions(text: str, rest: str, said: str) -> None:
    assert take_descriptions(text) == (rest, said)


def test_titles_with_an_against_are_no_cases() -> None:
    assert read_law("Tides v. Walls: A Reply to Critics. Sea Research 4: 11-19.", named=True) is None
