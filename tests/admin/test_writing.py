"""What the page writes: the file as it was, but for what was changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.admin.collections import format_name, formats
from generator.load.tree import Tree, parse
from generator.load.validate import validate
from generator.model.campaign import Campaign
from generator.model.kind import Kind
from generator.model.kinds import KINDS
from generator.project import project_at
from tests.admin.npm import installed, node
from tests.conftest import FIXTURE, ROOT

pytestmark = pytest.mark.thorough

FORMATS = {row["name"]: row for row in formats(project_at(ROOT))}
SCRIPT = """
import {{ readFileSync }} from "node:fs";
import {{ writer }} from "{content}";
const [format, text, change] = JSON.parse(readFileSync(0, "utf-8"));
const {{ fromFile, toFile }} = writer(format);
const content = text === null ? {{}} : fromFile(text);
new Function("content", change)(content);
process.stdout.write(toFile(content));
"""
BY_HAND = """\
# yaml-language-server: $schema=../../../schemas/alert.json
id: zz   # 编号不要改
title: 标题  # 标题后面的注释
# 关于摘要
summary: >-
  折叠的
  文字
detail: |
  第一段

  第二段
tips:
  # 第一条前面的注释
  - text: 一   # 行尾一
    why: 因一
    audience: [public, # 群众
      worker]
    sources: [a#1]
  # 第二条前面的注释
  - text: 二
    why: 因二
    audience:
      - public   # 群众
      - worker
    sources: [b#2]
  - {text: 三, why: 因三, audience: [public], sources: [c#3]}
  -   text: 四
      why: "因'四'"

      audience: [public]
      sources: [d#4]
# 文件末尾的注释
"""
EDITS = {
    "nothing": ("", {}),
    "a plain text": ("content.title = '新'", {"title: 标题  #": "title: 新  #"}),
    "a folded text": ("content.summary = '新的话'", {"  折叠的\n  文字\n": "  新的话\n"}),
    "a text of paragraphs": ("content.detail = '第一段\\n\\n新段'", {"  第二段\n": "  新段\n"}),
    "a quoted text": ("content.tips[3].why = '因五'", {""""因'四'\"""": '"因五"'}),
    "a row": ("content.tips[0].text = '壹'", {"- text: 一   #": "- text: 壹   #"}),
    "a row in brackets": (
        "content.tips[2].text = '叁'",
        {"{text: 三,": "{text: 叁,"},
    ),
    "a choice": ("content.tips[1].audience = ['public', 'manager']", {"- worker\n": "- manager\n"}),
    "a row less": (
        "content.tips.splice(1, 1)",
        {BY_HAND[BY_HAND.index("  # 第二条") : BY_HAND.index("  - {text")]: ""},
    ),
    "a row more": (
        "content.tips.push({ text: '五', why: 'x', audience: ['public'], sources: ['e#5'] })",
        {
            "      sources: [d#4]\n": "      sources: [d#4]\n"
            "  - text: 五\n    why: x\n    audience: [public]\n    sources: [e#5]\n"
        },
    ),
    "a field more": (
        "content.kind = 'weather'",
        {"# 文件末尾": "kind: weather\n# 文件末尾"},
    ),
    "a draft": ("content.status = 'draft'", {"# 文件末尾": "status: draft\n# 文件末尾"}),
}
"""What is done in the form, and what becomes of the text."""
FORMS_OF_TEXT = {
    "as it is": lambda text: text,
    "of Windows": lambda text: text.replace("\n", "\r\n"),
    "of Notepad": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "without a last line end": lambda text: text.removesuffix("\n"),
}


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    installed()
    path = tmp_path_factory.mktemp("node") / "write.mjs"
    path.write_text(SCRIPT.format(content=(ROOT / "admin/content.js").as_uri()), encoding="utf-8")
    return path


def written(script: Path, name: str, text: str | None, change: str = "") -> str:
    done = subprocess.run(
        [node(), script],
        input=json.dumps([FORMATS[name], text, change]).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def files_of(kind: Kind) -> list[Path]:
    """Give the real county's files of a kind."""
    return sorted((ROOT / "content" / kind.home.value).glob(kind.pattern))


def one_of_each() -> list[Any]:
    first = {kind: found[0] for kind in KINDS if (found := files_of(kind))}
    return [pytest.param(format_name(kind), path, id=kind.name) for kind, path in first.items()]


@pytest.mark.parametrize(("name", "path"), one_of_each())
def test_what_is_not_changed_stays_as_it_was(script: Path, name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    change = "const first = Object.keys(content)[0]; content[first] = content[first];"
    assert yaml.safe_load(written(script, name, text, change)) == yaml.safe_load(text)
    assert written(script, name, text) == text


@pytest.mark.parametrize("form", FORMS_OF_TEXT)
@pytest.mark.parametrize("edit", EDITS)
def test_only_what_is_changed_changes(script: Path, form: str, edit: str) -> None:
    change, replacements = EDITS[edit]
    wanted = BY_HAND
    for old, new in replacements.items():
        assert wanted.count(old) == 1, old
        wanted = wanted.replace(old, new)
    dressed = FORMS_OF_TEXT[form]
    assert written(script, "yml-alert", dressed(BY_HAND), change) == dressed(wanted)


def every_file() -> list[Any]:
    return [
        pytest.param(format_name(kind), path, id=path.relative_to(ROOT / "content").as_posix())
        for kind in KINDS
        for path in files_of(kind)[:3]
        if line_of_text(path)
    ]


def line_of_text(path: Path) -> str | None:
    """Give the first field of a file that is one line of text."""
    text = "\n" + path.read_text(encoding="utf-8")
    return next((each for each in ("title", "name", "reviewed_on") if f"\n{each}:" in text), None)


@pytest.mark.parametrize(("name", "path"), every_file())
def test_a_new_title_is_one_new_line(script: Path, name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    field = line_of_text(path)
    new = written(script, name, text, f"content.{field} = '改了: 的'")
    changed = [line for line in new.splitlines() if line not in text.splitlines()]
    assert changed in ([f'{field}: "改了: 的"'], [f"{field}: '改了: 的'"])
    assert len(new.splitlines()) == len(text.splitlines())


@pytest.mark.parametrize(
    "pasted",
    [
        *("大热天\u2028先躲", "大热天\u2029先躲", "大热天\u0085先躲", "大热天\x0b先躲"),
        *("大热天\r\n先躲", "\ufeff大热天\u200b先躲\u200e", "大热天\x10\x7f先躲"),
        *("大热天\ud83d先躲", "大热天🔥先躲"),
    ],
)
def test_what_is_pasted_can_be_read(script: Path, pasted: str) -> None:
    for text in (BY_HAND, None):
        change = f"Object.assign(content, {{ id: 'zz', detail: {json.dumps(pasted)} }})"
        new = written(script, "yml-alert", text, change)
        assert text is None or "# 文件末尾的注释" in new
        tree = parse(new, name="x.yml")
        assert isinstance(tree, Tree), tree
        assert tree.data["detail"].replace("\n", " ").replace(" ", "") in {
            "大热天先躲",
            "大热天🔥先躲",
        }
        assert isinstance(parse(new.replace("\r\n", "\n"), name="x.yml"), Tree)


@pytest.mark.parametrize(
    "text",
    [
        *("0x1_F", "1_0.5e+3", "1e3", ".5", "5.", "012350", "0o17", "1_000", "12:30", "6:01:30"),
        *("on", "No", "y", "~", "null", "=", "<<", ".inf", ".NaN", "2027-01-01", "0b1_0", "true"),
        *(
            "- a",
            "? a",
            "a: b",
            "a #b",
            "#a",
            "@a",
            "`a",
            "%a",
            "[a]",
            "{a}",
            "*a",
            "&a",
            "!a",
            "|",
        ),
        *(">", "'a'", '"a"', "a:", ":", "-", "---", "...", "a\\b", "{县名}的事", ", a", "]"),
        "+1",
    ],
)
def test_a_text_stays_a_text(script: Path, text: str) -> None:
    for before in (BY_HAND, None):
        change = f"""Object.assign(content, {{ id: 'zz', title: {json.dumps(text)} }});
        content.tips = [{{ text: {json.dumps(text)}, audience: [{json.dumps(text)}] }}]"""
        new = written(script, "yml-alert", before, change)
        tree = parse(new, name="x.yml")
        assert isinstance(tree, Tree), tree
        assert tree.data["title"] == text
        assert before is None or "# 文件末尾的注释" in new
        assert tree.data["tips"] == [{"text": text, "audience": [text]}]


def test_numbers_that_make_ids_are_texts_in_the_form_only(script: Path) -> None:
    text = (FIXTURE / "content/county/work/2023/02.yml").read_text(encoding="utf-8")
    change = """
      if (content.year !== "2023" || content.number !== "02") throw content.number;
      content.short_title = "新的";"""
    short = next(line for line in text.splitlines() if line.startswith("short_title: "))
    assert written(script, "yml-work-item", text, change) == text.replace(
        short, "short_title: 新的"
    )
    fresh = "Object.assign(content, { id: '2027-03', year: '2027', number: '03', status: 'draft' })"
    assert written(script, "yml-work-item", None, fresh).splitlines()[1:] == [
        "id: 2027-03",
        "year: 2027",
        "number: 3",
        "status: draft",
    ]


def test_what_an_edition_is_of_stays_a_text(script: Path) -> None:
    text = (FIXTURE / "content/county/themes/2023/06.yml").read_text(encoding="utf-8")
    change = "if (content.of !== '06') throw content.of; content.slogan = '新口号';"
    new = written(script, "yml-theme-edition", text, change)
    assert [line for line in new.splitlines() if line not in text.splitlines()] == [
        "slogan: 新口号"
    ]
    fresh = "Object.assign(content, { id: '2027-06', of: '06', year: '2027', status: 'draft' })"
    assert yaml.safe_load(written(script, "yml-theme-edition", None, fresh))["of"] == "06"


def test_a_file_without_a_status_is_published(script: Path) -> None:
    seen = "if (content.status !== 'published') throw content.status;"
    assert written(script, "yml-alert", BY_HAND, seen) == BY_HAND


def test_a_copy_is_a_new_file(script: Path) -> None:
    change = "delete content._source; content.id = 'yy'; content.status = 'draft'"
    new = written(script, "yml-alert", BY_HAND, change)
    assert new.startswith("# yaml-language-server: $schema=../../../schemas/alert.json\nid: yy\n")
    assert "status: draft\n" in new
    assert "前面的注释" not in new


def test_an_id_put_right_changes_its_line_alone(script: Path) -> None:
    assert written(script, "yml-alert", BY_HAND, "content.id = 'yy'") == BY_HAND.replace(
        "id: zz ", "id: yy "
    )


def test_a_draft_that_was_kept_finds_its_file_again(script: Path) -> None:
    """The CMS keeps what is typed with the mark of the text that it was read from."""
    change = "content._source = 's0'; content.title = '新'"
    assert written(script, "yml-alert", BY_HAND, change) == BY_HAND.replace("标题  #", "新  #")


def test_one_change_is_one_line(script: Path) -> None:
    text = (ROOT / "content/county/themes/2023/06.yml").read_text(encoding="utf-8")
    new = written(script, "yml-theme", text, 'content.slogan = "新口号"')
    changed = [line for line in new.splitlines() if line not in text.splitlines()]
    assert changed == ["slogan: 新口号"]
    assert len(new.splitlines()) == len(text.splitlines())


def test_articles_keep_numbers_with_dots(script: Path) -> None:
    text = (ROOT / "content/common/references.yml").read_text(encoding="utf-8")
    change = (
        "const one = content.references.find((row) => row.id === 'work-safety-law');"
        "one.articles.push({ key: '5.3.1', value: '新的一条' }, { key: '200', value: '又一条' });"
    )
    before = yaml.safe_load(text)["references"]
    after = yaml.safe_load(written(script, "yml-references", text, change))["references"]
    articles = {row["id"]: row.get("articles") for row in after}
    assert articles["work-safety-law"].pop("5.3.1") == "新的一条"
    assert articles["work-safety-law"].pop("200") == "又一条"
    assert articles == {row["id"]: row.get("articles") for row in before}


def test_synonyms_are_lines_of_words(script: Path) -> None:
    text = (ROOT / "content/common/synonyms.yml").read_text(encoding="utf-8")
    new = written(script, "yml-synonyms", text, 'content.groups += "\\n甲甲、yes、9:30\\n"')
    assert new.replace('  - [甲甲, "yes", "9:30"]\n', "") == text


def test_a_new_file_begins_with_its_schema_and_quotes_what_looks_like_a_time(script: Path) -> None:
    change = """Object.assign(content, {
      id: "x-2027", starts: "2027-06-01", status: "published",
      programme: [{ title: "2027-06-01", when: "9:30", detail: "on" }],
    })"""
    text = written(script, "yml-campaign", None, change)
    assert text == (
        "# yaml-language-server: $schema=../../../schemas/campaign.json\n"
        'id: x-2027\nstarts: 2027-06-01\nstatus: published\nprogramme:\n  - title: "2027-06-01"\n'
        '    when: "9:30"\n    detail: "on"\n'
    )


@pytest.mark.parametrize("day", ["2023-06-01", '"2023-06-01"'])
def test_dates_are_read_with_and_without_quotes(day: str) -> None:
    text = (ROOT / "content/common/campaigns/safety-month.yml").read_text(encoding="utf-8")
    lines = [
        f"publish_on: {day}" if line.startswith("publish_on:") else line
        for line in text.splitlines()
    ]
    tree = parse("\n".join(lines), name="x.yml")
    assert isinstance(tree, Tree)
    campaign = validate(tree, Campaign, name="x.yml")
    assert isinstance(campaign, Campaign)
    assert campaign.publish_on.isoformat() == "2023-06-01"
