"""Seconds and bytes a page for sites of 1,000 and 3,000 pages, and for the real one.

    python -m benchmarks.build_time

The larger sites repeat the work items of 2023 for other years. Downloads are made beforehand,
so what is measured is reading, checking, pages, search index and MkDocs.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from generator.cli import main as pingan
from generator.load import load

ROOT = Path(__file__).parent.parent
DAY = "2026-11-24"


def main() -> None:
    """Print the table."""
    table = Table(title="生成用时", title_justify="left")
    for name in ("页数", "检查（秒）", "生成（秒）", "一条页面（KB）"):
        table.add_column(name, justify="right")
    with tempfile.TemporaryDirectory() as temporary:
        for pages in (0, 1000, 3000):
            project = _project(Path(temporary) / str(pages), pages)
            pingan(["build", "--root", str(project), "--as-of", DAY])
            checked = _seconds(["check", "--root", str(project), "--as-of", DAY])
            built = _seconds(["build", "--root", str(project), "--as-of", DAY])
            count = sum(1 for _ in (project / "site").rglob("*.html"))
            size = (project / "site/work/2023/02.html").stat().st_size / 1000
            table.add_row(str(count), f"{checked:.1f}", f"{built:.1f}", f"{size:.0f}")
    Console().print(table)


def _project(folder: Path, pages: int) -> Path:
    """Copy the real project and add work items until it has about `pages` pages."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "content", folder / "content")
    for name in ("docs", "theme", ".pingan"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    library = load(ROOT).library
    assert library is not None
    own = len(list(library.entities())) + len(library.units) + len(library.references) + 20
    for year in range(max(0, pages - own) // 31):
        target = folder / f"content/work/{2100 - year}"
        shutil.copytree(ROOT / "content/work/2023", target)
        for path in target.glob("*.yml"):
            text = path.read_text(encoding="utf-8")
            text = re.sub(r"^id: 2023", f"id: {2100 - year}", text, flags=re.M)
            text = re.sub(r'^id: "2023"', f'id: "{2100 - year}"', text, flags=re.M)
            text = re.sub(r"^year: 2023", f"year: {2100 - year}", text, flags=re.M)
            path.write_text(text, encoding="utf-8")
    return folder


def _seconds(arguments: list[str]) -> float:
    started = time.perf_counter()
    assert pingan(arguments) == 0
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
