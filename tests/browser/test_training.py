"""The self-test and the download centre, as people use them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from generator.model.library import Library
from generator.model.vocabulary import QuestionKind


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
    expect(page.locator(".pa-quiz__score")).to_contain_text("答对 1 题")


def test_a_wrong_answer_is_explained(page: Page, library: Library) -> None:
    question = library.courses["fire"].paper[0]
    wrong = next(letter for letter, _ in question.choices if letter != question.answer)
    page.goto("training/fire.html")
    first = page.locator(".pa-question").first
    first.locator(f"input[value={wrong}]").check()
    first.get_by_role("button", name="对答案").click()
    expect(first.get_by_role("status")).to_have_text(f"答错了，正确答案是 {question.answer}。")
    expect(first.locator("details")).to_contain_text(question.explanation)


def test_a_self_test_is_begun_again_at_the_first_question(page: Page) -> None:
    page.goto("training/fire.html")
    first = page.locator(".pa-question").first
    first.get_by_role("radio").first.check()
    first.get_by_role("button", name="对答案").click()
    page.get_by_role("button", name="重新做").click()
    expect(first.get_by_role("radio").first).to_be_focused()
    expect(first.get_by_role("button", name="对答案")).to_be_visible()
    expect(first.locator("details")).to_be_hidden()


def test_a_multiple_choice_needs_all_its_answers(page: Page, library: Library) -> None:
    paper = library.courses["fire"].paper
    place = next(index for index, each in enumerate(paper) if each.kind is QuestionKind.MULTIPLE)
    answer = paper[place].answer
    page.goto("training/fire.html")
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
