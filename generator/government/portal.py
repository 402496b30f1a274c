"""The ZIP for whoever runs the county's portal: the site as a column of it."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.documents.archive import entry, notepad_text
from generator.model.manifest import read_manifest
from generator.model.site import Site

_OF_A_WHOLE_SITE = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
"""What has a meaning at the root of a host alone."""
_ADMIN = "admin/"
_SMALL_ALREADY = {".jpg", ".pdf", ".png", ".docx", ".pptx", ".xlsx", ".zip"}
_FOLDER = "site/"
_README = "说明.txt"
_SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Packed:
    """The ZIP that was written: where it is, how many files of the site are in it, its bytes.

    `missing` are the settings that a column of a government site must have and this lacks; `own`
    are the files that somebody put into the site by hand, which are not in it.
    """

    path: Path
    files: int
    size: int
    missing: tuple[str, ...]
    own: tuple[str, ...]


def pack_for_portal(folder: Path, site: Site, *, day: date) -> Packed:
    """Write the ZIP of the site in `folder` beside it, all at once; raises `OSError`.

    The same site has the same ZIP on the same day. What somebody put into the folder by hand is
    not in it.
    """
    path = folder.with_name(f"{folder.name}-portal.zip")
    written = path.with_name(f".{path.name}.new")
    manifest = read_manifest(folder)
    made = (manifest.files if manifest else None) or {}
    names = sorted(
        name for name in made if name not in _OF_A_WHOLE_SITE and not name.startswith(_ADMIN)
    )
    sums = []
    try:
        with zipfile.ZipFile(written, "w", compresslevel=9) as packed:
            packed.writestr(entry(_README, day), _readme(site, len(names), day))
            for name in names:
                content = (folder / name).read_bytes()
                sums.append(f"{hashlib.sha256(content).hexdigest()}  {_FOLDER}{name}\n")
                form = entry(_FOLDER + name, day)
                if Path(name).suffix in _SMALL_ALREADY:
                    form.compress_type = zipfile.ZIP_STORED
                packed.writestr(form, content)
            packed.writestr(entry(_SUMS, day), "".join(sums))
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)
    return Packed(
        path,
        len(names),
        path.stat().st_size,
        tuple(_missing(site)),
        tuple(manifest.own) if manifest else (),
    )


def _missing(site: Site) -> list[str]:
    wanted = {
        "网址（url）": site.url,
        "政府网站标识码（filing.government）": site.filing.government,
    }
    return [name for name, value in wanted.items() if not value]


def _readme(site: Site, files: int, day: date) -> bytes:
    """Say to the operator what to do with it."""
    where = f"栏目的网址是 {site.url}" if site.url else "栏目的网址由门户网站定"
    return notepad_text(
        f"{site.name}：门户网站的一个栏目\n"
        f"{site.publisher}，{day.isoformat()} 生成\n\n"
        f"1. 把 site 文件夹里的 {files} 个文件原样放到栏目的目录里（{where}），子文件夹也一起。\n"
        "   网页之间都用相对地址，放在哪一级目录下都能打开；只是静态文件，不用数据库，不用程序。\n"
        "2. 首页是 index.html。别的网站进来的入口，链接到它。\n"
        "3. 下次收到新的压缩包，先把目录里的旧文件删掉，再放新的，免得下线了的内容还留着。\n"
        "4. 服务器要认得这些类型：.html .css .js .json .xml .ics .svg .png .jpg .pdf .docx .pptx "
        ".xlsx .zip .txt，文字都是 UTF-8。\n"
        "5. 网页不用别的网站的任何文件，也没有要在服务器上运行的东西。\n"
        "6. 核对有没有传坏：SHA256SUMS 是每个文件的 SHA-256。\n"
    )
