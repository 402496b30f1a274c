"""Kits: the texts and files of every channel for each theme, campaign and alert with a poster."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.kit.article import Articles, article_styles
from generator.kit.channels import Channels, Subject, channel_values
from generator.kit.sms import parts
from generator.kit.spoken import reading_seconds
from generator.look import look_of
from generator.model.address import KITS, address_of
from generator.model.artifact import Artifact, ChannelKit, Download
from generator.model.library import Library
from generator.packs.archive import archive, notepad_text
from generator.packs.documents import DocumentKind
from generator.packs.printed import poster, poster_picture
from generator.packs.shelf import safe_name
from generator.packs.slides import four_slides
from generator.packs.studio import Studio

KIT_DOCUMENTS = (
    DocumentKind("poster-a3", "海报 A3", "pdf", "海报A3", poster("a3")),
    DocumentKind("poster-a4", "海报 A4", "pdf", "海报A4", poster("a4")),
    DocumentKind("poster", "海报图片", "png", "海报", poster_picture),
    DocumentKind("slides", "会前四页课件", "pptx", "四页课件", four_slides),
)


@dataclass(frozen=True)
class Kits:
    """All kits by the address of their subject's page, and their files; `unkept` as of a shelf."""

    by_address: Mapping[str, ChannelKit]
    artifacts: tuple[Artifact, ...]
    unkept: OSError | None = None


def kits(
    library: Library,
    *,
    root: Path,
    asset: Callable[[str], str] = str,
    on_step: Callable[[str], None] = lambda name: None,
) -> Kits:
    """Make the kits of a live library for the project at `root`.

    `asset` gives the address of a stylesheet or script of the theme by its name. A subject
    without a poster has no kit. Raises `FontError`, `PackError` or `BrokenTemplateError` as
    packs do.
    """
    studio = Studio(library.site, root)
    look = look_of(root)
    channels = Channels(library, look.channels)
    articles = Articles(channels, article_styles(look), asset)
    made: dict[str, ChannelKit] = {}
    files: list[Artifact] = []
    for subject in subjects(library):
        if subject.poster is not None:
            kit, artifacts = _kit(subject, library, studio, channels, articles)
            made[address_of(subject)] = kit
            files += artifacts
        on_step(subject.title)
    return Kits(made, tuple(files), studio.cache.unkept)


def subjects(library: Library) -> tuple[Subject, ...]:
    """Give what kits are made for, in order of their kind."""
    return (
        *library.themes.values(),
        *library.campaigns.values(),
        *library.alerts.values(),
    )


def _kit(
    subject: Subject, library: Library, studio: Studio, channels: Channels, articles: Articles
) -> tuple[ChannelKit, list[Artifact]]:
    page = address_of(subject)
    values = channel_values(subject, library, page)
    folder = f"{KITS}/{page.removesuffix('.html')}"
    title = safe_name(subject.title)
    article = articles.article(subject.title, values, address=f"{folder}/article.html")
    broadcast = channels.broadcast(values)
    texts = {
        "article": ("公众号文章", "html", article.file),
        "sms": ("短信", "txt", channels.text("sms", values)),
        "group": ("微信群消息", "txt", channels.text("group", values)),
        "broadcast": ("大喇叭广播稿", "txt", broadcast),
        "led": ("电子屏标语", "txt", channels.text("led", values)),
        "press": ("新闻通稿", "txt", channels.text("press", values)),
    }
    files: list[tuple[str, str, str, bytes]] = [
        (id_, label, extension, notepad_text(text) if extension == "txt" else text.encode())
        for id_, (label, extension, text) in texts.items()
    ]
    print_values = {**values, "slides": [], "quiz": []}
    files += [
        (
            kind.id,
            kind.label,
            kind.extension,
            studio.make(kind, subject.title, print_values, subject.reviewed_on),
        )
        for kind in KIT_DOCUMENTS
    ]
    packed = archive(
        [(f"{title}/{label}.{extension}", content) for _, label, extension, content in files],
        day=subject.reviewed_on,
    )
    published = [("article", "公众号文章", "html", article.page.encode()), *files[1:]]
    artifacts = [
        Artifact(f"{folder}/{id_}.{extension}", content) for id_, _, extension, content in published
    ]
    artifacts.append(Artifact(f"{folder}/kit.zip", packed))
    downloads = tuple(
        Download(
            id=id_,
            label=label,
            format=extension.upper(),
            address=f"{folder}/{id_}.{extension}",
            name=f"{title}-{label}.{extension}",
            size=len(content),
        )
        for id_, label, extension, content in published
    )
    kit = ChannelKit(
        article=article.shown,
        article_styles=article.styles,
        sms=texts["sms"][2].strip(),
        sms_parts=parts(texts["sms"][2].strip()),
        group=texts["group"][2].strip(),
        broadcast=broadcast.strip(),
        seconds=reading_seconds(broadcast),
        led=tuple(texts["led"][2].split("\n")[:-1]),
        press=texts["press"][2].strip(),
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
