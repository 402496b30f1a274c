"""What went wrong with a file, in words that tell what to do."""

from __future__ import annotations

import errno

_WORDS = {
    errno.ENOSPC: "磁盘满了，清出一些地方再试",
    errno.EDQUOT: "磁盘配额用完了，清出一些地方再试",
    errno.EFBIG: "文件太大，磁盘或系统不让写",
    errno.EACCES: "没有权限，请管理员给写入的权限，或换一个文件夹",
    errno.EPERM: "系统不允许，请管理员给写入的权限，或换一个文件夹",
    errno.EROFS: "这个磁盘是只读的，换一个文件夹",
    errno.ENOTDIR: "这里应当是文件夹，却是一个文件",
    errno.EISDIR: "这里应当是文件，却是一个文件夹",
    errno.ENOENT: "找不到这个文件",
    errno.EEXIST: "已经有同名的东西",
}


def why_not(error: OSError) -> str:
    """Say in Chinese why a file could not be read or written, and which one."""
    words = _WORDS.get(error.errno or 0, error.strerror or str(error))
    return f"{words}（{error.filename}）" if error.filename else words
