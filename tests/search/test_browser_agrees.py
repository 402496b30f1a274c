"""The browser cuts queries and finds files as the program that wrote the index does."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.search.grams import grams, normal, runs
from generator.search.postings import postings, shards
from generator.search.records import Record


@pytest.fixture
def page(chromium: Browser, fixture_site: Path) -> Page:
    opened = chromium.new_page()
    opened.goto((fixture_site / "search.html").as_uri())
    return opened


def test_texts_are_cut_alike(page: Page, found: tuple[Record, ...]) -> None:
    texts = [
        *(normal(text) for record in found for text in (record.title, *record.keywords)),
        *(normal(part.text) for record in found for part in record.parts),
        *("gb 17761", "第11条", "kn95口罩", "a1b2", "火"),
    ]
    cut = page.evaluate(
        "texts => pinganSearch.base().then(() => texts.map(text => pinganSearch.grams(text)))",
        texts,
    )
    for text, ours in zip(texts, cut, strict=True):
        alone = {units[0] for units in runs(text) if len(units) == 1}
        assert set(ours) == set(grams(text)) | alone, text


def test_every_gram_is_found_in_its_file(page: Page, found: tuple[Record, ...]) -> None:
    rows = postings(found)
    assert len(shards(rows)) > 1
    loaded = page.evaluate(
        "async grams => { const { base } = await pinganSearch.base();"
        "return Object.fromEntries(await pinganSearch.rows(grams, base.shards)); }",
        [*rows],
    )
    assert loaded == dict(rows)


def test_kinds_come_in_their_order_with_their_leads_and_indexes(
    page: Page, found: tuple[Record, ...]
) -> None:
    kinds = page.evaluate("pinganSearch.base().then(({ base }) => base.kinds)")
    assert [kind for kind, _, _ in kinds] == [*dict.fromkeys(record.kind for record in found)]
    assert {kind: lead for kind, lead, _ in kinds if lead} == {
        "行业领域": 0.06,
        "依据": -0.05,
        "一稿多发": -0.05,
    }
    indexes = {kind: found[index].address for kind, _, index in kinds if index >= 0}
    assert indexes["一稿多发"] == "kit/index.html"
    assert indexes["培训课件"] == "training/index.html"
    assert "情形" not in indexes
