"""The palette of a look: its colours, sizes of type and fonts, from `palette.yml` alone.

Files of the site in which colours stand are templates in `coloured/`; documents, articles and
pages are given the values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import yaml
from pydantic import Field, StringConstraints, ValidationError, ValidationInfo, field_validator

from generator.contrast import contrast, darkened, lightened, lightness, mixed, with_lightness
from generator.look import Look
from generator.model.base import Model
from generator.model.fault import BrokenTemplateError
from generator.model.yaml_loader import LOADER
from generator.templates import Templates

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}([0-9a-f]{2})?$")]
Points = Annotated[float, Field(gt=0, le=400)]
FILE = "palette.yml"
"""The palette's place in a look."""
_MAIN = ("pine", "pine_deep", "pine_soft")


class Colours(Model):
    """The colours of one scheme, as #rrggbb; `soft` behind a name is its tint for a background."""

    paper: Colour
    card: Colour
    ink: Colour
    soft: Colour
    line: Colour
    pine: Colour
    pine_deep: Colour
    pine_soft: Colour
    on_pine: Colour
    cinnabar: Colour
    cinnabar_soft: Colour
    on_cinnabar: Colour
    amber: Colour
    amber_soft: Colour
    sky: Colour
    sky_soft: Colour


class DocumentSizes(Model):
    """The sizes of type in documents, in points; `tight` is for much text."""

    text: Points
    title: Points
    heading: Points
    under: Points
    table: Points
    note: Points
    card_text: Points
    card_title: Points
    card_heading: Points
    card_foot: Points
    word_text: Points
    word_title: Points
    word_heading: Points
    word_heading_compact: Points
    word_note: Points
    sheet_text: Points
    sheet_title: Points
    slide_text: Points
    slide_cover: Points
    slide_cover_tight: Points
    slide_cover_under: Points
    slide_cover_line: Points
    slide_title: Points
    slide_title_tight: Points
    slide_label: Points
    slide_foot: Points
    slide_point_large: Points
    slide_point: Points
    slide_point_tight: Points
    slide_point_least: Points
    slide_caption: Points
    slide_caption_tight: Points
    slide_never: Points
    slide_never_tight: Points
    slide_call: Points
    slide_call_name: Points
    slide_question: Points
    slide_source: Points
    slide_source_tight: Points
    poster_text: Points
    poster_title: Points
    poster_headline: Points
    poster_line: Points
    poster_never: Points
    poster_warned: Points
    poster_number: Points
    poster_lead: Points
    poster_call: Points
    poster_name: Points
    poster_code: Points
    wall_text: Points
    wall_text_near: Points
    wall_text_usual: Points
    wall_text_tight: Points
    wall_text_least: Points
    wall_title: Points
    wall_heading: Points
    wall_call: Points
    pocket_text: Points
    pocket_text_tight: Points
    pocket_text_least: Points
    pocket_title: Points
    pocket_heading: Points
    pocket_call: Points
    pocket_fine: Points


class Fonts(Model):
    """The fonts of pages, as CSS has them, and the one of documents that can be edited."""

    web: Annotated[str, StringConstraints(pattern=r"^[^<>{};&]+$")]
    office: str


class Palette(Model):
    """All that `palette.yml` says; what a section leaves out is as in `light` and `sizes`."""

    light: Colours
    dark: Colours
    care_light: dict[str, Colour]
    care_dark: dict[str, Colour]
    print: dict[str, Colour]
    fixed: dict[str, Colour]
    pictures: dict[str, Colour]
    sizes: dict[str, str]
    narrow_sizes: dict[str, str]
    care_sizes: dict[str, str]
    print_sizes: dict[str, str]
    article_sizes: dict[str, str]
    document_sizes: DocumentSizes
    fonts: Fonts

    @field_validator("dark", "care_light", "care_dark", "print", "fixed", mode="before")
    @classmethod
    def _by_name(cls, section: Any, info: ValidationInfo) -> Any:
        """Put a colour of `light` where its name is given."""
        light = info.data.get("light")
        if not isinstance(section, Mapping) or light is None:
            return section
        known = light.model_dump()
        return {name: known.get(colour, colour) for name, colour in section.items()}

    @field_validator("care_light", "care_dark", "print")
    @classmethod
    def _known(cls, section: dict[str, Colour]) -> dict[str, Colour]:
        """Refuse a colour that `light` does not have: it would change nothing."""
        unknown = sorted(section.keys() - Colours.model_fields.keys())
        if unknown:
            raise ValueError(f"light 里没有 {'、'.join(unknown)}")
        return section

    @property
    def documents(self) -> Colours:
        """Give the colours of all documents."""
        return self.light.model_copy(update=self.print)


def palette_of(look: Look) -> Palette:
    """Read a look's palette; raises `BrokenTemplateError` where it is wrong or missing."""
    shown = f"{look.folder.shown}/{FILE}"
    line = 1
    try:
        text = (look.folder.path / FILE).read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=LOADER)
        palette = Palette.model_validate(yaml.load(text, Loader=LOADER))
        return _in_colour(palette, look.colour) if look.colour else palette
    except ValidationError as error:
        first = error.errors()[0]
        words = f"{'.'.join(map(str, first['loc']))}：{first['msg']}"
        line = _line(node, first["loc"])
    except yaml.MarkedYAMLError as error:
        words = str(error.problem)
        line = error.problem_mark.line + 1 if error.problem_mark else 1
    except (OSError, ValueError, yaml.YAMLError) as error:
        words = str(error)
    raise BrokenTemplateError(shown, line, "E404", words)


def _in_colour(palette: Palette, colour: str) -> Palette:
    """Put a county's main colour in the place of pine, and what follows from it.

    The tints keep the distances that the palette's own have; on dark pages it is as light as
    text must be there, and stronger for 关怀版.
    """
    light, dark = palette.light, palette.dark
    own = light.model_copy(
        update={
            "pine": colour,
            "pine_deep": with_lightness(colour, lightness(colour) * 0.72),
            "pine_soft": mixed(colour, light.card, 0.9),
        }
    )
    new = {getattr(light, name): getattr(own, name) for name in _MAIN}
    return palette.model_copy(
        update={
            "light": own,
            "dark": dark.model_copy(
                update={
                    "pine": lightened(with_lightness(colour, 0.6, saturation=0.8), dark.paper, 9),
                    "pine_deep": with_lightness(colour, 0.13),
                    "pine_soft": with_lightness(colour, 0.17, saturation=0.7),
                    "on_pine": with_lightness(colour, 0.08),
                }
            ),
            "care_light": {**palette.care_light, "pine": darkened(colour, light.card, 10)},
            "fixed": {
                **{name: new.get(value, value) for name, value in palette.fixed.items()},
                "banner_light": mixed(colour, light.card, 0.12),
            },
        }
    )


def least_contrast(palette: Palette) -> float:
    """Give the least contrast of all text in the main colour, on it, or in a sketch of places."""
    pairs = [
        pair
        for scheme in (palette.light, palette.dark)
        for pair in (
            (scheme.pine, scheme.paper),
            (scheme.pine, scheme.card),
            (scheme.pine, scheme.pine_soft),
            (scheme.ink, scheme.pine_soft),
            (scheme.soft, scheme.pine_soft),
            (scheme.ink, scheme.sky_soft),
            (scheme.on_pine, scheme.pine),
        )
    ]
    fixed = palette.fixed
    pairs += [(fixed["on_banner"], fixed[name]) for name in ("banner", "banner_light")]
    return min(contrast(text, behind) for text, behind in pairs)


def coloured_files(look: Look) -> dict[str, str]:
    """Give the files of the site in which colours stand, by address: `css/tokens.css`.

    Raises `BrokenTemplateError` where a template or the palette is broken.
    """
    values = palette_of(look).model_dump()
    templates = Templates(look.coloured, code="E404", escape=False)
    folder = look.coloured.path
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.j2"))
    return {name.removesuffix(".j2"): templates.render(name, values) + "\n" for name in names}


def _line(node: yaml.Node | None, place: tuple[int | str, ...]) -> int:
    """Give the line (from 1) of the innermost thing on the way to `place` that is there."""
    line = 1
    for step in place:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        found = next(((key, value) for key, value in pairs if key.value == step), None)
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line
