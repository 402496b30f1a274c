"""What an editor may do to the content, one thing at a time."""

from __future__ import annotations

from pathlib import Path

EDITS = (
    "a word",
    "a slip",
    "delete",
    "rename",
    "draft",
    "put back",
    "the day passes",
    "the county",
)


def edit(root: Path, files: dict[Path, bytes], kind: str, number: int) -> None:
    """Do one thing to one file of the content, as an editor may."""
    there = sorted((root / "content").rglob("*.yml"))
    path = there[number % len(there)]
    text = path.read_text("utf-8")
    if kind == "a word":
        path.write_text(text.replace("安全", "平安", 1), "utf-8")
    elif kind == "a slip":
        path.write_text(text.replace(": ", ":", 1), "utf-8")
    elif kind == "delete":
        path.unlink()
    elif kind == "rename":
        path.rename(path.with_stem(f"{path.stem}-b"))
    elif kind == "draft":
        path.write_text(text.replace("status: published", "status: draft", 1), "utf-8")
    elif kind == "put back":
        for known, content in files.items():
            known.write_bytes(content)
    elif kind == "the county":
        site = root / "content/county/site.yml"
        if site.exists():
            site.write_text(site.read_text("utf-8").replace("样例县", "甲县"), "utf-8")
