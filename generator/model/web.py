"""Web addresses that every part of the program and of the world reads in the same way."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, HttpUrl, StringConstraints, TypeAdapter, ValidationError

from generator.model.base import refused

_READ: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*|\[[0-9a-f:]+\]")
_PATH = re.compile(r"/(?:(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+/)*")
_FORM = "写成 https://域名/ 或 https://域名/文件夹/，例如 https://aq.example.gov.cn/"


def read_address(text: str) -> HttpUrl | None:
    """Read an http(s) address as browsers do (WHATWG); None for what they would not open."""
    try:
        return _READ.validate_python(text)
    except ValidationError:
        return None


def _base(text: str) -> str:
    """Refuse what is no plain base address: a scheme, a valid host, a port, a path to append to."""
    url = read_address(text)
    if url is None or url.port == 0:
        raise refused("不是能打开的网址", _FORM)
    if url.username or url.password or "?" in text or "#" in text:
        raise refused("只能写到文件夹为止", "去掉用户名、密码、“?”和“#”后面的部分")
    if not _HOST.fullmatch(url.host or "") or not _PATH.fullmatch(url.path or ""):
        raise refused("里有网址不能用的字", _FORM)
    if str(url) != text:
        raise refused("不是标准的写法", f"写成 {url}")
    return text


def _server(text: str) -> str:
    _base(f"{text}/")
    return text


BaseAddress = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s]+/$", max_length=200),
    AfterValidator(_base),
]
"""Where a site stands: what a page's own address is appended to."""
ServerAddress = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s]+[^/\s]$", max_length=200),
    AfterValidator(_server),
]
"""A server, without the last `/`."""


def _page(text: str) -> str:
    url = read_address(text)
    if url is None or url.username or url.password:
        raise refused("不是能打开的网址", "从浏览器的地址栏整个复制过来，以 http 开头")
    return text


PageAddress = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s\"'<>]+$", max_length=300),
    AfterValidator(_page),
]
"""A page or a document somewhere on the web, as a browser shows its address."""
