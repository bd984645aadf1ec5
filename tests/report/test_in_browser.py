"""The report in a real browser, opened from disk: what a reader sees, clicks and types."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from papers import hostile_view, make_view, pdf_of
from playwright.sync_api import Browser, Page, expect

import claimtrace
from claimtrace.report.html import render_html
from claimtrace.report.pictures import page_pictures
from corpus_audits import fresh_audit
from written_papers import pdf_of as written_pdf

SCREENS = {"desk": (1280, "light"), "dark": (1280, "dark"), "phone": (390, "light")}
HOSTILE_PAPER = """
= Lamps <script>alert(1)</script> on the Quay

# Winters
Ice closed the basin </p><script>alert(3)</script> for weeks <img src=x onerror=alert(4)> (Brandt, 1999). The pilots
stayed ashore, and javascript:alert(5) was written on the door (Holm, 2015). Nobody read {{7*7}} there.

# References
Holm, S. (2015). Lamps and <b onclick=alert(6)>pilots</b>. Port Selwyn Press. https://doi.org/10.5555/"><script>x
"""


def report_on_a_hostile_file() -> str:
    """The report on a PDF of markup, whose name would turn the direction of what is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "paper\u202efdp.pdf")
        path.write_bytes(written_pdf(HOSTILE_PAPER))
        return claimtrace.audit(path).files(only=["report.html"])["report.html"].decode()


MADE: dict[str, Callable[[], str]] = {
    "small": lambda: render_html(make_view(), lambda: page_pictures(pdf_of(), (1, 2))),
    "hostile": lambda: render_html(hostile_view()),
    "hostile file": report_on_a_hostile_file,
    "empty": lambda: render_html(make_view(findings=())),
    "corpus": lambda: fresh_audit("cable-notes").files(only=["report.html"])["report.html"].decode(),
}


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The address of each report on disk; it is made when it is first asked for."""
    folder = tmp_path_factory.mktemp("reports")

    def address(name: str) -> str:
        path: Path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(MADE[name](), encoding="utf-8")
        return path.as_uri()

    return address


@pytest.fixture
def small(page: Page, addresses: Callable[[str], str]) -> Page:
    page.goto(addresses("small"))
    return page


def on_screen(page: Page, name: str) -> None:
    width, colours = SCREENS[name]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")


def shown(page: Page) -> list[str]:
    """The findings that can be seen, in their order."""
    cards = page.locator("article.finding")
    return [card.get_attribute("id") or "" for card in cards.all() if card.is_visible()]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", MADE)
def test_it_opens_without_a_request_or_an_error_and_fits_the_screen(
    name: str, screen: str, page: Page, addresses: Callable[[str], str]
) -> None:
    on_screen(page, screen)
    said: list[str] = []
    listeners: dict[Any, Callable[[Any], None]] = {
        "console": lambda message: said.append(message.text),
        "pageerror": lambda error: said.append(str(error)),
        "dialog": lambda dialog: said.append(dialog.message),
        "request": lambda request: said.append(request.url),
    }
    for event, listen in listeners.items():
        page.on(event, listen)
    page.goto(addresses(name))
    for event, listen in listeners.items():
        page.remove_listener(event, listen)
    assert {line for line in said if not line.startswith("data:image/png;base64,")} == {addresses(name)}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it is wider than the screen"


@pytest.mark.parametrize(
    ("name", "screen"),
    [("small", "desk"), ("small", "phone"), ("hostile", "dark"), ("empty", "desk"), ("corpus", "dark")],
)
def test_axe_finds_no_fault(name: str, screen: str, page: Page, addresses: Callable[[str], str]) -> None:
    on_screen(page, screen)
    page.goto(addresses(name))
    if name != "corpus":  # there it would take axe several seconds
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found] == []


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({"error": False}, ["finding-twice", "finding-row", "finding-page"]),
        ({"error": False, "warning": False}, ["finding-page"]),
        ({"Check": "source-predates-event"}, ["finding-old"]),
        ({"Check": "source-predates-event", "error": False}, []),
        ({"Words": "harbour FIRE"}, ["finding-old"]),
        ({"Words": "page 2", "Check": "extraction-unreliable"}, ["finding-page"]),
        ({"Words": "no such word"}, []),
    ],
)
def test_filters_leave_what_fits_and_say_how_much(chosen: dict[str, Any], left: list[str], small: Page) -> None:
    everything = shown(small)
    form = small.get_by_role("search")
    for name, value in chosen.items():
        if isinstance(value, bool):
            form.get_by_role("checkbox", name=name).set_checked(value)
        elif name == "Words":
            form.get_by_role("searchbox", name="Words").fill(value)
        else:
            form.get_by_role("combobox", name=name).select_option(value)
    assert shown(small) == left
    assert small.get_by_role("status").inner_text() == f"{len(left)} of 5 findings"
    assert small.get_by_text("No finding fits this choice.").is_visible() == (not left)
    form.get_by_role("button", name="Show all", exact=True).click()
    expect(small.get_by_role("status")).to_have_text("5 findings")
    assert shown(small) == everything


def test_findings_can_be_chosen_by_section_and_reference(page: Page, addresses: Callable[[str], str]) -> None:
    page.goto(addresses("corpus"))
    everything = len(shown(page))
    for name, field in (("Section", "section"), ("Reference", "references")):
        option = page.get_by_role("combobox", name=name).locator("option").nth(1)
        value, count = option.get_attribute("value") or "", int(option.inner_text().rsplit("(")[-1].rstrip(")"))
        page.get_by_role("combobox", name=name).select_option(value)
        cards = [page.locator(f"#{identity}") for identity in shown(page)]
        assert 0 < len(cards) == count < everything
        assert all(value in (card.get_attribute(f"data-{field}") or "").split() for card in cards)
        page.get_by_role("button", name="Show all", exact=True).click()
        expect(page.get_by_role("status")).to_have_text(f"{everything} findings")


def test_a_line_of_the_summary_leads_to_its_findings_alone(small: Page) -> None:
    small.locator("#summary").get_by_role("link", name="The work is older than the event").click()
    assert shown(small) == ["finding-old"]
    assert focused(small) == "finding-old"


def test_keys_go_from_finding_to_finding_and_to_the_search(small: Page) -> None:
    walked = []
    for key in ("j", "j", "k", "k", "k"):
        small.keyboard.press(key)
        walked.append(focused(small))
    assert walked == ["finding-old", "finding-none", "finding-old", "finding-old", "finding-old"]
    assert small.url.endswith("#finding-old")
    small.keyboard.press("/")
    small.keyboard.type("jk/")
    assert small.get_by_role("searchbox").input_value() == "jk/"
    assert focused(small) == "filter-words"


def test_keys_pass_over_what_a_filter_hides_and_can_be_switched_off(small: Page) -> None:
    small.get_by_role("checkbox", name="error").uncheck()
    small.keyboard.press("j")
    assert focused(small) == "finding-twice"
    small.get_by_role("checkbox", name="keys").uncheck()
    small.keyboard.press("j")
    assert focused(small) == "keys"


@pytest.mark.parametrize("identity", ["finding-row", "claim-2", "reference-quill", "check-page-reused"])
def test_a_permanent_link_opens_at_its_place(identity: str, page: Page, addresses: Callable[[str], str]) -> None:
    page.goto(f"{addresses('small')}#{identity}")
    place = page.locator(f"#{identity}")
    assert place.is_visible()
    top = (place.bounding_box() or {})["y"]
    at_end = page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 2")
    assert 0 <= top < 150 or (at_end and top < 900)


def test_a_permanent_link_leads_to_the_last_of_many_findings(page: Page, addresses: Callable[[str], str]) -> None:
    """Those before it are laid out only when they are near."""
    page.goto(addresses("corpus"))
    last = shown(page)[-1]
    page.goto("about:blank")
    page.goto(f"{addresses('corpus')}#{last}")
    assert 0 <= (page.locator(f"#{last}").bounding_box() or {})["y"] < 150
    expect(page.locator(f"#{last}")).to_be_focused()


def test_a_link_to_a_finding_that_is_hidden_shows_it_again(small: Page) -> None:
    small.get_by_role("combobox", name="Check").select_option("extraction-unreliable")
    assert shown(small) == ["finding-page"]
    small.evaluate("location.hash = 'finding-old'")
    expect(small.locator("#finding-old")).to_be_focused()
    assert "finding-old" in shown(small)


def test_references_stand_by_what_rests_on_them_or_as_listed(small: Page) -> None:
    rows = small.locator("#reference-list > li")
    small.get_by_role("button", name="by year").click()
    assert [row.get_attribute("data-year") for row in rows.all()] == ["2012", "2015"]
    small.get_by_role("button", name="most cited first").click()
    assert [row.get_attribute("data-count") for row in rows.all()] == ["2", "1"]
    assert small.get_by_role("button", name="most cited first").get_attribute("aria-pressed") == "true"


def test_claims_are_folded_by_section_until_somebody_asks(small: Page) -> None:
    claim = small.locator("#claim-3")
    assert not claim.is_visible()
    small.get_by_role("button", name="Show all sections").click()
    assert claim.is_visible()


def test_a_claim_of_the_map_leads_to_its_place(small: Page) -> None:
    small.locator("#map a[href='#claim-4']").first.focus()
    small.keyboard.press("Enter")
    expect(small.locator("#claim-4")).to_be_focused()


def test_hostile_words_are_text(page: Page, addresses: Callable[[str], str]) -> None:
    page.goto(addresses("hostile"))
    assert "</style><script>alert(1)</script>" in page.locator("h1").inner_text()
    assert page.locator("script").count() == 1 and page.locator("img").count() == 0
    text = page.locator("body").text_content() or ""
    assert "{{7*7}} a�b�gnp.exe�" in text and "\u202e" not in text
    page.get_by_role("searchbox").fill("<script>")
    assert len(shown(page)) == 5


def test_markup_in_a_file_is_text(page: Page, addresses: Callable[[str], str]) -> None:
    page.goto(addresses("hostile file"))
    assert page.locator("h1").inner_text() == "Lamps <script>alert(1)</script> on the Quay"
    assert page.locator("script").count() == 1 and page.locator("img, b").count() == 0
    assert "Lamps and <b onclick=alert(6)>pilots</b>" in page.locator("#references").inner_text()
    text = page.locator("body").text_content() or ""
    for words in ("</p><script>alert(3)</script> for weeks <img src=x onerror=alert(4)>", "{{7*7}}", "paper�fdp.pdf"):
        assert words in text
    assert "\u202e" not in text
    assert not page.locator("a[href^='javascript:'], [onclick], [onerror]").count()


def test_without_scripts_everything_can_be_read(browser: Browser, addresses: Callable[[str], str]) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(addresses("small"))
    assert page.locator("article.finding:visible").count() == 5
    assert not page.locator("#filters").is_visible()
    page.close()


def test_print_leaves_out_what_only_serves_the_screen(small: Page) -> None:
    small.emulate_media(media="print")
    assert len(shown(small)) == 5
    for part in ("#filters", ".contents", "#claims", "#sorting"):
        assert not small.locator(part).is_visible(), part
    assert small.pdf(format="A4").startswith(b"%PDF-")
