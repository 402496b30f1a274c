"""Reading a content file: bytes on disk become text, or a problem that says why not."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.model.problem import Problem

MAX_BYTES = 1_000_000


def read_text(path: Path, *, name: str) -> str | Problem:
    """Read a UTF-8 file (a BOM and CRLF are accepted).

    `name` is the path that a problem shows. Only regular files of at most
    `MAX_BYTES` bytes are read, so a pipe, a device or a huge file never blocks a build.
    """

    def problem(code: str, message: str, hint: str) -> Problem:
        return Problem(path=name, code=code, message=message, hint=hint)

    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return problem(
                "E101", "这里应当是文件，却是文件夹或别的东西", "改名或移走它，再放一个 .yml 文件"
            )
        if state.st_size > MAX_BYTES:
            megabytes = state.st_size / 1_000_000
            return problem(
                "E103", f"文件太大（{megabytes:.1f} MB）", "一个内容文件不应超过 1 MB，请拆开"
            )
        raw = path.read_bytes()
    except OSError as error:
        return problem(
            "E102", f"文件读不出来：{error.strerror}", "检查文件是否存在、是否有读取权限"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Problem(
            path=name,
            line=line,
            column=1,
            code="E104",
            message="文件不是 UTF-8 编码",
            hint="用记事本“另存为”，编码选 UTF-8；常见原因是按 GBK 保存",
        )
    if not text.strip():
        return problem("E105", "文件是空的", "填写内容，或删掉这个文件")
    return text
