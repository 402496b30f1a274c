"""Validating parsed values against a model; pydantic's findings become Chinese problems."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.fields import FieldAt, field_at, fields_at, meant
from generator.load.tree import Loc, Mark, Tree
from generator.model.base import Model
from generator.model.problem import Problem

_TYPE_NAMES = {
    "string_type": ("文字", "如果是数字或日期样的文字，请加引号"),
    "int_type": ("整数", "只写阿拉伯数字，不加引号"),
    "int_parsing": ("整数", "只写阿拉伯数字，不加引号"),
    "int_from_float": ("整数", "不要写小数"),
    "bool_type": ("true（是）或 false（否）", "不加引号"),
    "bool_parsing": ("true（是）或 false（否）", "不加引号"),
    "tuple_type": ("列表", "每项另起一行，用“- ”开头"),
    "dict_type": ("字段组", "写成“字段: 值”，并缩进两格"),
    "model_type": ("字段组", "写成“字段: 值”，并缩进两格"),
    "model_attributes_type": ("字段组", "写成“字段: 值”，并缩进两格"),
    "date_type": ("日期", "写成 2023-06-01"),
    "date_parsing": ("日期", "写成 2023-06-01"),
    "date_from_datetime_parsing": ("日期", "写成 2023-06-01"),
    "date_from_datetime_inexact": ("日期", "写成 2023-06-01，不要写时间"),
}
_WIDE = re.compile(r"[\uff01-\uff5e“”‘’、。【】〔〕]")
_WIDE_COLON = re.compile(r"[A-Za-z_]+\s*：")
_BRACKETS = ("【", "〔", "［", "（")
_SHOWN = 40

M = TypeVar("M", bound=Model)
Words = tuple[str, str, str]


def validate(tree: Tree, model: type[M], *, name: str) -> M | list[Problem]:
    """Build a `model` from the tree, or give every reason why that is impossible."""
    try:
        return model.model_validate(tree.data)
    except ValidationError as error:
        details = list(_causes(error.errors(), model))
    return [_problem(detail, tree, model, name) for detail in details]


def _causes(details: list[ErrorDetails], model: type[Model]) -> Iterator[ErrorDetails]:
    """Drop what only follows from another error.

    A row that is wrong in itself makes its list too short, and a misspelt field is missing.
    """
    misspelt = set()
    for detail in details:
        *parent, key = detail["loc"] or ("",)
        if detail["type"] == "extra_forbidden":
            field = meant(str(key), fields_at(model, tuple(parent)))
            misspelt.add((*parent, field.key if field else ""))
    for detail in details:
        if detail["type"] == "missing" and detail["loc"] in misspelt:
            continue
        if detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            continue
        yield detail


def _problem(detail: ErrorDetails, tree: Tree, model: type[Model], name: str) -> Problem:
    loc: Loc = tuple(part for part in detail["loc"] if part != "[key]")
    mark: Mark = tree.where(loc)
    if detail["type"] == "extra_forbidden":
        mark = tree.keys.get(loc, mark)
        code, message, hint = _unknown(str(loc[-1]), fields_at(model, loc[:-1]))
    elif detail["type"] == "missing":
        code, message, hint = _missing(fields_at(model, loc[:-1])[str(loc[-1])])
    else:
        field = field_at(model, loc)
        code, message, hint = _bad(detail, _subject(loc, field), field)
    return Problem(
        path=name, line=mark.line, column=mark.column, code=code, message=message, hint=hint
    )


def _subject(loc: Loc, field: FieldAt | None) -> str:
    """Name the field, and the row inside it, that a problem is about."""
    if field is None:
        return "文件内容"
    if isinstance(loc[-1], int):
        return f"{field.name}第 {loc[-1] + 1} 项"
    return field.name if loc[-1] == field.key else f"{field.name}里的“{loc[-1]}”"


def _unknown(written: str, fields: dict[str, FieldAt]) -> Words:
    near = meant(written, fields)
    if near:
        hint = f"是不是想写“{near.key}”（{near.label}）？"
    else:
        hint = f"这里可用：{'、'.join(field.name for field in fields.values())}"
    return "E201", f"没有“{written}”这个字段", hint


def _missing(field: FieldAt) -> Words:
    return "E202", f"缺少字段{field.name}", f"补上这个字段：{field.about}"


def _bad(detail: ErrorDetails, subject: str, field: FieldAt | None) -> Words:
    kind, given = detail["type"], detail["input"]
    if given is None:
        optional = field is not None and not field.info.is_required()
        return "E204", f"{subject}是空的", "填写内容" + ("，或删掉这一行" if optional else "")
    if kind in _TYPE_NAMES:
        wanted, hint = _TYPE_NAMES[kind]
        return "E203", f"{subject}应当是{wanted}", _likely_slip(kind, given) or hint
    return _bad_value(detail, subject, field)


def _likely_slip(kind: str, given: Any) -> str:
    """Name the slip of typing that made one type of value into another."""
    if kind == "string_type" and isinstance(given, dict):
        return "文字里有“: ”或以 { 开头时，给整段加上引号"
    if not isinstance(given, str):
        return ""
    if _WIDE_COLON.match(given):
        return "冒号“：”是全角的，换成英文冒号加一个空格“: ”"
    if kind == "tuple_type" and given.startswith(_BRACKETS):
        return f"“{given[0]}”是全角的，换成英文方括号 [ ]，各项用英文逗号隔开"
    return ""


def _bad_value(detail: ErrorDetails, subject: str, field: FieldAt | None) -> Words:
    context, given = detail.get("ctx", {}), detail["input"]
    match detail["type"]:
        case "enum" if field is not None:
            return "E204", f"{subject}没有“{given}”这个选项", _choices(str(given), field.options)
        case "string_too_long":
            return "E204", f"{subject}超过 {context['max_length']} 字", "写短一些"
        case "string_too_short":
            return "E204", f"{subject}是空的", "填写内容"
        case "too_short":
            return "E204", f"{subject}至少要有 {context['min_length']} 项", "再补几项"
        case "too_long":
            return "E204", f"{subject}最多 {context['max_length']} 项", "删掉几项，只留最要紧的"
        case "greater_than_equal" if isinstance(given, date):
            return "E204", f"{subject}不能早于 {context['ge']}", "改正日期"
        case "greater_than_equal":
            return "E204", f"{subject}不能小于 {context['ge']}", "改正数字"
        case "less_than_equal":
            return "E204", f"{subject}不能大于 {context['le']}", "改正数字"
        case "string_pattern_mismatch" if field is not None:
            hint = _wide(given) + field.words_for(context["pattern"])
            return "E204", f"{subject}的写法不对：“{given[:_SHOWN]}”", hint
        case "refused":
            shown = f"：“{given[:_SHOWN]}”" if isinstance(given, str) else ""
            return "E204", f"{subject}{context['why']}{shown}", context["hint"]
    return "E204", f"{subject}的值不对", "对照同类文件改正"


def _choices(given: str, options: dict[str, str]) -> str:
    """Offer the options in Chinese with their values, the one that was perhaps meant first."""
    shown = {value: f"{label} {value}" for value, label in options.items()}
    by_label = {label: value for value, label in options.items()}
    near = difflib.get_close_matches(given, [*options, *by_label], n=1)
    all_of_them = f"可选：{'、'.join(shown.values())}"
    if not near:
        return all_of_them
    value = by_label.get(near[0], near[0])
    return f"是不是想写 {value}（{options[value]}）？{all_of_them}"


def _wide(given: str) -> str:
    """Name the full-width signs in a text that must be written in plain ones."""
    signs = "".join(dict.fromkeys(_WIDE.findall(given)))
    return f"“{signs}”是全角的，换成半角；" if signs else ""
