"""The browser decides as the program that learned does."""

from __future__ import annotations

import random
from pathlib import Path

from playwright.sync_api import Browser

from generator.answers import Learned, learn_from
from generator.answers.learned import sayings_of
from generator.clock import parse_day
from generator.load import load
from tests.conftest import DAY, FIXTURE

DECIDE = """async questions => Promise.all(questions.map(
  async question => { const { outcome, things } = await pinganSearch.decide(question);
    const named = outcome === "elsewhere" ? await pinganSearch.named(question) : undefined;
    const { rows } = await pinganSearch.elsewhere();
    return [outcome, things, rows.indexOf(named)]; }))"""


def as_the_browser_says(learned: Learned, question: str) -> list[object]:
    answer = learned.answer(question)
    numbers = [learned.weights.things.index(thing) for thing in answer.things]
    return [answer.outcome.value, numbers, -1 if answer.named is None else answer.named]


def test_every_question_is_answered_alike(
    chromium: Browser, fixture_site: Path, tmp_path: Path
) -> None:
    library = load(FIXTURE).library
    assert library is not None
    live = library.live(parse_day(DAY))
    learned = learn_from(live, tmp_path)
    sayings = [says for says, _ in sayings_of(live)]
    chance = random.Random(2026)
    characters = [*"".join(sayings), *"着火燒漏氣zhaohuoＡ１ 🔥!？"]
    questions = [
        *sayings,
        *("".join(chance.choices(characters, k=chance.randrange(1, 12))) for _ in range(300)),
        *("zhaohuole", "jializhaohuo", "x", "119", "", "家裏著火"),
    ]
    page = chromium.new_page()
    page.goto((fixture_site / "search.html").as_uri())
    said = page.evaluate(DECIDE, questions)
    assert {"card", "ask", "elsewhere", "nothing"} <= {str(each[0]) for each in said}
    for question, answer in zip(questions, said, strict=True):
        assert answer == as_the_browser_says(learned, question), question
