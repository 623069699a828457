"""The pages in a real browser: typing, choosing, following, checking, by keyboard and without JavaScript."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn

from basedon.web.serving import application, listening

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("BASEDON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 60_000
"""Milliseconds to wait for anything: other tests may have the machine."""

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: no browser tests")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
    # Playwright leaves its own pipes to be collected
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
THEMES = ("light", "dark")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}


@contextlib.contextmanager
def served(path: Path) -> Iterator[str]:
    """The server on a free port, in a thread of its own."""
    door = application(path, watch=False)
    bound = listening("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(door, log_config=None, access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    bound.close()


@pytest.fixture(scope="module")
def site(small: Path) -> Iterator[str]:
    """The small catalogue's pages."""
    with served(small) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield made
        made.close()


@contextlib.contextmanager
def opened(browser: Browser, site: str, **given: Any) -> Iterator[Page]:
    """A page of a fresh visitor; nothing outside may be asked for, nothing may fail."""
    context = browser.new_context(base_url=site, **given)
    context.set_default_timeout(PATIENCE)
    context.set_default_navigation_timeout(PATIENCE)
    page = context.new_page()
    outside: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(site) else outside.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    yield page
    context.close()
    assert not outside
    assert not wrong


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a fresh visitor."""
    with opened(browser, site) as made:
        yield made


def test_typing_offers_films_and_choosing_leads_to_one(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Ask about a film")
    box.press_sequentially("fog ov")
    option = page.get_by_role("option").first
    option.wait_for()
    assert "Fog over Lund (1996)" in option.inner_text()
    assert "No" in option.inner_text()
    assert box.get_attribute("aria-expanded") == "true"
    option.click()
    page.wait_for_url("**/fog-over-lund")
    assert "Fog over Lund (1996)" in page.get_by_role("heading", level=1).inner_text()


def test_a_film_is_chosen_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    while page.evaluate("document.activeElement.id") != "q":
        page.keyboard.press("Tab")
    page.keyboard.type("the lamp")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    box = page.locator("#q")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "the lamp"
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    label = page.locator("[role=option][aria-selected=true] .label").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/film/**")
    assert label in page.get_by_role("heading", level=1).inner_text()


def test_a_question_is_asked_with_enter(page: Page) -> None:
    page.goto("/")
    page.locator("#q").fill("Who directed Salt Road?")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask?q=*")
    assert "Joan Field" in page.locator("main").inner_text()


def test_the_lineage_is_followed_from_film_to_film(page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto("/film/Q900001/the-lamp")
    page.locator("svg.basedon-lineage a", has_text="Kandil").click()
    page.wait_for_url("**/kandil")
    page.locator("svg.basedon-lineage a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/the-lamp")
    page.get_by_role("link", name="The whole family of this story").click()
    page.wait_for_url("**/family/**")
    page.set_viewport_size(PHONE)
    assert not page.locator("svg.basedon-lineage").is_visible()
    page.locator(".tree a", has_text="La lámpara").click()
    page.wait_for_url("**/la-lampara")


def test_an_article_is_checked_pasted_and_dropped(page: Page, tmp_path: Path) -> None:
    page.goto("/check")
    page.get_by_label("The text").fill("Fog over Lund is a Swedish film directed by Nils Berg.")
    page.get_by_role("button", name="Check it").click()
    page.locator(".counts").wait_for()
    assert page.locator("h1").inner_text()
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["Quiet Harbour was directed by Joan Field."], "a.txt", {type: "text/plain"}));
            const form = document.querySelector("form[data-drop]");
            form.dispatchEvent(new DragEvent("dragover", {dataTransfer: data, bubbles: true, cancelable: true}));
            form.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    page.get_by_role("heading", name="Quiet Harbour").first.wait_for()


def test_everything_works_without_javascript(browser: Browser, site: str) -> None:
    with opened(browser, site, java_script_enabled=False) as page:
        page.goto("/")
        page.locator("#q").fill("Is Fog over Lund based on a true story?")
        page.get_by_role("button", name="Ask").click()
        assert "No, though it is presented as true" in page.locator("main").inner_text()
        page.goto("/film/Q900001/the-lamp")
        page.locator("svg.basedon-lineage a").first.click()
        assert page.locator("h1").inner_text()
        page.goto("/check")
        page.get_by_label("The text").fill("A film.")
        page.get_by_role("button", name="Check it").click()
        assert page.locator("main").inner_text()


PAGES = (
    "/",
    "/film/Q900001/the-lamp",
    "/family/Q900001/the-lamp",
    "/ask?q=Is+The+Long+Count+based+on+a+true+story%3F",
    "/ask?q=films+by+Joan+Field",
    "/ask?q=zzzz+qqqq",
    "/explain/Q900001/the-lamp",
    "/check",
    "/trending",
    "/tearjerkers",
    "/sources",
    "/api/docs",
)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nobody_is_kept_out(browser: Browser, site: str, theme: str, size: dict[str, int]) -> None:
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    with opened(browser, site, color_scheme=theme, viewport=size, bypass_csp=True) as page:
        for path in PAGES:
            page.goto(path)
            found = axe.run(page)["violations"]
            told = [f"{path}: {v['id']}: {v['help']} {[n['html'][:120] for n in v['nodes'][:3]]}" for v in found]
            assert not told
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is too wide"


def test_the_open_list_of_films_keeps_nobody_out(browser: Browser, site: str) -> None:
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    with opened(browser, site, bypass_csp=True) as seen:
        seen.goto("/")
        seen.locator("#q").press_sequentially("the la")
        seen.get_by_role("option").first.wait_for()
        seen.keyboard.press("ArrowDown")
        assert not axe.run(seen)["violations"]


def test_a_page_prints_with_its_evidence(page: Page) -> None:
    page.goto("/film/Q900001/the-lamp")
    page.emulate_media(media="print")
    assert not page.locator(".masthead nav").is_visible()
    assert page.locator(".sides").is_visible()
    assert page.locator(".tree").is_visible()


def test_nothing_that_is_stored_ever_runs(browser: Browser, hostile: Path) -> None:
    with served(hostile) as site, opened(browser, site) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        paths = [f"/{room}/Q88000{n}" for n in (0, 1, 2, 4, 8, 9) for room in ("film", "family", "explain")]
        for path in [*paths, "/ask?q=films+by+%3Cscript%3E", "/search?q=window", "/"]:
            page.goto(path)
            assert page.evaluate("window.ran") is None, path
            assert page.locator("main").is_visible()
        page.goto("/")
        page.locator("#q").press_sequentially("<script>window")
        page.get_by_role("option").first.wait_for()
        assert page.evaluate("window.ran") is None
        page.goto("/check")
        page.get_by_label("The text").fill("<script>window.ran=1</script> is a film. <img src=x onerror=window.ran=1>")
        page.get_by_role("button", name="Check it").click()
        page.locator(".counts").wait_for()
        assert page.evaluate("window.ran") is None
