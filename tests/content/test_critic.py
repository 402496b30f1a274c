"""The whole content read as a physician, a fire officer and a safety engineer would read it.

Each rule stands for a case of the review of the advice; it is tried on the sentence that it was
written for, and on the one that took its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

import pytest

from generator.load.loader import Loaded, load
from generator.model.advice import Tip
from generator.model.alert import Alert
from generator.model.course import Course, Question
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.theme import Theme
from generator.model.vocabulary import Person, QuestionKind, ReferenceKind
from tests.conftest import ROOT
from tests.content.advice import MEASURES, RULES, Measure, Rule, Said, Scope, said

FIRST = re.compile(r"第一步|先做|先怎么|头一件|第一件|最先")
WORD = 6
"""What is no longer may be a word that others write too: 中暑."""
LONGEST_IS_KEY = 0.3
"""Of four options one in four is the longest by chance."""


@cache
def content() -> Loaded:
    return load(ROOT)


def library() -> Library:
    found = content().library
    assert found is not None
    return found


def texts() -> tuple[Said, ...]:
    return tuple(text for document in content().documents for text in said(document))


def courses() -> tuple[Course, ...]:
    return tuple(library().courses.values())


def questions(kind: QuestionKind) -> Iterator[tuple[Course, Question]]:
    for course in courses():
        yield from ((course, question) for question in course.quiz if question.kind is kind)


def _name(rule: Rule) -> str:
    return f"{rule.case}: {rule.name}"


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_a_rule_finds_the_sentence_it_was_written_for(rule: Rule) -> None:
    assert rule.finds(rule.old)
    assert not rule.finds(rule.mended)


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_no_text_says_what_a_rule_forbids(rule: Rule) -> None:
    found = [
        f"{text.where} {text.text}"
        for text in texts()
        if text.scope in rule.scope and rule.finds(text.text)
    ]
    assert not found, "\n".join(found)


def _measured(measure: Measure) -> str:
    return measure.name


@pytest.mark.parametrize("measure", MEASURES, ids=_measured)
def test_a_number_is_read_from_the_procedures(measure: Measure) -> None:
    """The numbers are written once, in content/common/procedures; another one is found."""
    procedures = library().procedures
    assert measure.allowed(procedures)
    assert measure.finds(measure.old, procedures)
    assert not measure.finds(measure.mended, procedures)


@pytest.mark.parametrize("measure", MEASURES, ids=_measured)
def test_no_text_says_another_number_than_the_procedures(measure: Measure) -> None:
    procedures = library().procedures
    found = [
        f"{text.where} {text.text}"
        for text in texts()
        if text.scope in Scope.ADVICE and measure.finds(text.text, procedures)
    ]
    assert not found, "\n".join(found)


def test_whoever_drowned_is_given_breaths_first() -> None:
    """Resuscitation after drowning has steps of its own; a baby's hands follow the breaths."""
    drowned = re.compile("溺水|落水|淹")
    for situation in library().situations.values():
        used = {step.use for step in situation.all_steps if step.use}
        if drowned.search(situation.title + situation.event):
            assert not used & {"cpr-adult", "cpr-child"}, situation.id


def test_a_child_is_pressed_as_a_child() -> None:
    """Where a child or a baby may be the one, both are told how to press its chest."""
    for situation in library().situations.values():
        used = {step.use for step in situation.all_steps}
        if "cpr-adult" in used and Person.CHILD in situation.who:
            assert "cpr-child" in used, situation.id
        if "cpr-adult" in used and Person.INFANT in situation.who:
            assert "cpr-infant" in used, situation.id


def test_everything_that_a_situation_tells_is_read() -> None:
    """Steps, what never to do, and variants are advice; what people say is not."""
    read = {text.text for text in texts()}
    for situation in library().situations.values():
        steps = "；".join(step.text for step in situation.steps)
        assert {steps, *situation.never} <= read
        assert {"；".join(step.text for step in each.steps) for each in situation.variants} <= read
        assert not {says for says in situation.says if len(says) > WORD} & read


def test_a_star_rests_on_an_item_of_a_standard_of_major_hazards() -> None:
    """B6, B7: what may be a major hazard is said by an item of such a standard, which was read."""
    references = library().references
    for course in courses():
        for row in course.checklist:
            if row.major:
                assert any(
                    "#" in cite and "重大" in references[cite.partition("#")[0]].title
                    for cite in row.sources
                ), f"{course.id}: {row.item}"


def test_a_first_step_is_one_act() -> None:
    """B9: what is done first is not three things."""
    for course, question in questions(QuestionKind.SINGLE):
        if FIRST.search(question.text):
            key = question.options["ABCDEF".index(question.answer)]
            assert len(re.split(r"[，、；]", key)) <= 2, f"{course.id}: {key}"


def test_true_and_false_are_balanced() -> None:
    """B10: who answers 错 to everything knows no more than a coin."""
    answers = Counter(question.answer for _, question in questions(QuestionKind.TRUE_FALSE))
    assert abs(answers["对"] - answers["错"]) <= sum(answers.values()) / 5


def test_multiple_choice_has_two_three_or_four_right_answers() -> None:
    """B10: how many options are right cannot be guessed."""
    counts = Counter(len(question.answer) for _, question in questions(QuestionKind.MULTIPLE))
    assert set(counts) >= {2, 3, 4}
    assert max(counts.values()) <= sum(counts.values()) / 2


def test_the_right_answer_is_not_given_away() -> None:
    """B10: keys are neither the longest of the options nor always at one place."""
    asked = [question for _, question in questions(QuestionKind.SINGLE)]
    longest = 0
    for question in asked:
        key = "ABCDEF".index(question.answer)
        lengths = [len(option) for option in question.options]
        others = max(length for place, length in enumerate(lengths) if place != key)
        assert lengths[key] <= 1.6 * others, question.options[key]
        longest += lengths[key] > others
    assert longest <= LONGEST_IS_KEY * len(asked)
    places = Counter(question.answer for question in asked)
    assert max(places.values()) <= len(asked) / 3


NO_PUBLIC_BODY = re.compile(
    r"国际|[美英德法]国|加拿大|澳大利亚|新西兰|欧洲|日本|世界|医院|诊所|公司|大学|协会|学会|"
    r"日报|晚报|早报|电视(?!局)|媒体|央视|广播电视总台|光明网|科普中国|报道|不明"
)


def test_a_guide_is_issued_by_a_public_body_of_this_country() -> None:
    """What hospitals, companies, newspapers and bodies abroad say is professional material."""
    dressed = [
        f"{reference.id}: {reference.issuer}"
        for reference in library().references.values()
        if reference.kind is ReferenceKind.GUIDE and NO_PUBLIC_BODY.search(reference.issuer)
    ]
    assert not dressed, "\n".join(dressed)


def test_what_binds_nobody_says_where_it_was_seen() -> None:
    for reference in library().references.values():
        if reference.kind.advises:
            assert reference.url or reference.read_at or reference.version, reference.id


OWN_SITES = {
    *("beijing12320.org.cn", "www.hangzhou120.net.cn", "llas.cas.cn", "weather.com.cn"),
    *("www.msdmanuals.com", "newspaper.kxzc.cn", "frankfortema.org", "health.hebei.com.cn"),
    "www.shdf.gov.cn",
}
"""Sites of public bodies of other names than gov.cn, and of those who issued the text."""


def test_an_address_is_that_of_the_issuer_or_of_a_public_body() -> None:
    """What was read in a copy of someone else is named by its site, and leads nowhere."""
    for reference in library().references.values():
        if reference.url and reference.kind is not ReferenceKind.PROFESSIONAL:
            site = urlsplit(reference.url).hostname or ""
            assert site.endswith(".gov.cn") or site in OWN_SITES, f"{reference.id}: {site}"


def _grams(text: str) -> set[str]:
    """Give the pairs of neighbouring Chinese characters of a text."""
    runs = re.findall(r"[\u4e00-\u9fff]+", text)
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def tips() -> Iterator[tuple[str, Tip]]:
    for document in content().documents:
        value = document.value
        if isinstance(value, Sector | Theme | Alert):
            yield from ((document.name, tip) for tip in value.tips)


def test_a_tip_shares_a_word_with_the_articles_it_cites() -> None:
    """B11: a source that has not a word in common with the advice does not carry it."""
    references = library().references
    bare = []
    for name, tip in tips():
        gists = []
        for cite in tip.sources:
            id_, _, locator = cite.partition("#")
            articles = references[id_].articles
            if not articles:
                break  # a whole text: nobody has written down what it says
            gists.append(articles[locator] if locator else " ".join(articles.values()))
        else:
            if not _grams(tip.text) & _grams(" ".join(gists)):
                bare.append(f"{name}: {tip.text}")
    assert not bare, "\n".join(bare)
