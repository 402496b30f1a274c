"""The addresses of a built site's pages: all of them, and one of each kind."""

from __future__ import annotations

import re
from pathlib import Path

_KIND = re.compile(r'class="pa-page pa-page--([a-z]+)"')


def every_page(site: Path) -> list[str]:
    """Give the address of every HTML file but the editors' form, which is another's program."""
    found = (path.relative_to(site) for path in site.rglob("*.html"))
    return sorted(path.as_posix() for path in found if path.parts[0] != "admin")


def one_of_each_kind(site: Path) -> dict[str, str]:
    """Give the longest page of each kind that the built site has; a search with results too."""
    longest: dict[str, tuple[int, str]] = {}
    for address in every_page(site):
        text = (site / address).read_text(encoding="utf-8")
        if kind := _KIND.search(text):
            longest[kind[1]] = max(longest.get(kind[1], (0, "")), (len(text), address))
    kinds = {kind: address for kind, (_, address) in sorted(longest.items())}
    return {**kinds, "results": f"{kinds['search']}?q=电瓶车充电起火"}
