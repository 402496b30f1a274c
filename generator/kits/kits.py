"""Kits: the texts and files of every channel for each theme, campaign and alert with a poster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.documents.maker import Maker
from generator.kits.article import ASSETS, Articles, article_styles
from generator.kits.channels import Channels
from generator.kits.make import make_kit
from generator.kits.message import message_of
from generator.later import SITE, Cell, Made
from generator.look import Look
from generator.model.address import address_of
from generator.model.artifact import Artifact, ChannelKit
from generator.model.library import Announced, Library
from generator.reads import Sources, Watched


@dataclass(frozen=True)
class Kits:
    """All kits by the address of their subject's page, and their files."""

    by_address: Mapping[str, ChannelKit]
    artifacts: tuple[Artifact, ...]


def kits(
    library: Library,
    maker: Maker,
    sources: Sources,
    *,
    look: Look,
    asset: Callable[[str], str] = str,
    on_step: Callable[[str], None] = lambda name: None,
) -> Kits:
    """Make the kits of a live library with the project's look.

    `sources` are what they are made from, the library and the `drawings`, and what is known of
    them; `asset` gives the address of a stylesheet or script of the theme by its name; `on_step` is
    told each subject when it is done. A subject without a poster has no kit.
    Raises `DocumentError` where a document fails, `BrokenTemplateError` where a template does.
    """
    by_address: dict[str, ChannelKit] = {}
    files: list[Artifact] = []
    for subject, cell in kit_cells(library, maker, look, asset):
        whole = cell.made(sources)
        by_address[address_of(subject)] = whole.said
        files += whole.files[SITE]
        on_step(cell.title)
    return Kits(by_address, tuple(files))


def kit_cells(
    library: Library, maker: Maker, look: Look, asset: Callable[[str], str]
) -> Iterator[tuple[Announced, Cell[ChannelKit]]]:
    """Give each subject that has a poster with what makes its kit."""
    styles = article_styles(look)
    recipe = (look.channels.digest(), styles, [asset(name) for name in ASSETS], maker.recipe)

    def make(subject: Announced, watched: Watched) -> Made[ChannelKit]:
        live = watched.library
        assert subject.poster is not None
        channels = Channels(live, look.channels)
        message = message_of(subject, subject.poster, live, address_of(subject))
        kit, artifacts = make_kit(
            message,
            maker.showing(watched["drawings"]),
            channels,
            Articles(channels, styles, asset),
            address=address_of(subject),
        )
        return Made(kit, {SITE: tuple(artifacts)})

    for subject in library.announced:
        if subject.poster is not None:
            yield subject, Cell("kit", subject.title, (subject, recipe), partial(make, subject))
