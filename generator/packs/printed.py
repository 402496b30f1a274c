"""Printed documents: which template is set with which words, as PDF or picture."""

from __future__ import annotations

import io
from typing import Any, Literal

import segno
from PIL import Image

from generator.packs.paper import PASS, TOTAL, by_kind
from generator.packs.workshop import Maker, Workshop

_PICTURE_PPI = 144
_COLOURS_OF_A_PICTURE = 128


def printed(template: str) -> Maker:
    """Give the maker that sets `<template>.typ` as a PDF."""

    def make(values: dict[str, Any], workshop: Workshop) -> bytes:
        return workshop.typesetter.pdf(template, _complete(values), day=workshop.day)

    return make


def poster(paper: Literal["a3", "a4"]) -> Maker:
    """Give the maker of the poster on A3 or A4."""

    def make(values: dict[str, Any], workshop: Workshop) -> bytes:
        complete = {**_complete(values), "paper": paper}
        return workshop.typesetter.pdf("poster", complete, day=workshop.day)

    return make


def poster_picture(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the poster as one PNG, for WeChat groups and screens."""
    complete = {**_complete(values), "paper": "a4"}
    pages = workshop.typesetter.pictures("poster", complete, day=workshop.day, ppi=_PICTURE_PPI)
    return small_png(pages[0])


def preview(template: str, *, page: int, ppi: int) -> Maker:
    """Give the maker of a picture of one page (from 0) of a printed document."""

    def make(values: dict[str, Any], workshop: Workshop) -> bytes:
        complete = {**_complete(values), "paper": "a4"}
        pages = workshop.typesetter.pictures(template, complete, day=workshop.day, ppi=ppi)
        return small_png(pages[min(page, len(pages) - 1)])

    return make


def small_png(picture: bytes) -> bytes:
    """Save a picture of flat colours with a palette, at a third of its size."""
    whole = io.BytesIO()
    flat = Image.open(io.BytesIO(picture)).convert("RGB")
    flat.quantize(_COLOURS_OF_A_PICTURE, dither=Image.Dither.NONE).save(whole, "PNG", optimize=True)
    return whole.getvalue()


def _complete(values: dict[str, Any]) -> dict[str, Any]:
    """Add what only printed documents need: the paper's parts and the QR code."""
    parts = [
        {"label": label, "questions": questions}
        for label, questions in by_kind(values.get("quiz", []))
    ]
    return {
        **values,
        "parts": parts,
        "total": TOTAL,
        "pass": PASS,
        "qr": qr_code(values["url"]) if values["url"] else "",
    }


def qr_code(address: str) -> str:
    """Give the QR code of an address as SVG; error correction M as on most printed matter."""
    whole = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        whole, kind="svg", border=1, xmldecl=False, omitsize=True
    )
    return whole.getvalue().decode()
