"""The self-test and the download centre, as people use them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from generator.model.library import Library
from generator.model.vocabulary import QuestionKind
from tests.browser.conftest import Screen


def test_the_self_test_is_done_with_the_keyboard(page: Page, library: Library) -> None:
    question = library.courses["fire"].paper[0]
    assert question.kind is QuestionKind.SINGLE
    page.goto("training/fire.html")
    first = page.locator(".pa-question").first
    expect(first.get_by_text("看答案")).to_be_hidden()
    first.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    for _ in range("ABCDEF".index(question.answer)):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(first.get_by_role("status")).to_have_text("答对了。")
    expect(first.get_by_role("status")).to_be_focused()
    expect(first.get_by_role("button", name="对答案")).to_be_hidden()
    expect(first.locator("details")).to_contain_text(question.explanation)
    expect(page.locator(".pa-quiz__foot")).to_contain_text("答对 1 题")


def test_a_wrong_answer_is_explained(page: Page, library: Library) -> None:
    question = library.courses["fire"].paper[0]
    wrong = next(letter for letter, _ in question.choices if letter != question.answer)
    page.goto("training/fire.html")
    first = page.locator(".pa-question").first
    first.locator(f"input[value={wrong}]").check()
    first.get_by_role("button", name="对答案").click()
    expect(first.get_by_role("status")).to_have_text(f"答错了，正确答案是 {question.answer}。")
    expect(first.locator("details")).to_contain_text(question.explanation)


def test_questions_come_one_at_a_time_and_take_the_focus_along(
    page: Page, library: Library
) -> None:
    paper = library.courses["fire"].paper
    page.goto("training/fire.html")
    shown = page.locator(".pa-question").filter(visible=True)
    expect(shown).to_have_count(1)
    back, on = (page.get_by_role("button", name=name) for name in ("上一题", "下一题"))
    expect(back).to_be_hidden()
    on.focus()
    for place in (2, 3):
        page.keyboard.press("Enter")
        expect(shown).to_have_count(1)
        heading = page.get_by_role("heading", name=f"第 {place} 题，共 {len(paper)} 题")
        expect(heading).to_be_focused()
        expect(heading).to_contain_text(paper[place - 1].text)
        on.focus()
    back.click()
    expect(page.get_by_role("heading", name=f"第 2 题，共 {len(paper)} 题")).to_be_focused()
    for _ in paper[2:]:
        on.click()
    expect(page.get_by_role("heading", name=f"第 {len(paper)} 题")).to_be_focused()
    expect(on).to_be_hidden()


def test_the_score_lists_what_was_wrong_and_leads_back_to_it(page: Page, library: Library) -> None:
    paper = library.courses["fire"].paper
    page.goto("training/fire.html")
    finish = page.get_by_role("button", name="看成绩")
    expect(finish).to_be_hidden()
    for place, question in enumerate(paper, 1):
        shown = page.locator(".pa-question").filter(visible=True)
        if place == 2:
            wanted = next(letter for letter, _ in question.choices if letter != question.answer)
        else:
            wanted = question.answer if place != 3 else ""
        for letter in wanted:
            shown.locator(f"input[value={letter}]").check()
        if wanted:
            shown.get_by_role("button", name="对答案").click()
        if place < len(paper):
            page.get_by_role("button", name="下一题").click()
    assert page.get_by_role("progressbar", name="做了几题").evaluate("bar => bar.value") == (
        len(paper) - 1
    )
    finish.click()
    score = page.get_by_role("heading", name=f"共 {len(paper)} 题，答对 {len(paper) - 2} 题")
    expect(score).to_be_focused()
    expect(page.locator(".pa-question").filter(visible=True)).to_have_count(0)
    missed = page.locator(".pa-quiz__score li")
    expect(missed).to_have_text(
        [
            f"第 2 题（答错了）：{paper[1].text}",
            f"第 3 题（没有做）：{paper[2].text}",
        ]
    )
    missed.first.get_by_role("button").click()
    expect(page.get_by_role("heading", name="第 2 题")).to_be_focused()
    expect(page.locator(".pa-question details").filter(visible=True)).to_contain_text(
        paper[1].explanation
    )


def test_a_self_test_is_begun_again_at_the_first_question(page: Page) -> None:
    page.goto("training/fire.html")
    questions = page.locator(".pa-question")
    first = questions.first
    first.get_by_role("radio").first.check()
    first.get_by_role("button", name="对答案").click()
    for _ in range(questions.count() - 1):
        page.get_by_role("button", name="下一题").click()
    page.get_by_role("button", name="看成绩").click()
    page.get_by_role("button", name="重新做").click()
    expect(first.get_by_role("heading")).to_be_focused()
    expect(first.get_by_role("radio", checked=True)).to_have_count(0)
    expect(first.get_by_role("button", name="对答案")).to_be_visible()
    expect(first.locator("details")).to_be_hidden()
    expect(page.locator(".pa-quiz__foot")).to_contain_text("做了 0 题，答对 0 题")


def test_without_scripts_all_questions_stand_there_with_their_answers(
    screen: Screen, library: Library
) -> None:
    paper = library.courses["fire"].paper
    page = screen(java_script_enabled=False)
    page.goto("training/fire.html")
    expect(page.locator(".pa-question").filter(visible=True)).to_have_count(len(paper))
    last = page.locator(".pa-question").last
    last.get_by_text("看答案").click()
    expect(last.get_by_text(paper[-1].explanation)).to_be_visible()


def test_a_course_begins_with_its_downloads(page: Page) -> None:
    page.goto("training/fire.html")
    expect(page.get_by_role("link", name="下载整套培训包")).to_be_in_viewport()
    headings = page.locator(".pa-page h2").all_inner_texts()
    assert headings[0] == "下载"


def test_a_multiple_choice_needs_all_its_answers(page: Page, library: Library) -> None:
    paper = library.courses["fire"].paper
    place = next(index for index, each in enumerate(paper) if each.kind is QuestionKind.MULTIPLE)
    answer = paper[place].answer
    page.goto("training/fire.html")
    for _ in range(place):
        page.get_by_role("button", name="下一题").click()
    question = page.locator(".pa-question").nth(place)
    for letter in answer[:-1]:
        question.locator(f"input[value={letter}]").check()
    question.get_by_role("button", name="对答案").click()
    expect(question.get_by_role("status")).to_contain_text(f"正确答案是 {answer}")


def test_nothing_of_the_self_test_is_kept(page: Page) -> None:
    page.goto("training/fire.html")
    first = page.locator(".pa-question").first
    first.get_by_role("button", name="对答案").click()
    expect(first.get_by_role("status")).to_have_text("先选一个答案。")
    first.get_by_role("radio").first.check()
    first.get_by_role("button", name="对答案").click()
    assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []
    page.reload()
    assert page.locator("[data-verdict]").count() == 0


def test_a_pack_is_saved_under_its_chinese_name(page: Page, tmp_path: Path) -> None:
    page.goto("training/fire.html")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载整套培训包").click()
    download = waiting.value
    assert download.suggested_filename == "消防安全培训-培训包.zip"
    download.save_as(tmp_path / "pack.zip")
    assert (tmp_path / "pack.zip").read_bytes()[:2] == b"PK"
