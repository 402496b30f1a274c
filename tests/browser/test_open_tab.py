"""A search page left open while the site is built again."""

from __future__ import annotations

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, expect

from generator.cli import main
from tests.conftest import DAY


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def build(project: Path) -> None:
    assert main(["build", "--root", str(project), "--as-of", DAY]) == 0


def test_a_search_page_left_open_over_the_nightly_build_still_finds(
    chromium: Browser, fixture_county: Path
) -> None:
    build(fixture_county)
    handler = functools.partial(Quiet, directory=str(fixture_county / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/search.html")

        alert = fixture_county / "content/common/alerts/winter.yml"
        text = alert.read_text(encoding="utf-8")
        alert.write_text(text.replace("status: published", "status: draft"), encoding="utf-8")
        build(fixture_county)

        page.get_by_role("combobox").fill("燃气")
        expect(page.locator("#pa-results a").first).to_be_visible()
        expect(page.get_by_role("combobox")).to_have_value("燃气")
        page.get_by_role("combobox").fill("冬季取暖")
        expect(page.locator("[data-pa-found]")).not_to_contain_text("没有加载成功")
        expect(page.locator("#pa-results a", has_text="冬季取暖安全提示")).to_have_count(0)

        server.shutdown()
        page.close()


def test_without_a_network_the_search_says_so_and_stays(
    chromium: Browser, fixture_site: Path
) -> None:
    handler = functools.partial(Quiet, directory=str(fixture_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/search.html")
        page.context.set_offline(True)
        page.get_by_role("combobox").fill("燃气")
        expect(page.locator("[data-pa-found]")).to_contain_text("请检查网络后再试")
        expect(page.get_by_role("combobox")).to_have_value("燃气")
        server.shutdown()
        page.close()
