"""Supply chain: whose work we deliver and build with is known, stated, and told to readers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

from generator.admin.notices import bundled
from generator.admin.notices import notices as admin_notices
from tests.admin.npm import installed
from tests.conftest import ROOT

REVIEWED = {
    # package: licence, where it is stated, the words there, day checked
    "axe-playwright-python": ("MIT", "licenses/LICENSE", "MIT License", "2026-11-28"),
}
"""Python packages whose metadata state no licence; all others are read from their metadata."""
LOCKS = ("admin/package-lock.json", "benchmarks/search/package-lock.json")


def locked() -> list[str]:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"^([A-Za-z0-9_.-]+)==", text, re.MULTILINE)))


def there() -> list[Distribution]:
    found = []
    for name in locked():
        try:
            found.append(distribution(name))
        except PackageNotFoundError:  # for another system or Python
            continue
    return found


def stated(package: Distribution) -> str:
    """What the metadata of a package say of its licence."""
    about = package.metadata
    classifiers = [
        each.rpartition(" :: ")[2]
        for each in about.get_all("Classifier") or ()
        if each.startswith("License :: ") and each != "License :: OSI Approved"
    ]
    said = [about.get("License-Expression"), about.get("License"), *classifiers]
    return next((each for each in said if each and each.upper() != "UNKNOWN"), "")


def test_no_python_package_is_without_a_stated_licence() -> None:
    packages = there()
    assert len(packages) > 0.9 * len(locked())
    silent = {package.metadata["Name"] for package in packages if not stated(package)}
    assert silent == REVIEWED.keys() & {package.metadata["Name"] for package in packages}


@pytest.mark.parametrize("name", REVIEWED)
def test_what_was_reviewed_is_stated_where_the_list_says(name: str) -> None:
    _, place, words, _ = REVIEWED[name]
    files = distribution(name).files or ()
    text = next(path for path in files if str(path).endswith(place)).read_text(encoding="utf-8")
    assert text.startswith(words)


@pytest.mark.parametrize("lock", LOCKS)
def test_no_npm_package_is_without_a_stated_licence(lock: str) -> None:
    packages = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 5
    assert [name for name, about in packages.items() if name and not about.get("license")] == []


def test_the_site_tells_whose_work_it_delivers(fixture_site: Path) -> None:
    raw = (fixture_site / "licenses.txt").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")  # so that a browser shows Chinese
    text = raw.decode("utf-8-sig")
    for words in (
        "Copyright (c) 2016-2025 Martin Donath",
        "Pictogrammers Free License",
        "Font Awesome Free License",
        "SIL OPEN FONT LICENSE Version 1.1",
        "Apache License",
        "Copyright (c) 2013 Steve Canny",
        "闲耘",
    ):
        assert words in text
    about = (fixture_site / "about.html").read_text(encoding="utf-8")
    assert 'href="licenses.txt"' in about


def test_the_forms_tell_whose_work_they_deliver() -> None:
    modules = installed().parent.parent
    text = admin_notices(modules).decode("utf-8-sig")
    lock = json.loads((ROOT / LOCKS[0]).read_text(encoding="utf-8"))["packages"]
    for name, about in lock.items():
        if name and (ROOT / "admin" / name).is_dir():
            package = name.rpartition("node_modules/")[2]
            assert f"{package} {about['version']}：{about['license']}" in text
    assert "Copyright (c) 2026 Kohei Yoshino." in text
    for font in (installed() / "npm").rglob("*.woff2"):
        assert any(f"字体 {name}\r\n" in text for name in families(font.name)), font.name
    inside = bundled(modules)
    assert any(name.startswith("svelte 5.") for name in inside)
    assert all(re.fullmatch(r"(@[\w.-]+/)?[\w.-]+ \d+\.\d+\.\d+\S*", name) for name in inside)
    assert all(f"\r\n{name}" in text for name in inside)


def families(name: str) -> list[str]:
    """All beginnings of a font's file name: source-sans-3-latin-…, source-sans-3, source-sans."""
    parts = name.split("-")
    return ["-".join(parts[:count]) for count in range(1, len(parts))]


@pytest.mark.thorough
def test_the_bill_of_materials_is_complete_and_the_same_each_time(tmp_path: Path) -> None:
    if not all(map(shutil.which, ("make", "npm"))):
        pytest.skip("make sbom 要用 make 和 npm")
    tool = shutil.which("cyclonedx-py", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if tool is None:
        pytest.skip("没有 cyclonedx-py")
    made = []
    for number in range(2):
        folder = tmp_path / str(number)
        call = [
            "make",
            "sbom",
            f"SBOM={folder}",
            f"PYTHON_OF={sys.executable}",
            f"CYCLONEDX={tool}",
        ]
        subprocess.run([*call, "--old-file=setup"], cwd=ROOT, check=True)
        made.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert made[0] == made[1]
    assert list(made[0]) == ["admin.cdx.json", "python.cdx.json"]
    names = {
        name: {component["name"].lower() for component in json.loads(text)["components"]}
        for name, text in made[0].items()
    }
    assert {package.metadata["Name"].lower() for package in there()} <= names["python.cdx.json"]
    assert "yaml" in names["admin.cdx.json"]
    assert len(names["admin.cdx.json"]) > 25
    for text in made[0].values():
        assert str(ROOT).encode() not in text
