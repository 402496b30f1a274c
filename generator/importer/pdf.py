"""PDF files as plain text, where they hold text and not only pictures of it."""

from __future__ import annotations

import io
import logging
import unicodedata
from collections.abc import Iterator

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from generator.importer.errors import SourceError, refusing
from generator.importer.extract import Extract, in_bounds

_MOST_PAGES = 500
_FEW = 20
"""Characters that a page of text has at least."""
_MUCH_ODD = 0.1
_SCANNED = "这份 PDF 是扫描的图片，没有文字：找原来的 Word 文档，或者先用软件认出文字，另存为 .docx"
_RADICALS = str.maketrans(
    dict(
        zip(
            "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
            "母民虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙",
            strict=True,
        )
    )
)
"""Radicals that look like characters, and that Unicode does not tell the same."""


def text_of_pdf(content: bytes) -> Extract:
    """Give the text of a PDF, page by page, in lines as they are on the pages.

    Raises `SourceError`.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is nobody's concern
    with refusing("文件坏了，或者不是 PDF：重新下载，或者用 WPS 打开，另存为 .docx 再试"):
        return _read(PdfReader(io.BytesIO(content)))


def _read(reader: PdfReader) -> Extract:
    pages = _pages(reader)
    try:
        texts = [_plain(_text_of(each)) for each in pages]
    except (LimitReachedError, MemoryError) as error:
        raise SourceError("里面有一页太大，读不了：把文字复制到 .txt 再试") from error
    bare = [number for number, text in enumerate(texts, 1) if len("".join(text.split())) < _FEW]
    if len(bare) > len(texts) / 2 and sum(map(len, texts)) < _FEW * len(texts):
        raise SourceError(_SCANNED)
    text = in_bounds(texts)
    _refuse_odd(text)
    return Extract(text, tuple(_pictures(bare, pages)))


def _pages(reader: PdfReader) -> list[PageObject]:
    try:
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
    except (DependencyError, NotImplementedError):
        locked = True
    if locked:
        raise SourceError(
            "这份 PDF 加了密码或者保护：用 WPS 打开，另存为 .docx，或者打印成一份新的 PDF"
        )
    if len(reader.pages) > _MOST_PAGES:
        raise SourceError(f"有 {len(reader.pages)} 页，不像是一份工作要点：只留要用的那几页")
    return [*reader.pages]


def _text_of(page: PageObject) -> str:
    page.get_contents()  # raises where it is too large; the next call would take it for nothing
    return page.extract_text()


def _plain(text: str) -> str:
    """Give the characters that people mean: files name some Chinese ones as radicals."""
    return "".join(
        unicodedata.normalize("NFKC", each)
        if "\u2e80" <= each <= "\u2fdf" or "\uf900" <= each <= "\ufaff"
        else each
        for each in text.translate(_RADICALS)
    )


def _refuse_odd(text: str) -> None:
    words = [each for each in text if not each.isspace()]
    odd = sum(map(_is_odd, words))
    if odd > _MUCH_ODD * len(words):
        raise SourceError(
            "这份 PDF 的字体没有写明是哪些字，读出来是乱码：找原来的 Word 文档，"
            "或者用软件认出文字，另存为 .docx"
        )


def _is_odd(each: str) -> bool:
    """Tell whether a character has no place in a Chinese text."""
    kind = unicodedata.category(each)
    if kind in {"Cc", "Cn", "Co", "Cs"} or each == "\ufffd":
        return True
    known = each.isascii() or each >= "\u3000"
    return kind[0] in "LM" and not (known and not "\ua000" <= each <= "\ufaff")


def _pictures(bare: list[int], pages: list[PageObject]) -> Iterator[str]:
    """Tell of pages that have hardly a word, and a picture."""
    for number in bare:
        resources = pages[number - 1].get("/Resources")
        drawn = resources.get_object().get("/XObject") if resources else None
        if drawn:
            yield f"第 {number} 页是图片，上面的字没有读"
