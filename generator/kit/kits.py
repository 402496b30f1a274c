"""Kits: the texts and files of every channel for each theme, campaign and alert with a poster."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.documents.archive import archive, notepad_text
from generator.documents.file_name import safe_name
from generator.documents.kind import DocumentKind
from generator.documents.maker import Maker
from generator.kit.article import Articles, article_styles
from generator.kit.channels import Channels
from generator.kit.meeting import meeting_slides
from generator.kit.message import Message, Subject, message_of
from generator.kit.posters import poster
from generator.kit.sms import parts
from generator.kit.spoken import reading_seconds
from generator.model.address import KITS, address_of
from generator.model.artifact import Artifact, ChannelKit, Download
from generator.model.library import Library

KIT_DOCUMENTS: tuple[DocumentKind[Message], ...] = (
    DocumentKind(id="poster-a3", label="海报 A3", formats={"pdf": poster("a3")}),
    DocumentKind(id="poster-a4", label="海报 A4", formats={"pdf": poster("a4")}),
    DocumentKind(id="poster", label="海报图片", formats={"png": poster("a4")}),
    DocumentKind(id="slides", label="会前四页课件", formats={"pptx": meeting_slides}),
)


@dataclass(frozen=True)
class Kits:
    """All kits by the address of their subject's page, and their files."""

    by_address: Mapping[str, ChannelKit]
    artifacts: tuple[Artifact, ...]


def kits(
    library: Library,
    maker: Maker,
    *,
    theme: Path,
    asset: Callable[[str], str] = str,
    on_step: Callable[[str], None] = lambda name: None,
) -> Kits:
    """Make the kits of a live library with the project's folder `theme`.

    `asset` gives the address of a stylesheet or script of the theme by its name; `on_step` is
    told each subject when it is done. A subject without a poster has no kit.
    Raises `DocumentError` where a document fails, `BrokenTemplateError` where a template does.
    """
    channels = Channels(library, theme / "kit")
    articles = Articles(channels, article_styles(theme), asset)
    made: dict[str, ChannelKit] = {}
    files: list[Artifact] = []
    for subject in subjects(library):
        if subject.poster is not None:
            message = message_of(subject, subject.poster, library, address_of(subject))
            kit, artifacts = _kit(message, address_of(subject), maker, channels, articles)
            made[address_of(subject)] = kit
            files += artifacts
        on_step(subject.title)
    return Kits(made, tuple(files))


def subjects(library: Library) -> tuple[Subject, ...]:
    """Give what kits are made for, in order of their kind."""
    return (
        *library.themes.values(),
        *library.campaigns.values(),
        *library.alerts.values(),
    )


@dataclass(frozen=True, kw_only=True)
class _File:
    """A file of a kit: what it is, and what readers call it."""

    id: str
    label: str
    extension: str
    content: bytes


def _kit(
    message: Message, page: str, maker: Maker, channels: Channels, articles: Articles
) -> tuple[ChannelKit, list[Artifact]]:
    folder = f"{KITS}/{page.removesuffix('.html')}"
    title = safe_name(message.title)
    article = articles.article(message, address=f"{folder}/article.html")
    broadcast = channels.broadcast(message)
    texts = {
        "sms": ("短信", channels.text("sms", message)),
        "group": ("微信群消息", channels.text("group", message)),
        "broadcast": ("大喇叭广播稿", broadcast),
        "led": ("电子屏标语", channels.text("led", message)),
        "press": ("新闻通稿", channels.text("press", message)),
    }
    files = [
        *(
            _File(id=id_, label=label, extension="txt", content=notepad_text(text))
            for id_, (label, text) in texts.items()
        ),
        *_documents(message, maker),
    ]
    packed = archive(
        [
            (f"{title}/{file.label}.{file.extension}", file.content)
            for file in (_article(article.file), *files)
        ],
        day=message.imprint.day,
    )
    published = (_article(article.page), *files)
    artifacts = [
        Artifact(f"{folder}/{file.id}.{file.extension}", file.content) for file in published
    ]
    artifacts.append(Artifact(f"{folder}/kit.zip", packed))
    downloads = tuple(
        Download(
            id=file.id,
            label=file.label,
            format=file.extension.upper(),
            address=f"{folder}/{file.id}.{file.extension}",
            name=f"{title}-{file.label}.{file.extension}",
            size=len(file.content),
        )
        for file in published
    )
    sms = texts["sms"][1].strip()
    kit = ChannelKit(
        article=article.shown,
        article_styles=article.styles,
        sms=sms,
        sms_parts=parts(sms),
        group=texts["group"][1].strip(),
        broadcast=broadcast.strip(),
        seconds=reading_seconds(broadcast),
        led=tuple(texts["led"][1].split("\n")[:-1]),
        press=texts["press"][1].strip(),
        downloads=downloads,
        bundle=Download(
            id="kit",
            label="整套",
            format="ZIP",
            address=f"{folder}/kit.zip",
            name=f"{title}-一稿多发.zip",
            size=len(packed),
        ),
        poster=next(each for each in downloads if each.id == "poster"),
    )
    return kit, artifacts


def _article(text: str) -> _File:
    return _File(id="article", label="公众号文章", extension="html", content=text.encode())


def _documents(message: Message, maker: Maker) -> list[_File]:
    return [
        _File(
            id=kind.id,
            label=kind.label,
            extension=extension,
            content=maker.document(arrange(message), extension),
        )
        for kind in KIT_DOCUMENTS
        for extension, arrange in kind.formats.items()
    ]
