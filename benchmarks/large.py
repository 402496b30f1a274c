"""Projects of any size: the real content, and work items put together from its sentences."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
COUNTY = 1065
"""So many pages the real county has."""
MEMORY = ".pingan"
_SHARED = (f"{MEMORY}/documents", f"{MEMORY}/learned")
_WORKED_OUT = ("known.sqlite*", "templates-tried")
_SITUATION = "content/common/situations/home-fire.yml"
_ITEMS_A_YEAR = 150
_SEED = 20231


def large_project(folder: Path, pages: int) -> Path:
    """Copy the real project to `folder` and add work items until it has about `pages` pages.

    It shares with the real one the documents that were made, and has its own memory of the rest.
    """
    (folder / MEMORY).mkdir(parents=True)
    shutil.copytree(ROOT / "content", folder / "content")
    for name in (*_SHARED, "docs", "theme"):
        (ROOT / name).mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    sentences = _sentences()
    titles = [sentence for sentence in sentences if 8 <= len(sentence) <= 20]
    pattern = yaml.safe_load((ROOT / "content/county/work/2023/02.yml").read_text(encoding="utf-8"))
    plan = (ROOT / "content/county/work/2023/plan.yml").read_text(encoding="utf-8")
    references = folder / "content/county/references.yml"
    document = _document(references.read_text(encoding="utf-8"))
    chance = random.Random(_SEED)
    for count in range(max(0, pages - COUNTY)):
        year, number = 2022 - count // _ITEMS_A_YEAR, count % _ITEMS_A_YEAR + 1
        target = folder / f"content/county/work/{year}"
        target.mkdir(exist_ok=True)
        if number == 1:
            text = re.sub(r"2023(?!-)", str(year), plan)
            (target / "plan.yml").write_text(text, encoding="utf-8")
            with references.open("a", encoding="utf-8") as file:
                file.write(document.replace("2023", str(year)))
        item = {
            **pattern,
            "id": f"{year}-{number:02d}",
            "year": year,
            "number": number,
            "title": chance.choice(titles).rstrip("。") + f"（{year}年{number}号）",
            "short_title": chance.choice(titles)[:12],
            "digest": "".join(chance.sample(sentences, 4)),
            "tasks": chance.sample(sentences, 14),
            "sources": [cite.replace("2023", str(year)) for cite in pattern["sources"]],
            "for_public": chance.sample(sentences, 3),
            "for_enterprises": chance.sample(sentences, 3),
        }
        text = yaml.safe_dump(item, allow_unicode=True, sort_keys=False)
        (target / f"{number:02d}.yml").write_text(text, encoding="utf-8")
    return folder


def say(project: Path, word: str) -> None:
    """Begin the first step of a situation with a word, as an editor would who saves its file."""
    begins = "- text: "
    text = (ROOT / _SITUATION).read_text(encoding="utf-8")
    (project / _SITUATION).write_text(
        text.replace(begins, begins + word, 1), encoding="utf-8", newline="\n"
    )


def forget(project: Path) -> None:
    """Forget all but the documents and what was learned, so that a build begins anew."""
    shutil.rmtree(project / "site", ignore_errors=True)
    forget_content(project)


def forget_content(project: Path) -> None:
    """Forget what was worked out from the content; the site stays."""
    for name in _WORKED_OUT:
        for path in (project / MEMORY).glob(name):
            path.unlink()


def _sentences() -> list[str]:
    """Give the sentences of all sectors and courses that name no year, in order."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "content/common").glob("[st]*/*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            match = re.search(r"([\u4e00-\u9fff][^:{}\[\]\"#*]{7,80}。)$", line)
            if match and not re.search(r"20\d\d", line):
                found[match[1]] = None
    return list(found)


def _document(references: str) -> str:
    """Give the entry of the year's document in the list of references, as its lines."""
    entry = re.search(r"^  - id: work-points-2023\n(?:    .*\n|\n)*", references, flags=re.M)
    assert entry
    return entry[0]
