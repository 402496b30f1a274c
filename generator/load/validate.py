"""Validating parsed values against a model; pydantic's findings become Chinese problems."""

from __future__ import annotations

import difflib
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.load.tree import Loc, Mark, Tree
from generator.model.base import Model
from generator.model.problem import Problem

_TYPE_NAMES = {
    "string_type": ("文字", "如果是数字或日期样的文字，请加引号"),
    "int_type": ("整数", "只写阿拉伯数字，不加引号"),
    "int_parsing": ("整数", "只写阿拉伯数字，不加引号"),
    "int_from_float": ("整数", "不要写小数"),
    "bool_type": ("true 或 false", "不加引号"),
    "bool_parsing": ("true 或 false", "不加引号"),
    "tuple_type": ("列表", "每项另起一行，用“- ”开头"),
    "dict_type": ("字段组", "写成“字段: 值”，并缩进两格"),
    "model_type": ("字段组", "写成“字段: 值”，并缩进两格"),
    "model_attributes_type": ("字段组", "写成“字段: 值”，并缩进两格"),
    "date_type": ("日期", "写成 2023-06-01"),
    "date_parsing": ("日期", "写成 2023-06-01"),
    "date_from_datetime_parsing": ("日期", "写成 2023-06-01"),
    "date_from_datetime_inexact": ("日期", "写成 2023-06-01，不要写时间"),
}


M = TypeVar("M", bound=Model)


def validate(tree: Tree, model: type[M], *, name: str) -> M | list[Problem]:
    """Build a `model` from the tree, or give every reason why that is impossible."""
    try:
        return model.model_validate(tree.data)
    except ValidationError as error:
        return [_translate(detail, tree, model, name) for detail in error.errors()]


def _translate(detail: ErrorDetails, tree: Tree, model: type[Model], name: str) -> Problem:
    loc: Loc = tuple(part for part in detail["loc"] if part != "[key]")
    kind = detail["type"]
    mark = tree.where(loc)
    field = str(loc[-1]) if loc else ""
    if kind == "extra_forbidden":
        mark = tree.keys.get(loc, mark)
        code, message, hint = _unknown(field, _fields_at(model, loc[:-1]))
    elif kind == "missing":
        code, message = "E202", f"缺少字段“{field}”"
        hint = _description(_fields_at(model, loc[:-1]).get(field))
    elif kind in _TYPE_NAMES:
        wanted, hint = _TYPE_NAMES[kind]
        code, message = "E203", f"{_subject(loc)}应当是{wanted}"
    else:
        code, message, hint = _bad_value(detail, _subject(loc))
    return _at(mark, name, code, message, hint)


def _at(mark: Mark, name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(
        path=name, line=mark.line, column=mark.column, code=code, message=message, hint=hint
    )


def _subject(loc: Loc) -> str:
    """Name the field, and the row inside it, that a problem is about."""
    if not loc:
        return "文件内容"
    if isinstance(loc[-1], int):
        return f"“{loc[-2] if len(loc) > 1 else ''}”第 {loc[-1] + 1} 项"
    return f"“{loc[-1]}”"


def _unknown(field: str, fields: dict[str, Any]) -> tuple[str, str, str]:
    near = difflib.get_close_matches(field, fields, n=1, cutoff=0.5)
    hint = f"是不是想写“{near[0]}”？" if near else f"这里可用：{'、'.join(fields)}"
    return "E201", f"没有“{field}”这个字段", hint


def _bad_value(detail: ErrorDetails, subject: str) -> tuple[str, str, str]:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "enum":
            choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            near = difflib.get_close_matches(str(detail["input"]), choices.split(", "), n=1)
            hint = f"是不是想写 {near[0]}？可选：{choices}" if near else f"可选：{choices}"
            return "E204", f"{subject}没有“{detail['input']}”这个选项", hint
        case "string_too_long":
            return "E204", f"{subject}超过 {context['max_length']} 字", "写短一些"
        case "string_too_short":
            return "E204", f"{subject}是空的", "填写内容，或删掉这一行"
        case "too_short":
            return "E204", f"{subject}至少要有 {context['min_length']} 项", "再补几项"
        case "greater_than_equal":
            return "E204", f"{subject}不能小于 {context['ge']}", "改正数字"
        case "less_than_equal":
            return "E204", f"{subject}不能大于 {context['le']}", "改正数字"
        case "string_pattern_mismatch":
            return (
                "E204",
                f"{subject}的写法不对：{str(detail['input'])[:40]!r}",
                (f"应符合 {context['pattern']}"),
            )
    return "E204", f"{subject}的值不对", "对照同类文件改正"


def _fields_at(model: type[Model], loc: Loc) -> dict[str, Any]:
    """Find the fields of the model that stands at `loc` inside `model`."""
    current: Any = model
    for part in loc:
        if isinstance(part, int):
            continue
        info = current.model_fields.get(part) if _is_model(current) else None
        current = _inner_model(info.annotation) if info else None
    return dict(current.model_fields) if _is_model(current) else {}


def _is_model(thing: Any) -> bool:
    return isinstance(thing, type) and issubclass(thing, BaseModel)


def _inner_model(annotation: Any) -> Any:
    """Unwrap tuples, unions and dicts to the model inside, if there is one."""
    if _is_model(annotation):
        return annotation
    for argument in get_args(annotation):
        found = _inner_model(argument)
        if found is not None:
            return found
    return None


def _description(info: Any) -> str:
    return str(info.description) if info is not None and info.description else "补上这个字段"
