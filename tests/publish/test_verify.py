"""`pingan verify` tells what was changed, added or lost, and whose signature it is."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.publish.conftest import Sites

MARKER = ".pingan-site.json"
needs_keys = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is missing")


@pytest.fixture
def site(sites: Sites, tmp_path: Path) -> Path:
    return shutil.copytree(sites.first, tmp_path / "site", symlinks=True)


def make_key(folder: Path, name: str = "key") -> Path:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
    subprocess.run(command, check=True)
    return folder / name


def test_a_site_as_it_was_built_is_proved(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(site)]) == 0
    assert "和清单一样" in capsys.readouterr().out


def test_all_that_differs_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "about.html").write_text("改", encoding="utf-8")
    (site / "index.html").unlink()
    (site / "files/fire/fire-pack.zip").unlink()
    (site / "files/fire/fire-pack.zip").symlink_to("/etc/passwd")
    (site / "new.html").write_text("新", encoding="utf-8")
    (site / "css/evil.0123456789.css").write_text("x", encoding="utf-8")
    assert main(["verify", str(site)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "改过：about.html",
        "改过：files/fire/fire-pack.zip",
        "少了：index.html",
        "多了：css/evil.0123456789.css",
        "多了：new.html",
    ]


def test_what_is_no_site_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (tmp_path, tmp_path / "nothing"):
        assert main(["verify", str(folder)]) == 1
        assert "没有平安站的清单" in capsys.readouterr().err


def test_a_site_of_which_only_a_part_was_changed_is_not_proved_and_does_not_go_out(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a build leaves it that is killed while it changes a mount point file by file."""
    known = json.loads((site / MARKER).read_text(encoding="utf-8"))
    (site / MARKER).write_text(json.dumps({**known, "changing": True}), encoding="utf-8")
    for command in (["verify", str(site)], ["publish", "--site", str(site), "--to", f"{site}-out"]):
        assert main(command) == 1
        assert "只换了一部分，再生成一次" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "", "a/../../b"])
def test_a_manifest_that_leads_out_of_the_site_is_none(site: Path, name: str) -> None:
    text = (site / MARKER).read_text(encoding="utf-8")
    (site / MARKER).write_text(text.replace('"index.html"', f'"{name}"'), encoding="utf-8")
    assert main(["verify", str(site)]) == 1


@needs_keys
def test_a_signature_proves_who_put_it_out(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, other = make_key(tmp_path), make_key(tmp_path, "other")
    public = ["--key", f"{key}.pub"]
    www = tmp_path / "www"
    assert main(["verify", str(site), *public]) == 1
    assert "没有签名" in capsys.readouterr().err
    to = ["publish", "--site", str(site), "--to", str(www), "--sign", str(key)]
    assert main(to) == 0
    current = www / "current"
    assert main(["verify", str(current), *public]) == 0
    assert "签名也对" in capsys.readouterr().out
    assert main(["verify", str(current), "--key", f"{other}.pub"]) == 1
    assert "签名不对" in capsys.readouterr().err
    for wrong in (key, tmp_path / "missing.pub"):
        assert main(["verify", str(current), "--key", str(wrong)]) == 1
        assert "公钥" in capsys.readouterr().err
    text = (current / MARKER).read_text(encoding="utf-8")
    (current / MARKER).write_text(f"{text} ", encoding="utf-8")
    assert main(["verify", str(current)]) == 0
    assert main(["verify", str(current), *public]) == 1
    assert "签名不对" in capsys.readouterr().err


@needs_keys
def test_a_key_that_cannot_be_used_publishes_nothing(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = ["publish", "--site", str(site), "--to", str(tmp_path / "www")]
    assert main([*to, "--sign", str(tmp_path / "missing")]) == 1
    assert "签不了名" in capsys.readouterr().err
    assert not (tmp_path / "www").exists()
