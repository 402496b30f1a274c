"""What the program packs the browser takes out again, whatever the numbers are."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from generator.answers.packed import Packer

TAKE_OUT = """([text, asked]) => {
  const unpacker = pinganSearch.unpacker(text);
  return asked.map(([way, place, size]) =>
    way === "number" ? unpacker.number(place) : unpacker[way](place, size));
}"""


def numbers(chance: random.Random) -> list[tuple[str, str, int, Any]]:
    """Numbers of all three ways: (way, place, size, what is packed)."""
    given: list[tuple[str, str, int, Any]] = []
    for _ in range(chance.choice([0, 1, 40, 400])):
        place = chance.choice("ab")
        way = chance.choice(["symbol", "number", "chosen"])
        if way == "symbol":
            given.append((way, f"{place}5", 5, min(31, int(chance.expovariate(0.2)))))
        elif way == "number":
            given.append(
                (way, place, 0, chance.choice([0, 1, 7, 300, 2**20, chance.randrange(99)]))
            )
        else:
            count = 0 if place == "a" else 37
            many = chance.choice([0, 1, 2, 9, 36, 37])
            chosen = sorted(chance.sample(range(count), min(many, count)))
            given.append((way, place, count, chosen))
    return given


def test_what_is_packed_is_taken_out_again(chromium: Browser, fixture_site: Path) -> None:
    page = chromium.new_page()
    page.goto((fixture_site / "search.html").as_uri())
    chance = random.Random(13)
    for _ in range(60):
        given = numbers(chance)
        packer = Packer()
        for way, place, size, value in given:
            arguments = (value,) if way == "number" else (value, size)
            getattr(packer, way)(place, *arguments)
        found = page.evaluate(TAKE_OUT, [packer.text(), [each[:3] for each in given]])
        assert found == [value for *_, value in given]


def test_what_comes_often_takes_little_room() -> None:
    often, seldom = Packer(), Packer()
    for number in range(2_000):
        often.symbol("same", 3, 5)
        seldom.symbol("other", number * 7 % 32, 5)
    assert len(often.text()) < len(seldom.text()) / 20
