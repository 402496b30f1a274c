"""The small county with every text field in use, and a way to write any text into any of them."""

from __future__ import annotations

import copy
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from PIL import Image
from pydantic import BaseModel

from generator.documents.font import packaged_folder
from generator.load import load
from generator.load.tree import parse
from generator.model.kinds import EDITIONS, KINDS
from tests.conftest import copy_fixture_county

Loc = tuple[str | int, ...]

_WARNING = {
    "id: winter": "id: cold-wave",
    "冬季取暖安全提示": "寒潮来了",
    "first: 11-15": "first: 2026-11-22",
    "last: 03-15": "last: 2026-11-30",
    "summary:": "colour: orange\narea: 北部山区各镇\nissuer: 县气象局\nsummary:",
}
_PHOTOS = "photos:\n  - file: 县城.png\n    text: 县城广场\n    caption: 启动仪式\n"
_MORE = {
    "content/county/site.yml": (
        "region:",
        "colour: '#8a1f1f'\nfont_folder: fonts\nfont_families: [Noto Sans CJK JP]\n"
        "logo:\n  file: 标志.png\n  text: 县的标志\n  caption: 标志\n"
        "hero:\n  file: 县城.png\n  text: 县城的早上\n  caption: 县城\n"
        "filing:\n  icp: 备案一号\n  police: 备案二号\n  government: 标识码\n"
        "  police_icon: 标志.png\n"
        "  mark: https://mark.example.gov.cn/a\n  corrections: https://found.example.gov.cn/a\n"
        "imprint:\n  name: 省安全宣传\n  publisher: 省安委办\n  url: https://province.example/\n"
        "admin:\n  enabled: false\n  backend: gitea\n  repository: county/site\n"
        "  server: https://git.sample.example\n  app_id: abc\n  branch: main\n"
        "region:",
    ),
    "content/county/campaigns/2023/safety-month.yml": (
        "detail: 讲清这个月做什么。",
        "detail: 讲清这个月做什么。\n    where: 县城广场",
    ),
    "content/common/sectors/gas.yml": ("\nicon:", "\nparent: fire\nicon:"),
    "content/county/work/2023/02.yml": ("  lead:", "  joint: [publicity-department]\n  lead:"),
    "content/county/work/2023/01.yml": (
        "  - actor: 企业主要负责人\n",
        "  - actor: 企业主要负责人\n    stated: false\n    units: [fire-brigade]\n",
    ),
    "content/county/work/2023/plan.yml": (
        "\naim:",
        "\nofficial_text: 文件的原文\n"
        "deadlines:\n  - {due: 2023-11-30, what: 报送总结, who: 各单位}\naim:",
    ),
    "content/county/units.yml": (
        "kind: department, about: 组织安全宣传。",
        "kind: department, about: 组织安全宣传。, members_of: [fire-brigade]",
    ),
    "content/common/references.yml": (
        "references:\n",
        "references:\n"
        "  - id: old-rule\n    title: 旧规定\n    kind: law\n    issuer: 县人民政府\n"
        "    url: https://law.example/old.html\n    until: 2020-01-01\n"
        "    status: repealed\n    superseded_by: work-safety-law\n    checked_on: 2026-11-01\n",
    ),
}


_SCENE = """  - id: all-at-once
    text: 什么都有
    scene:
      - parts:
          - {draw: man, name: one, at: 60 100, hip: 60 70, hands: [80 60], feet: [62 100],
             bends: [knees], wears: [vest], colour: blue}
          - {draw: arrow, at: one.hand, to: 120 60}
          - {draw: text, at: 80 20, text: 画上的字}
"""
_PICTURES = {
    "alerts/winter.yml": (r"\ntips:\n  - text: .*\n", "    picture: hot\n"),
    "sectors/gas.yml": (r"\ntips:\n  - text: .*\n", "    picture: hot\n"),
    "themes/06.yml": (r"\ntips:\n  - text: .*\n", "    picture: hot\n"),
    "procedures/leave-safely.yml": (r"\nsteps:\n  - text: .*\n", "    picture: hot\n"),
    "situations/home-fire.yml": (r"\n    steps:\n      - text: .*\n", "        picture: hot\n"),
    "training/fire.yml": (r"\n    title: 第1页\n", "    pictures: [hot]\n"),
    "pictures.yml": (r"\Apictures:\n", _SCENE),
}
"""What is written after the first place of common content that fits."""


def hostile_county(target: Path) -> Path:
    """Copy the small county to `target` and put every text field of the models to use."""
    county = copy_fixture_county(target)
    (county / "fonts").symlink_to(packaged_folder())
    media = county / "content/county/media"
    media.mkdir()
    for name in ("标志.png", "县城.png"):
        Image.new("RGB", (90, 60), "#8a1f1f").save(media / name)
    with (county / "content/county/work/2023/02.yml").open("a", encoding="utf-8") as file:
        file.write("official_text: 文件的原文\n")
        file.write("deadlines:\n  - {due: 2023-06-30, what: 做完, who: 各单位}\n")
    for name in ("campaigns/2023/safety-month.yml", "themes/2023/06.yml"):
        with (county / "content/county" / name).open("a", encoding="utf-8") as file:
            file.write(_PHOTOS)
    _replace(
        county / "content/county/places.yml",
        {"    town:": "    photo: {file: 县城.png, text: 操场, caption: 大门}\n    town:"},
    )
    for name, (old, new) in _MORE.items():
        _replace(county / name, {old: new})
    for name, (place, added) in _PICTURES.items():
        _add_after(county / "content/common" / name, place, added)
    _say_all(county)
    month = (county / "content/common/campaigns/safety-month.yml").read_text("utf-8")
    own = county / "content/county/campaigns/flood-day.yml"  # a campaign of the county alone
    own.write_text(month.replace("id: safety-month", "id: flood-day"), "utf-8")
    _replace(own, {"detail: 讲清": "where: 广场\n    organisers: [fire-brigade]\n    detail: 讲清"})
    _add_tip(county)
    winter = county / "content/common/alerts/winter.yml"
    cold_wave = winter.with_name("cold-wave.yml")
    cold_wave.write_bytes(winter.read_bytes())
    _replace(cold_wave, _WARNING)
    return county


def _add_after(path: Path, place: str, added: str) -> None:
    text = path.read_text("utf-8")
    found = re.search(place, text)
    assert found, path
    path.write_text(text[: found.end()] + added + text[found.end() :], "utf-8")


def _add_tip(county: Path) -> None:
    """Add a tip of the county's to a common sector."""
    gas = yaml.safe_load((county / "content/common/sectors/gas.yml").read_text("utf-8"))
    own = {"tips": [{"sector": "gas", **gas["tips"][0], "text": "本县加的一条。"}]}
    text = yaml.safe_dump(own, allow_unicode=True, sort_keys=False)
    (county / "content/county/tips.yml").write_text(text, "utf-8")


def _say_all(county: Path) -> None:
    """Let what is laid over something else say all that it could inherit, and add to it."""
    content = county / "content"
    over = {content / "county/site.yml": content / "common/site.yml"}
    for kind in EDITIONS.values():
        folder = content / "common" / kind.folder
        for path in (content / "county").glob(kind.pattern):
            over[path] = folder / f"{yaml.safe_load(path.read_text('utf-8'))['of']}.yml"
    for path, base in over.items():
        inherited = yaml.safe_load(base.read_text("utf-8"))
        whole = {**inherited, **yaml.safe_load(path.read_text("utf-8"))}
        if "of" in whole:
            whole.pop("expires_on", None)
        if "tips" in whole:
            whole["more_tips"] = copy.deepcopy(whole["tips"][:1])
        text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(text, "utf-8")


def _replace(path: Path, words: Mapping[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in words.items():
        assert old in text, f"{path.name} does not say {old}"
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Field:
    """A text of the county: its file, where it stands there, and the model's name of the place."""

    path: str
    loc: Loc
    name: str


def fields(county: Path) -> list[Field]:
    """Give every text of the county."""
    return [
        Field(document.name, loc, f"{document.kind.name}:{_shape(loc)}")
        for document in load(county).documents
        for loc in _texts(document.tree.data, ())
    ]


def fields_of_the_models() -> set[str]:
    """Give the names of all text fields that the models have; {} stands for any key."""
    return {f"{kind.name}:{_shape(loc)}" for kind in KINDS for loc in texts_of(kind.model)}


def texts_of(model: type[BaseModel]) -> Iterator[Loc]:
    """Give the places of all texts of a model, however deep in its rows; 0 stands for any row."""
    return _places(model, ())


def same_place(model_name: str, name: str) -> bool:
    """Tell whether a text stands in a field of the models."""
    wanted, found = model_name.split("."), name.split(".")
    pairs = zip(wanted, found, strict=False)
    return len(wanted) == len(found) and all(one in ("{}", other) for one, other in pairs)


def write(county: Path, texts: Mapping[Field, str]) -> None:
    """Write texts into fields, each in double quotes with escapes where YAML asks for them."""
    by_path: dict[str, list[Field]] = {}
    for field in texts:
        by_path.setdefault(field.path, []).append(field)
    for path, places in by_path.items():
        text = (county / path).read_text(encoding="utf-8")
        tree = parse(text, name=path)
        assert not isinstance(tree, list)
        for field in sorted(places, key=lambda field: tree.spans[field.loc], reverse=True):
            start, end = tree.spans[field.loc]
            kept = "\n" if text[start:end].endswith("\n") else ""
            text = text[:start] + quoted(texts[field]) + kept + text[end:]
        (county / path).write_text(text, encoding="utf-8")


def quoted(text: str) -> str:
    """Write a text as YAML in double quotes that gives exactly this text."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    code = ord(character)
    if character.isprintable():
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\U{code:08x}"


def _shape(loc: Loc) -> str:
    return ".".join("[]" if isinstance(part, int) else part for part in loc)


def _texts(value: Any, loc: Loc) -> Iterator[Loc]:
    if isinstance(value, str):
        yield loc
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, (*loc, key))
    elif isinstance(value, list):
        for place, child in enumerate(value):
            yield from _texts(child, (*loc, place))


def _places(annotation: Any, loc: Loc) -> Iterator[Loc]:
    """Walk a model's types to the texts in them."""
    if annotation is str:
        yield loc
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, info in annotation.model_fields.items():
            yield from _places(info.annotation, (*loc, name))
    elif get_origin(annotation) is Annotated:
        yield from _places(get_args(annotation)[0], loc)
    elif get_origin(annotation) in (Union, types.UnionType):
        for one in get_args(annotation):
            yield from _places(one, loc)
    elif get_origin(annotation) is tuple:
        yield from _places(get_args(annotation)[0], (*loc, 0))
    elif get_origin(annotation) is dict:
        yield from _places(get_args(annotation)[1], (*loc, "{}"))
