"""Projects of any size: the real content, and work items put together from its sentences."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
_ITEMS_A_YEAR = 100
_SEED = 20231


def large_project(folder: Path, pages: int) -> Path:
    """Copy the real project to `folder` and add work items until it has about `pages` pages."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "content", folder / "content")
    for name in ("docs", "theme", ".pingan"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    sentences = _sentences()
    titles = [sentence for sentence in sentences if 8 <= len(sentence) <= 20]
    pattern = yaml.safe_load((ROOT / "content/work/2023/02.yml").read_text(encoding="utf-8"))
    plan = (ROOT / "content/work/2023/plan.yml").read_text(encoding="utf-8")
    chance = random.Random(_SEED)
    for count in range(max(0, pages - 350)):
        year, number = 2099 - count // _ITEMS_A_YEAR, count % _ITEMS_A_YEAR + 1
        target = folder / f"content/work/{year}"
        target.mkdir(exist_ok=True)
        if number == 1:
            text = re.sub(r'^(id: )"?2023"?', rf'\g<1>"{year}"', plan, flags=re.M)
            text = re.sub(r"^year: 2023", f"year: {year}", text, flags=re.M)
            (target / "plan.yml").write_text(text, encoding="utf-8")
        item = {
            **pattern,
            "id": f"{year}-{number:02d}",
            "year": year,
            "number": number,
            "title": chance.choice(titles).rstrip("。") + f"（{year}年{number}号）",
            "short_title": chance.choice(titles)[:12],
            "digest": "".join(chance.sample(sentences, 4)),
            "tasks": chance.sample(sentences, 14),
            "for_public": chance.sample(sentences, 3),
            "for_enterprises": chance.sample(sentences, 3),
        }
        text = yaml.safe_dump(item, allow_unicode=True, sort_keys=False)
        (target / f"{number:02d}.yml").write_text(text, encoding="utf-8")
    return folder


def _sentences() -> list[str]:
    """Give the sentences of all sectors and courses, in order."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "content").glob("[st]*/*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            match = re.search(r"([\u4e00-\u9fff][^:{}\[\]\"#*]{7,80}。)$", line)
            if match:
                found[match[1]] = None
    return list(found)
