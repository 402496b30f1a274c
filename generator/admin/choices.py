"""What the forms offer for choosing: the articles of the references, and the icons."""

from __future__ import annotations

from collections.abc import Iterator

from generator.admin.fields import Choices, Options
from generator.admin.icons import DEFAULT, ICONS
from generator.model.library import Library
from generator.model.reference import Reference
from generator.model.wording import locator_label, short_title

_MATERIAL = "material/"


def choices(library: Library) -> Choices:
    """Give the choices of a library; icons that its content already has are among them."""
    return Choices(
        cites=[option for each in library.references.values() for option in _cites(each)],
        icons=_icons(library),
        icon=DEFAULT,
    )


def _cites(reference: Reference) -> Iterator[dict[str, str]]:
    """Give a reference as a whole, then each of its articles; both can be found by number."""
    title = short_title(reference)
    if reference.number and reference.number not in title:
        title += f"（{reference.number}）"
    state = f"［{reference.status.label}］" if reference.status.has_ended else ""
    yield {"label": f"{title}{state}", "value": reference.id}
    for locator in reference.articles:
        label = locator_label(reference, locator)
        number = "" if locator in label else f"（{locator}）"
        label = f"{short_title(reference)}{label}{number}{state}"
        yield {"label": label, "value": f"{reference.id}#{locator}"}


def _icons(library: Library) -> Options:
    named = {_MATERIAL + name: label for name, label in ICONS.items()}
    entries = (*library.site.entries, *library.entities())
    used = {icon for each in entries if isinstance(icon := getattr(each, "icon", None), str)}
    for icon in sorted(used - set(named)):
        named[icon] = icon
    return [{"label": label, "value": icon} for icon, label in named.items()]
