"""The files of /admin/: our page, its configuration, and the CMS as npm installed it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.admin.cms import LOCALE, UnknownVersionError, cms_files
from generator.admin.collections import formats
from generator.admin.config import configuration, servers
from generator.admin.notices import notices
from generator.model.artifact import Artifact
from generator.model.library import Library
from generator.model.site import Admin, AdminBackend, Site
from generator.project import COUNTIES, Project

SWITCH = "PINGAN_ADMIN"
_CMS = "admin/node_modules/@sveltia/cms"
_YAML = "admin/node_modules/yaml/browser"
_WORDS = "zh-CN.json"
_LONG = 50
_OWN = ("start.js", "content.js", "admin.css")
_MAP = json.dumps(
    {
        "imports": {
            f"./cms/{LOCALE}.json": f"./cms/{LOCALE}.js",
            "yaml": "./yaml/index.js",
        }
    }
)


class AdminError(Exception):
    """Raised when the page cannot be made; says in Chinese what to do."""


def admin_artifacts(library: Library, project: Project) -> tuple[Artifact, ...]:
    """Give all files of /admin/, or none when it is switched off.

    The library is the whole one, drafts included: its references and icons are what the forms
    offer. `make admin` sets PINGAN_ADMIN, which switches it on for one build without touching
    site.yml.
    """
    root, admin = project.root, library.site.admin
    if not admin.enabled and os.environ.get(SWITCH) != "1":
        return ()
    if admin.backend is not AdminBackend.LOCAL and admin.repository is None:
        raise AdminError("网页编辑还没设好：在 site.yml 的 admin 里填 repository（单位/仓库）")
    if not project.county.is_relative_to(root):
        raise AdminError(
            f"网页编辑（admin）只能改项目文件夹里的内容：把 {project.county} 移到 {COUNTIES}/ 里"
        )
    if not (root / _CMS / "npm/index.js").is_file() or not (root / _YAML / "index.js").is_file():
        raise AdminError(
            "网页编辑（admin）已打开，但编辑器还没装：先运行 make admin；"
            "不需要网页编辑，就把 site.yml 里 admin 的 enabled 改成 false"
        )
    try:
        files = dict(_files(library, project))
    except UnknownVersionError as error:
        raise AdminError(
            "网页编辑（admin）装的编辑器不是本站用的版本：先运行 make admin，按锁定的版本重新装"
            f"（对不上的地方：{error}）"
        ) from error
    return tuple(Artifact(f"admin/{name}", content) for name, content in sorted(files.items()))


def page(template: str, *, site: Site, admin: Admin) -> str:
    """Fill the page in: its title, its import map, and what it may load and talk to."""
    digest = base64.b64encode(hashlib.sha256(_MAP.encode()).digest()).decode()
    policy = {
        "default-src": "'none'",
        "script-src": f"'self' 'sha256-{digest}'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "connect-src": " ".join(("'self'", "blob:", "data:", *servers(admin))),
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    values: Mapping[str, str] = {
        "%policy%": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "%title%": f"{site.name} · 编辑",
        "%imports%": _MAP,
        "%backend%": admin.backend.value,
    }
    for mark, value in values.items():
        template = template.replace(mark, value)
    return template


def _files(library: Library, project: Project) -> Iterator[tuple[str, bytes]]:
    root = project.root
    folder = root / "admin"
    site, admin = library.site, library.site.admin
    template = (folder / "index.html").read_text(encoding="utf-8")
    yield "index.html", page(template, site=site, admin=admin).encode()
    yield "config.yml", _dumped(configuration(library, project))
    about = {"formats": formats(project), "tokens": site.region.tokens}
    yield "formats.json", json.dumps(about, ensure_ascii=False, indent=1).encode()
    for name in _OWN:
        yield name, (folder / name).read_bytes()
    yield "licenses.txt", notices(folder / "node_modules")
    yield from _tree(root / _YAML, "yaml", (".js",))
    for name, content in cms_files(root / _CMS, words=folder / _WORDS):
        yield f"cms/{name}", content


def _tree(folder: Path, target: str, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in endings and path.is_file():
            yield f"{target}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _dumped(value: Any) -> bytes:
    text = yaml.dump(
        value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000, encoding="utf-8"
    )
    return bytes(text)


class _Plain(yaml.SafeDumper):
    """Writes a value wherever it stands, but the long lists of choices only once."""

    def ignore_aliases(self, data: Any) -> bool:
        """Refer back to long lists alone."""
        return not (isinstance(data, list) and len(data) > _LONG)

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """Quote digits: 08 is a text here, and a number to the CMS."""
        style = "'" if data.isdigit() else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Plain.add_representer(str, _Plain.represent_str)
