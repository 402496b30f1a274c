"""What went wrong with a file, in words that tell what to do."""

from __future__ import annotations

import errno

import pytest

from generator.report import why_not


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EDQUOT, "配额用完了"),
        (errno.EACCES, "没有权限"),
        (errno.EROFS, "只读"),
        (errno.ENOTDIR, "应当是文件夹，却是一个文件"),
        (errno.EISDIR, "应当是文件，却是一个文件夹"),
        (errno.ENOENT, "找不到这个文件"),
    ],
)
def test_each_cause_is_told_with_its_file(number: int, words: str) -> None:
    said = why_not(OSError(number, "in English", "content/county/site.yml"))
    assert words in said
    assert said.endswith("（content/county/site.yml）")
    assert "in English" not in said


def test_another_cause_is_told_as_the_system_tells_it() -> None:
    assert why_not(OSError(errno.EIO, "Input/output error")) == "Input/output error"
