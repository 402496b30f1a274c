"""The imprint: whose a document is, what it is about, and of which day; it stands on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.site import Issuer
from generator.model.wording import chinese_date

PAGE_NUMBER = "第 {page} 页　共 {pages} 页"
"""How pages are numbered; each back end puts in what its program counts with."""


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """Site and publisher, the `title` of what is treated, and the day of its last review.

    `url` is where that stands on the site, "" where the site has no address; `logo` is the
    file of the mark that it bears, "" for none; `checked` says in Chinese who answers for it, and
    since when.
    """

    site: str
    publisher: str
    title: str
    day: date
    url: str
    logo: str
    checked: str

    @property
    def header(self) -> str:
        """Give the line that stands at the edge of every page."""
        return f"{self.site}　{self.title}"

    @property
    def code_words(self) -> str:
        """Give what the QR code of the page says to those who cannot see it."""
        return f"扫码打开网页：{self.url}"


def imprint_of(issuer: Issuer, *, title: str, day: date, address: str) -> Imprint:
    """Give the imprint of what is called `title`, reviewed on `day`, with its page at `address`."""
    return Imprint(
        site=issuer.name,
        publisher=issuer.publisher,
        title=title,
        day=day,
        logo=issuer.logo,
        url=issuer.absolute(address),
        checked=f"{issuer.publisher}　{chinese_date(day)}核对",
    )
