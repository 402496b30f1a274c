"""robots.txt, which lets everybody read everything but the editors' desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.look import Folder
from generator.model.artifact import Artifact
from generator.model.library import Library


def robots(library: Library, as_of: date, templates: Folder) -> Iterator[Artifact]:
    """Give `robots.txt` (RFC 9309), with the sitemap where the site has an address."""
    lines = ["User-agent: *", "Disallow: /admin/", ""]
    if sitemap := library.site.absolute("sitemap.xml"):
        lines += [f"Sitemap: {sitemap}", ""]
    yield Artifact("robots.txt", "\n".join(lines).encode())
