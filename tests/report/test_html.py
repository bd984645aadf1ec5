"""The HTML report: complete, permanent links, safe with hostile words, no request to anywhere."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from papers import FIRST_FOLIO, PAGES, hostile_view, make_paper, make_view, pdf_of

from claimtrace.model.decision import Decision, DecisionState
from claimtrace.model.finding import Evidence
from claimtrace.model.paper import Paper
from claimtrace.report.html import render_html
from claimtrace.report.pictures import page_pictures

APART = {"p", "li", "dt", "dd", "th", "td", "h1", "h2", "h3", "h4", "h5", "caption", "figcaption", "div"}
VOID = {"meta", "input", "link", "img", "br", "hr"}


class Page(HTMLParser):
    """Every element with its attributes and its text, in order."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[int] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in APART:
            self.handle_data(" ")
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self.elements[self._open.pop()][0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for at in self._open:
            self.texts[at] += data

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag and wanted.items() <= attrs.items()]

    def text(self, identity: str) -> str:
        at = next(n for n, (_, attrs) in enumerate(self.elements) if attrs.get("id") == identity)
        return " ".join(self.texts[at].split())


@pytest.fixture(scope="module")
def source() -> str:
    return render_html(make_view(), lambda: page_pictures(pdf_of(), (1, 2)))


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


@pytest.fixture(scope="module")
def hostile() -> str:
    return render_html(hostile_view())


def test_every_finding_is_there_with_its_page_and_folio(page: Page) -> None:
    for finding in make_view().findings:
        text = page.text(finding.id)
        assert finding.message in text
        assert f"Page {finding.page}, folio {FIRST_FOLIO + (finding.page or 0) - 1}" in text
        assert f"{finding.severity.value.title()}, {finding.verdict}" in text


def test_findings_carry_what_the_filters_ask_for(page: Page) -> None:
    shown = [(a["id"], a["data-severity"], a["data-check"]) for a in page.all("article")]
    assert shown == [(f.id, f.severity.value, f.check) for f in make_view().findings]
    assert {box["value"] for box in page.all("input", name="severity")} == {"error", "warning", "info"}
    assert {o["value"] for o in page.all("option")} == {"", *(f.check for f in make_view().findings)}


def test_every_link_leads_somewhere_and_no_name_stands_twice(page: Page) -> None:
    names = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(names) == len(set(names))
    for tag, attrs in page.elements:
        href = attrs.get("href")
        if tag in ("a", "use") and href and href.startswith("#"):
            assert href[1:] in names, href


def test_first_screen_says_what_was_read_found_and_not_checked(page: Page) -> None:
    summary = page.text("summary")
    assert "citations 4 3 linked to a reference" in summary
    assert "2 checks did not run: it needs the full text of the cited works" in summary
    assert "None of 3 pages cited could be judged: too few pages are cited" in summary
    assert "2 of 6 statements and table rows could not be judged" in summary
    assert "Found in order 2 of 2 entries of the list are cited" in summary
    assert "The work is older than the event source-predates-event" in summary
    assert "Quill 2012 is older than the Harbour fire (2018), for which it is cited. page 1, folio 101" in summary


def test_a_check_says_how_much_it_looked_at() -> None:
    view = make_view()
    row = replace(view.coverage[0], check=view.findings[0].check, checked=41)
    shown = Page(render_html(replace(view, coverage=(row, *view.coverage[1:]))))
    assert any("41 " in text and "looked at" in text for text in shown.texts)


def test_evidence_and_reason_stand_with_the_finding(page: Page) -> None:
    text = page.text("finding-old")
    assert "Knowledge base: Harbour fire: 2018" in text
    assert "Entry, page 2, folio 102: Quill, B. (2012)." in text
    assert "Why it matters: A work cannot report what had not happened." in text
    assert "What to do: Look for a work that is young enough" in text


def test_a_short_quote_is_shown_within_its_sentence(page: Page) -> None:
    assert "Ferries ran on Sundays, it is said (Marsh, 2001)." in page.text("finding-none")


def test_a_table_row_is_shown_with_the_heads_of_its_columns(page: Page) -> None:
    assert "What Lamps burned When on every quay." in page.text("finding-row")


def test_repeats_stand_side_by_side_with_their_differing_words_marked(page: Page) -> None:
    marked = [page.texts[n] for n, (tag, a) in enumerate(page.elements) if tag == "mark" and a["class"] == "compared"]
    assert marked == ["always"]
    text = page.text("finding-twice")
    assert "Marked: the words that differ." in text
    assert text.index("Page 1, folio 101") < text.index("Pilots were paid") < text.index("Pilots were always paid")


def test_findings_of_one_cause_lead_to_each_other() -> None:
    view = make_view()
    first, second = (replace(finding, cause="the entry Holm 2015") for finding in view.findings[:2])
    shown = Page(render_html(replace(view, findings=(first, second, *view.findings[2:]))))
    causes = [
        text
        for (_, attributes), text in zip(shown.elements, shown.texts, strict=True)
        if attributes.get("class") == "cause"
    ]
    assert len(causes) == 2
    assert all("the entry Holm 2015" in text for text in causes)
    assert second.check in causes[0]
    assert first.check in causes[1]


def test_what_a_person_dismissed_is_told_but_is_no_finding() -> None:
    view = make_view()
    decided = replace(view.findings[0], decision=Decision(DecisionState.DISMISSED, "Both fires are meant."))
    page = Page(render_html(replace(view, findings=view.findings[1:], dismissed=(decided,))))
    assert "4 places to look at: 1 error, 2 warnings, 1 info. 1 finding was dismissed by a person." in page.text(
        "summary"
    )
    assert "Both fires are meant." in page.text("finding-old")
    page = Page(render_html(replace(view, findings=(), dismissed=(decided,))))
    assert "Nothing is left to look at: 1 finding was dismissed by a person." in page.text("summary")


def test_a_passage_that_stands_three_times_is_shown_three_times() -> None:
    view = make_view()
    document = view.paper.document
    third = Evidence("the other place", document.text.at(document.lines[2].span), 1, document.lines[2].span)
    finding = next(finding for finding in view.findings if finding.duplicate)
    shown = Page(render_html(replace(view, findings=(replace(finding, evidence=(*finding.evidence, third)),))))
    assert len(shown.all("div", **{"class": "side"})) == 3
    assert "Evidence" not in shown.text("finding-twice")
    assert shown.text("finding-twice").index("harbour burned") < shown.text("finding-twice").index("were always paid")


def test_each_page_picture_is_embedded_once_and_marked_where_the_finding_stands(page: Page) -> None:
    pictures = page.all("image")
    assert [p["id"] for p in pictures] == ["picture-1", "picture-2"]
    assert all((p["href"] or "").startswith("data:image/png;base64,") for p in pictures)
    marks = page.all("rect")
    box = make_paper().document.text.boxes(make_view().findings[0].span)[0]  # type: ignore[arg-type]
    assert any(float(m["x"] or 0) == pytest.approx(box.x0 - 1, abs=0.1) for m in marks)
    assert all(svg["aria-label"] for svg in page.all("svg", role="img"))


def test_references_show_their_citations_and_what_points_nowhere(page: Page) -> None:
    text = page.text("references")
    assert "2 citations Holm, A. (2015)." in text
    assert "Pilots were always paid by the tide (Holm, 2015, p. 39)." in text
    assert "(no entry has this author and year)" in text
    counts = [a["data-count"] for a in page.all("li") if "data-count" in a]
    assert counts == ["2", "1"]


def test_claims_say_what_they_rest_on(page: Page) -> None:
    assert "rests on Quill 2012" in page.text("claim-1")
    assert "no entry in the list" in page.text("claim-2")
    assert "no citation" in page.text("claim-3")
    assert "was not checked: they were not read" in page.text("claims")


def test_entities_give_year_parties_and_who_is_held_responsible(page: Page) -> None:
    text = page.text("entities")
    assert "Harbour fire 2018 Northland (widely) 1 1" in text
    assert "Tide pact (not in the knowledge base) 2010 Northland 1 1" in text


def test_every_check_has_its_row(page: Page) -> None:
    for row in make_view().coverage:
        assert row.state.value in page.text(f"check-{row.check}")


def test_map_has_a_line_for_each_citation(page: Page) -> None:
    edges = [a for a in page.all("a") if "data-tail" in a and "data-head" in a]
    assert len(edges) == 4
    assert {a["href"] for a in edges} == {"#claim-0", "#claim-4", "#finding-old", "#finding-none"}


def test_headings_do_not_skip_a_level_and_tables_name_their_heads(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(a.get("scope") in ("row", "col") for a in page.all("th"))


def test_the_report_asks_nothing_of_any_network(source: str, page: Page) -> None:
    assert not {"link", "iframe", "object", "embed", "base", "img", "audio", "video"} & {
        tag for tag, _ in page.elements
    }
    for tag, attrs in page.elements:
        assert "src" not in attrs and "srcset" not in attrs and "action" not in attrs
        href = attrs.get("href") or ""
        outside = not href.startswith(("#", "data:image/png;base64,"))
        assert not href or not outside or (tag == "a" and href.startswith(("https://doi.org/", "https://arxiv.org/")))
    styles = "".join(page.texts[n] for n, (tag, _) in enumerate(page.elements) if tag == "style")
    assert "url(" not in styles and "@import" not in styles


def test_the_policy_forbids_requests_and_names_our_style_and_script(page: Page) -> None:
    (policy,) = [a["content"] or "" for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    for wanted in ("style", "script"):
        (at,) = [n for n, (tag, _) in enumerate(page.elements) if tag == wanted]
        digest = base64.b64encode(hashlib.sha256(page.texts[at].encode()).digest()).decode()
        assert f"{wanted}-src 'sha256-{digest}'" in policy
    names = [tag for tag, _ in page.elements]
    assert names.index("meta") < names.index("style")
    assert not any("style" in attrs for _, attrs in page.elements), "the policy would forbid style attributes"


def test_hostile_words_are_text(hostile: str) -> None:
    page = Page(hostile)
    assert len(page.all("script")) == 1 and len(page.all("style")) == 1
    assert not page.all("img")
    for _, attrs in page.elements:
        assert not any(name.startswith("on") for name in attrs)
        assert not (attrs.get("href") or "").startswith("javascript:")
    assert page.all("h1")[0]["lang"] == "en"
    assert "<script>alert(1)</script>" in "".join(page.texts[0])
    assert "49" not in page.text("finding-old"), "a template within the words was run"


def test_hostile_characters_do_not_steer_the_browser(hostile: str) -> None:
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e\u2066-\u2069]", hostile)
    assert "a�b�gnp.exe�" in hostile
    hostile.encode("utf-8")


def test_the_same_view_gives_the_same_text(source: str) -> None:
    assert render_html(make_view(), lambda: page_pictures(pdf_of(), (1, 2))) == source


def test_a_paper_of_which_nothing_was_read_makes_a_report_too() -> None:
    view = replace(make_view(), paper=Paper(make_paper().document), findings=(), coverage=(), explanations={})
    text = " ".join("".join(Page(render_html(view)).texts[0]).split())
    assert "The checks that ran found nothing." in text
    assert "No reference list was found." in text
    assert PAGES[0][0] in text
