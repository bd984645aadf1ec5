"""Entries in styles that part their fields in ways of their own, in several languages; all of it is invented."""

from __future__ import annotations

import pytest

from claimtrace.annotate.references.parse import parse_entry

FIELDS = ("title", "container", "publisher", "volume", "issue", "first_page", "year")
Told = tuple[str, dict[str, object]]

CASES: dict[str, Told] = {
    # city and publisher, behind a word that journals cut, behind a comma, behind a book that holds a part
    "Ray, A. (2007) Quoting Water. Dublin: Gull.": ("Ray", {"title": "Quoting Water", "publisher": "Gull"}),
    "Ray, A. ([1922] 1964), Puerto y sociedad, México, FPE.": (
        "Ray",
        {"title": "Puerto y sociedad", "publisher": "FPE", "year": 1964},
    ),
    "Ray, A. (1999), «La regla y el faro», en C. Lee (comp.), Medidas, Barcelona, Muelle, pp. 30-52.": (
        "Ray",
        {"title": "La regla y el faro", "container": "Medidas", "publisher": "Muelle", "first_page": "30"},
    ),
    "RAY A. (2012), Distances, Paris, La Jetée, coll. « Quais ».": (
        "RAY",
        {"title": "Distances", "publisher": "La Jetée"},
    ),
    "Ray, Ada (2003): Häfen im Wandel. Schlussbericht. Zürich: Kai (= Arbeitsberichte Hafen 17).": (
        "Ray",
        {"title": "Häfen im Wandel. Schlussbericht", "publisher": "Kai"},
    ),
    "A. Ray, Handbook of Lamps. New York, NY, USA: Willow, 2012, ch. 2, pp. 10–45.": (
        "Ray",
        {"title": "Handbook of Lamps", "publisher": "Willow", "volume": None, "first_page": "10", "year": 2012},
    ),
    # newspapers and patents
    "The Harbourist (2010) 'Troubled waters', 4 May, p. 30.": (
        "The Harbourist",
        {"title": "Troubled waters", "container": None, "volume": None, "first_page": "30"},
    ),
    "Harbour Times (2016) 'Fog again', 3 March.": ("Harbour Times", {"title": "Fog again", "container": None}),
    'A. Ray, "Quiet lamp," U.S. Patent 7 654 321, Feb. 2, 2010.': (
        "Ray",
        {"title": "Quiet lamp", "container": None, "volume": None, "year": 2010},
    ),
    "Ray A. Salt and the sea[J]. Marine Studies, 2012, 34(2): 12-20.": (
        "Ray",
        {"title": "Salt and the sea", "container": "Marine Studies", "volume": "34"},
    ),
    # lawyers put the volume before the journal, and the year last
    "Ada Ray, Warning Signs, 92 Harb. L. Rev. 401, 417 (1999).": (
        "Ray",
        {"title": "Warning Signs", "container": "Harb. L. Rev", "volume": "92", "first_page": "401", "year": 1999},
    ),
    "Ada Ray, Warning Signs, 92 Harb. L. Rev. 401, 417 (1999) (arguing that signs of 1871 (or earlier) count).": (
        "Ray",
        {"title": "Warning Signs", "container": "Harb. L. Rev", "first_page": "401", "year": 1999},
    ),
    # a colon parts the title from what holds it
    "Ray, A., 1976, Measuring the tides of harbours: Transactions on Sea Networks, v. 84, p. 193–201.": (
        "Ray",
        {"title": "Measuring the tides of harbours", "container": "Transactions on Sea Networks", "volume": "84"},
    ),
    "Ray, A., Lee, C., and Roe, D., editors, 2004, Measuring the tides of harbours: Selwyn University Press, Leeds.": (
        "Ray",
        {"title": "Measuring the tides of harbours", "publisher": "Selwyn University Press", "year": 2004},
    ),
    "Ray, A. 1973: Historia de los faros.: Anuario de Costas 27, 319-327.": (
        "Ray",
        {"title": "Historia de los faros", "container": "Anuario de Costas", "volume": "27", "first_page": "319"},
    ),
    "Ray, A. (1986): Measuring tides at night. – Estuary Letters 47: 350–355.": (
        "Ray",
        {"title": "Measuring tides at night", "container": "Estuary Letters", "volume": "47", "first_page": "350"},
    ),
    # a title begins with a quotation, ends with a question, has a subtitle behind a full stop, or years in brackets
    "Ray, A. (2010). “Nobody asked us”: Pilots and tides in three ports. Journal of Ports, 4(2), 10–29.": (
        "Ray",
        {"title": "“Nobody asked us”: Pilots and tides in three ports", "container": "Journal of Ports", "issue": "2"},
    ),
    "Ray, A., “Nobody asked us”: pilots and tides in three ports, J. Ports 69 (1982) 150–170.": (
        "Ray",
        {"title": "“Nobody asked us”: pilots and tides in three ports", "container": "J. Ports", "year": 1982},
    ),
    "Ray, A. (2014), Who pays for tides? Pilots and the limits of trust, Sea Press, Leeds.": (
        "Ray",
        {"title": "Who pays for tides? Pilots and the limits of trust", "publisher": "Sea Press"},
    ),
    "Ray, A. 1996. Seerecht. Eine Einführung. Küstenverlag, Hamburg.": (
        "Ray",
        {"title": "Seerecht. Eine Einführung", "publisher": "Küstenverlag"},
    ),
    "Ray, A. (1971). Seerecht. Eine Einführung. Zeitschrift für Hafenkunde, 78(31), 223–245.": (
        "Ray",
        {"title": "Seerecht. Eine Einführung", "container": "Zeitschrift für Hafenkunde", "volume": "78"},
    ),
    "Ray, A. Measuring the cost of tides with panel data (1990–2010). Leeds: Sea Press; 1992.": (
        "Ray",
        {"title": "Measuring the cost of tides with panel data (1990–2010)", "publisher": "Sea Press", "issue": None},
    ),
    "Ray, A. Effects of tides on Fusarium maris (Sacc.) Nirenberg. Food Chem. 2015, 166, 330–336.": (
        "Ray",
        {"title": "Effects of tides on Fusarium maris (Sacc.) Nirenberg", "container": "Food Chem", "volume": "166"},
    ),
    "Ray, A., “Tides in ports,” Tides in ports: All that is known, 2014.": (
        "Ray",
        {"title": "Tides in ports", "container": "Tides in ports: All that is known", "year": 2014},
    ),
    # what holds a part
    "Ray, A. 2005. Gouverner les ports. Pages 25–49 in C. Lee, éditeur. Gouverner la mer. Éditions du Phare, Paris.": (
        "Ray",
        {"title": "Gouverner les ports", "container": "Gouverner la mer", "first_page": "25"},
    ),
    "Ray, A. (1990). Hafengebühren. In Tagungsband der 9. Konferenz für Hafensysteme (S. 91–116). Hamburg: Lotse.": (
        "Ray",
        {"title": "Hafengebühren", "container": "Tagungsband der 9. Konferenz für Hafensysteme", "first_page": "91"},
    ),
    "Ray A, de Roe C. On tides. In: Yunes RA, Cechinel Filho V. Química do mar. Itajaí: Univali; 2007. p. 209–235.": (
        "Ray",
        {"title": "On tides", "container": "Química do mar", "publisher": "Univali", "first_page": "209"},
    ),
    "Ray, A. On tides at night. In C. Lee (Ed.), Measuring the sea, Sea Press, Chicago, IL 1991, pp. 61–86.": (
        "Ray",
        {"container": "Measuring the sea", "publisher": "Sea Press", "volume": None, "first_page": "61"},
    ),
    "Ray, A. (1985, novembre 18). Gouverner les marées. Le Phare du soir.": (
        "Ray",
        {"title": "Gouverner les marées", "container": "Le Phare du soir"},
    ),
    "Ray, A. On pilots and tides (PhD thesis, Northgate University, 1964).": (
        "Ray",
        {"title": "On pilots and tides", "publisher": "Northgate University", "container": None},
    ),
    # names
    "Ray, Ann & Lee, Carl & Roe, Dina. 1984. Historia de la pesca. Madrid: Editorial Faro.": (
        "Ray",
        {"title": "Historia de la pesca", "year": 1984},
    ),
    "Ó Briain, F. 1986. Les limites de la marée. Annales du littoral 76:161–176.": (
        "Ó Briain",
        {"title": "Les limites de la marée", "year": 1986},
    ),
    "VAN DER BERG, Piotr, 2011. Measuring harbour dues. Leeds: Sea Press.": (
        "VAN DER BERG",
        {"title": "Measuring harbour dues", "year": 2011},
    ),
    "Cruz Salinas, C.G. 2012. Measuring tides. Leeds: Sea Press.": ("Cruz Salinas", {"title": "Measuring tides"}),
    "García Ledesma, María. 1980. Hacia una teoría de los faros. Anuario de Costas 26(60). 64–69.": (
        "García Ledesma",
        {"title": "Hacia una teoría de los faros", "container": "Anuario de Costas", "first_page": "64"},
    ),
    "Ray/de Lee/Roe, Measuring tides in ports, Sea Research 1976, 191–221": (
        "Ray",
        {"title": "Measuring tides in ports", "container": "Sea Research", "first_page": "191"},
    ),
    "RAY et al. 1963: A. Ray, C. Lee, D. Roe, Historia de los faros, Revista de Puertos, 3, 25-45.": (
        "Ray",
        {"title": "Historia de los faros", "container": "Revista de Puertos", "volume": "3", "year": 1963},
    ),
    "Conselho Superior dos Portos. 1974. Quem governa o mar? Estudos Costeiros 69: 257–291.": (
        "Conselho Superior dos Portos",
        {"title": "Quem governa o mar?", "container": "Estudos Costeiros"},
    ),
    "Istituto nazionale dei fari (2010). Chi governa il mare? Edizioni del Faro, Milano.": (
        "Istituto nazionale dei fari",
        {"title": "Chi governa il mare?", "publisher": "Edizioni del Faro", "year": 2010},
    ),
    "Ray, M, V Lee, C. D Roe, and J. W Falk. “Tides in ports.” Groundwater 54, no. 5 (2016): 733–739.": (
        "Ray",
        {"title": "Tides in ports", "container": "Groundwater", "issue": "5"},
    ),
    # numbers
    "Ray, A. «Hacia una teoría de los faros». Revista de Puertos 28, n.º 39 (2023): 340-67.": (
        "Ray",
        {"container": "Revista de Puertos", "volume": "28", "issue": "39", "first_page": "340"},
    ),
    "Ray, A. « Hacia una teoría », Estudios del Mar 63 (2007): 12-58.": (
        "Ray",
        {"container": "Estudios del Mar", "volume": "63", "first_page": "12"},
    ),
    "Ray A. On tides. Leeds: Sea Institute; 1999. Report No.: 65.": (
        "Ray",
        {"title": "On tides", "publisher": "Sea Institute", "year": 1999},
    ),
}


@pytest.mark.parametrize("raw", CASES)
def test_fields_of_an_entry(raw: str) -> None:
    first, told = CASES[raw]
    fields = parse_entry(raw)
    assert (fields.authors[0].name, {name: getattr(fields, name) for name in FIELDS if name in told}) == (first, told)


def test_a_second_initial_without_a_full_stop_belongs_to_the_given_name() -> None:
    fields = parse_entry("Ray, M, V Lee, C. D Roe, and J. W Falk. “Tides.” Groundwater 54, no. 5 (2016): 733–739.")
    assert [author.family for author in fields.authors] == ["Ray", "Lee", "Roe", "Falk"]


def test_signs_that_an_address_escapes_are_printed_in_a_doi() -> None:
    raw = "Ray, A. (2003). Tides. Ecology, 84(6), 14–19. https://doi.org/10.5555/12(2003)084%5B14:T%5D2.0.CO;2"
    assert parse_entry(raw).doi == "10.5555/12(2003)084[14:T]2.0.CO;2"
