"""A channel is added as the guide says: a template and a row."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.kits import make
from tests.conftest import DAY, ROOT


def test_a_new_channel_is_a_template_and_a_row(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (fixture_county / "theme").unlink()
    shutil.copytree(ROOT / "theme", fixture_county / "theme")
    template = fixture_county / "theme/channels/radio.txt.j2"
    template.write_text("听众朋友，{{ title }}：{{ slogan }}\n", encoding="utf-8")
    monkeypatch.setitem(make.TEXTS, "radio", "电台口播")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    kit = fixture_county / "site/kit/themes/11"
    said = (kit / "radio.txt").read_bytes()
    assert said.decode("utf-8-sig").startswith("听众朋友，")
    page = kit.with_suffix(".html").read_text(encoding="utf-8")
    assert "电台口播" in page
    assert 'href="11/radio.txt"' in page
    with zipfile.ZipFile(io.BytesIO((kit / "kit.zip").read_bytes())) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/电台口播.txt"))
        assert archive.read(name) == said
