"""The CMS as npm installed it, and the few things in it that we change.

The version is pinned, so each change is an exact piece of its script; one that is not there
exactly once stops the build, which is how an upgrade is noticed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LOCALE = "locales/zh-CN"
_PARTS = (".js", ".woff2", ".wasm", ".png", ".txt")
_FONT = re.compile(
    r"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)(?::vf)?@[\d.]+/([a-z0-9-]+)\.woff2"
)

CHANGES: Mapping[str, tuple[str, str]] = {
    "files are read with their byte order mark and their line ends": (
        "Gk=async e=>(await e.text()).replace(/\\r\\n?/g,`\n`)",
        "Gk=async e=>new TextDecoder(`utf-8`,{ignoreBOM:!0}).decode(await e.arrayBuffer())",
    ),
    "content.js gets a file's text as it is": (
        "e=e.trim().replace(/\\r\\n?/g,`\n`);let o=!a&&ZP(i,t)",
        "let pinganText=e;e=e.trim().replace(/\\r\\n?/g,`\n`);let o=!a&&ZP(i,t)",
    ),
    "and reads it": (
        "if(c)return c(e);if(s===`raw`)",
        "if(c)return c(pinganText);if(s===`raw`)",
    ),
    "what content.js gives is written as it is": (
        r"if(i)return`${(await i(e)).trim()}\n`;",
        "if(i)return await i(e);",
    ),
    "readonly fields can be filled in while the entry is new": (
        "Oe=k(()=>R(b)||R(De)||",
        "Oe=k(()=>R(b)&&!o.current?.isNew||R(De)||",
    ),
    "characters are counted with the county's name in the place of {县名}": (
        "c=t?[...t.trim()].length:0",
        "c=t?[...window.pinganFilled(t.trim())].length:0",
    ),
    "a copy is a draft, and a file of its own": (
        "delete t[l],D0(t,d)",
        "delete t[l],t.status&&(t.status=`draft`),delete t._source,D0(t,d)",
    ),
    "a new file never takes the place of another": (
        "p=a?.locales[l]?.path,m=!i&&!!p&&p!==f;return{",
        "p=a?.locales[l]?.path,m=!i&&!!p&&p!==f;"
        "if(i&&KI(r.name).some(e=>e.locales[l]?.path===f))"
        "throw Error(`saving_failed`,{cause:Error(window.pinganTaken(f))});"
        "return{",
    ),
    "nor another name than its id": (
        "rR(_,Dhe(l,a))",
        "_",
    ),
    "what is typed is kept also when the project is a folder of this computer": (
        "yA(()=>{let{current:e}=iX;if(e&&!c4){let{databaseName:t}=e.repository??{};"
        "if(t){c4=new RO(t,`draft-backups`,{keyPath:[`collectionName`,`slug`]});return}}c4=null});",
        "var pinganDrafts=()=>c4??=(t=>t&&new RO(t,`draft-backups`,"
        "{keyPath:[`collectionName`,`slug`]}))(iX.current?.repository?.databaseName);",
    ),
    "it is looked for when an entry is opened, also after the lists of choices have grown": (
        "let n=await c4?.get([e,t]);return n?n.cmsConfigVersion===PW.current?n:",
        "let n=await pinganDrafts()?.get([e,t]);return n?n.cmsConfigVersion?n:",
    ),
    "and kept while it is typed, not half a second later": (
        "e&&c4&&(s4=globalThis.setTimeout(()=>{kke(e)},500))",
        "e&&pinganDrafts()&&(s4=globalThis.setTimeout(()=>{kke(e)},50))",
    ),
    "it does not offer other languages": (
        "if(await c9(`newLanguageCta`))return;",
        "return;",
    ),
    "there is no library of pictures": (
        "s=n!==void 0,c=s?kO(n)",
        "s=!1,c=s?kO(n)",
    ),
    "nor a button to upload one": (
        "wd(o,{get label(){return R(e)},get disabled(){return SJ.current},"
        "onclick:async()=>{hZ(`/assets`,{transitionType:`forwards`}),await cu(100),"
        "HX.current=!0}})",
        "void 0",
    ),
}
"""What we change, by what it is for: the piece of the script, and ours."""


class UnknownVersionError(Exception):
    """Raised when the installed CMS is not the one that `CHANGES` were written for."""


def cms_files(folder: Path, *, words: Path) -> Iterator[tuple[str, bytes]]:
    """Give the files of the CMS below /admin/cms/, with our changes and Chinese throughout.

    `words` is our own file of the Chinese strings that the CMS lacks.
    """
    fonts = {path.name: f"cms/npm/assets/{path.name}" for path in folder.rglob("*.woff2")}
    for path in sorted((folder / "npm").rglob("*")):
        if path.suffix not in _PARTS or not path.is_file():
            continue
        content = path.read_bytes()
        if path.name == "index.js":
            content = _with_own_fonts(changed(content.decode()), fonts).encode()
        yield f"npm/{path.relative_to(folder / 'npm').as_posix()}", content
    yield "LICENSE.txt", (folder / "LICENSE.txt").read_bytes()
    theirs = json.loads((folder / f"{LOCALE}.json").read_text(encoding="utf-8"))
    ours = json.loads(words.read_text(encoding="utf-8"))
    text = json.dumps(merged(theirs, ours), ensure_ascii=False)
    yield f"{LOCALE}.js", f"export default {text};\n".encode()


def changed(script: str) -> str:
    """Make every change in the script of the CMS."""
    for purpose, (theirs, ours) in CHANGES.items():
        if script.count(theirs) != 1:
            raise UnknownVersionError(purpose)
        script = script.replace(theirs, ours)
    return script


def merged(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """Lay our strings over theirs, at any depth."""
    both = dict(theirs)
    for key, value in ours.items():
        known = both.get(key)
        both[key] = merged(known, value) if isinstance(known, dict) else value
    return both


def _with_own_fonts(script: str, fonts: Mapping[str, str]) -> str:
    """Let the style sheet take each font from the package instead of from a server elsewhere."""

    def own(found: re.Match[str]) -> str:
        start = f"{found[1]}-{found[2]}-"
        return next(address for name, address in fonts.items() if name.startswith(start))

    return _FONT.sub(own, script)
