"""Identifiers and words of access: found, mended, cut out."""

from __future__ import annotations

import pytest

from claimtrace.annotate.references.identifiers import take_identifiers

DOIS = [
    ("doi:10.5555/ab.1", "10.5555/ab.1"),
    ("DOI 10.5555/ab.1.", "10.5555/ab.1"),
    ("https://doi.org/10.5555/ab-1.", "10.5555/ab-1"),
    ("http://dx.doi.org/10.5555/ab", "10.5555/ab"),
    ("[http://dx.doi.org/10.5555/ab.12345.x] [PMID: 123]", "10.5555/ab.12345.x"),
    ("(doi:10.5555/s12345-013-1111-2)", "10.5555/s12345-013-1111-2"),
    ("https: //doi.org/10.5555/ab", "10.5555/ab"),
    ("https://doi.org/10. 5555/ab.c", "10.5555/ab.c"),
    ("doi: 10.5555/j.sea.2011. 03.021", "10.5555/j.sea.2011.03.021"),
    ("doi: 10.5555/0001-2345(99) 54321-7", "10.5555/0001-2345(99)54321-7"),
    ("doi: 10.5555/gen.00111\u200b-22.", "10.5555/gen.00111-22"),
    ("10.5555/0021(2001)004[0011:HW]2.0.CO;2.", "10.5555/0021(2001)004[0011:HW]2.0.CO;2"),
    ("doi:10.5555/ab[CrossRef]", "10.5555/ab"),
    ("https://doi.org/10.5555ab.2008.x", "10.5555ab.2008.x"),  # no DOI can be written so: for the check to find
    ("doi: 10.5555/ab.x. 1. See Lee for more", "10.5555/ab.x"),
]


@pytest.mark.parametrize(("tail", "doi"), DOIS)
def test_doi(tail: str, doi: str) -> None:
    found = take_identifiers(f"Ray A. Tides. Sea 4, 1 (2001). {tail}".replace("\u200b", ""))
    assert found.doi == doi
    assert found.rest.startswith("Ray A. Tides. Sea 4, 1 (2001).")
    assert "10.5555" not in found.rest
    assert found.url is None


@pytest.mark.parametrize(
    ("tail", "arxiv"),
    [
        ("arXiv:2001.01234", "2001.01234"),
        ("arXiv preprint arXiv:2001.01234v2 [cs.CR]", "2001.01234"),
        ("https://arxiv.org/abs/2001.01234", "2001.01234"),
        ("CoRR, abs/2001.01234", "2001.01234"),
        ("arXiv:hep-th/9901001", "hep-th/9901001"),
        ("https://doi.org/10.48550/arXiv.2001.01234", "2001.01234"),
    ],
)
def test_arxiv(tail: str, arxiv: str) -> None:
    assert take_identifiers(f"Ray A. Tides. {tail}").arxiv == arxiv


def test_a_volume_may_be_an_arxiv_number() -> None:
    assert take_identifiers("Ray A. Tides. CoRR, abs/2001.01234.").rest == "Ray A. Tides. CoRR, abs/2001.01234."


@pytest.mark.parametrize(
    "tail",
    [
        "Available at: https://sea.example/a (accessed 3 May 2019)",
        "Retrieved May 3, 2019, from https://sea.example/a",
        "[Online]. Available: https://sea.example/a",
        "<https://sea.example/a> accessed 4 May 2019",
        "Available online: https://sea.example/a (accessed on 3 May 2019).",
        "URL: https://sea.example/a. Accessed 3 May 2019.",
        "Disponible en: https://sea.example/a [consultado el 3 de mayo de 2019].",
        "Abgerufen am 3. Mai 2019 von https://sea.example/a",
        "https: //sea.example/a",
    ],
)
def test_url_and_access(tail: str) -> None:
    found = take_identifiers(f"Ray A. Tides. Sea Press. {tail}")
    assert found.url == "https://sea.example/a"
    assert found.rest.rstrip(" .") == "Ray A. Tides. Sea Press"


def test_nature_prints_the_year_behind_the_address() -> None:
    assert take_identifiers("Ray, A. Tides. https://sea.example/a (2020).").rest == "Ray, A. Tides. (2020)."


@pytest.mark.parametrize("word", ["PMID: 12345678", "[CrossRef] [PubMed]", "ISBN: 9780000000002", "Epub 2016/01/11."])
def test_leftovers(word: str) -> None:
    assert take_identifiers(f"Ray A. Tides. Sea 4:1. {word}").rest.rstrip(" .") == "Ray A. Tides. Sea 4:1"
