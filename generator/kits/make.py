"""A kit (一稿多发): one message as the texts and files of all channels, and the ZIP of them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image

from generator.documents.archive import archive, notepad_text
from generator.documents.file_name import safe_name
from generator.documents.kind import DocumentKind
from generator.documents.maker import Maker
from generator.documents.poster import Paper
from generator.kits.article import Articles
from generator.kits.channels import Channels
from generator.kits.meeting import meeting_slides
from generator.kits.message import Message
from generator.kits.posters import poster
from generator.kits.sms import parts
from generator.kits.spoken import reading_seconds
from generator.model.address import KITS
from generator.model.artifact import Artifact, ChannelKit, Download

TEXTS = {
    "sms": "短信",
    "group": "微信群消息",
    "broadcast": "大喇叭广播稿",
    "led": "电子屏标语",
    "press": "新闻通稿",
}
"""The channels that take plain text, by their template, and what their files are called."""

KIT_DOCUMENTS: tuple[DocumentKind[Message], ...] = (
    DocumentKind(id="poster-a3", label="海报 A3", formats={"pdf": poster(Paper.A3)}),
    DocumentKind(id="poster-a4", label="海报 A4", formats={"pdf": poster(Paper.A4)}),
    DocumentKind(id="poster", label="海报图片", formats={"png": poster(Paper.A4)}),
    DocumentKind(id="poster-phone", label="手机海报", formats={"png": poster(Paper.PHONE)}),
    DocumentKind(id="cover", label="公众号封面", formats={"png": poster(Paper.COVER)}),
    DocumentKind(id="poster-screen", label="电子屏图片", formats={"png": poster(Paper.SCREEN)}),
    DocumentKind(id="slides", label="会前四页课件", formats={"pptx": meeting_slides}),
)


@dataclass(frozen=True, kw_only=True)
class _File:
    """A file of a kit, and what readers call it."""

    id: str
    label: str
    extension: str
    content: bytes


def make_kit(
    message: Message, maker: Maker, channels: Channels, articles: Articles, *, address: str
) -> tuple[ChannelKit, list[Artifact]]:
    """Give the kit of a message, and its files; the page of its subject stands at `address`.

    Raises `DocumentError` where a document fails, `BrokenTemplateError` where a template does.
    """
    folder = f"{KITS}/{address.removesuffix('.html')}"
    title = safe_name(message.title)
    article = articles.article(message, address=f"{folder}/article.html")
    texts = {channel: channels.text(channel, message) for channel in TEXTS}
    files = [*_text_files(texts), *_documents(message, maker)]
    packed = _packed((_article(article.file), *files), title, message)
    published = (_article(article.page), *files)
    downloads = tuple(_download(file, folder, title) for file in published)
    bundle = Download(
        id="kit",
        label="整套",
        format="ZIP",
        address=f"{folder}/kit.zip",
        name=f"{title}-一稿多发.zip",
        size=len(packed),
    )
    kit = ChannelKit(
        article=article.shown,
        article_styles=article.styles,
        sms=texts["sms"].strip(),
        sms_parts=parts(texts["sms"].strip()),
        group=texts["group"].strip(),
        broadcast=texts["broadcast"].strip(),
        seconds=reading_seconds(texts["broadcast"]),
        led=tuple(texts["led"].split("\n")[:-1]),
        press=texts["press"].strip(),
        downloads=downloads,
        bundle=bundle,
        poster=next(each for each in downloads if each.id == "poster"),
    )
    artifacts = [
        Artifact(download.address, file.content)
        for download, file in zip(downloads, published, strict=True)
    ]
    return kit, [*artifacts, Artifact(bundle.address, packed)]


def _article(text: str) -> _File:
    return _File(id="article", label="公众号文章", extension="html", content=text.encode())


def _text_files(texts: dict[str, str]) -> Iterator[_File]:
    for channel, text in texts.items():
        yield _File(id=channel, label=TEXTS[channel], extension="txt", content=notepad_text(text))


def _documents(message: Message, maker: Maker) -> Iterator[_File]:
    for kind in KIT_DOCUMENTS:
        for extension, arrange in kind.formats.items():
            content = maker.document(arrange(message), extension)
            yield _File(id=kind.id, label=kind.label, extension=extension, content=content)


def _packed(files: Iterable[_File], title: str, message: Message) -> bytes:
    named = ((f"{title}/{file.label}.{file.extension}", file.content) for file in files)
    return archive(named, day=message.imprint.day)


def _download(file: _File, folder: str, title: str) -> Download:
    width, height = Image.open(io.BytesIO(file.content)).size if file.extension == "png" else (0, 0)
    return Download(
        id=file.id,
        label=file.label,
        format=file.extension.upper(),
        address=f"{folder}/{file.id}.{file.extension}",
        name=f"{title}-{file.label}.{file.extension}",
        size=len(file.content),
        width=width,
        height=height,
    )
