"""The engines that are compared, each as a page in Chromium that answers queries in order."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from playwright.sync_api import Page

from generator.documents.maker import Maker
from generator.kits import kits
from generator.load import load
from generator.look import look_of
from generator.model.artifact import Media
from generator.packs import make_downloads
from generator.pages import Page as OurPage
from generator.pages import render
from generator.palette import palette_of
from generator.pictures import drawings_of
from generator.reads import Sources
from generator.search.records import records
from generator.store import store_of

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MODULES = HERE / "node_modules"


Prepare = Callable[[Path, Path, Path, date], None]
"""Takes the built site, the folder for the engine's own, the project, and the day."""


@dataclass(frozen=True)
class Engine:
    """An engine: how its site is prepared, the page to open, and the script that asks it.

    `ask` is a JavaScript function body with `query`; it gives addresses, best first.
    `early` are parts of names of files that it loads before anyone searches; `package` is the
    npm package that it comes in.
    """

    name: str
    prepare: Prepare
    start: str
    ask: str
    early: tuple[str, ...] = ()
    package: str = ""

    @property
    def installed(self) -> bool:
        """Tell whether it can be run here."""
        return not self.package or (MODULES / self.package).is_dir()


def _ours(site: Path, target: Path, root: Path, day: date) -> None:
    shutil.copytree(site, target, dirs_exist_ok=True)


def _pagefind(site: Path, target: Path, root: Path, day: date) -> None:
    shutil.copytree(site, target, dirs_exist_ok=True)
    subprocess.run(
        [
            MODULES / ".bin/pagefind",
            "--site",
            target,
            "--force-language",
            "zh",
            "--root-selector",
            ".pa-page",
            "--quiet",
        ],
        check=True,
    )


def _material(site: Path, target: Path, root: Path, day: date) -> None:
    """Build the same Markdown pages with stock Material and its Chinese search (jieba)."""
    work = target.with_name("material-source")
    for page in _pages(root, day):
        path = work / "docs" / page.address.replace(".html", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {page.title}\n\n{page.html}\n", encoding="utf-8")
    config = {
        "site_name": "stock",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"lang": ["zh", "en"]}}],
        "markdown_extensions": ["attr_list", "md_in_html"],
        "nav": [{"home": "index.md"}],
    }
    (work / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", target],
        cwd=work,
        check=True,
        capture_output=True,
    )


def _bigrams(script: str) -> Prepare:
    """Give a page with one library and all records, cut into bigrams."""

    def prepare(site: Path, target: Path, root: Path, day: date) -> None:
        target.mkdir(parents=True)
        loaded = load(root)
        assert loaded.library is not None
        rows = [
            {
                "id": place,
                "url": record.address,
                "title": record.title,
                "keywords": " ".join(record.keywords),
                "text": " ".join(f"{part.heading} {part.text}" for part in record.parts),
            }
            for place, record in enumerate(records(loaded.library.live(day)))
        ]
        (target / "rows.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        for name in ("minisearch/dist/umd/index.js", "flexsearch/dist/flexsearch.bundle.min.js"):
            shutil.copy(MODULES / name, target / name.replace("/", "-"))
        (target / "index.html").write_text(
            '<!doctype html><meta charset="utf-8"><title>bigrams</title>'
            '<script src="minisearch-dist-umd-index.js"></script>'
            '<script src="flexsearch-dist-flexsearch.bundle.min.js"></script>'
            f"<script>{_CUT}window.ready = fetch('rows.json').then(r => r.json())"
            f".then(rows => {{ {script} }});</script>",
            encoding="utf-8",
        )

    return prepare


_CUT = """
const cut = text => { const out = [];
  for (const run of text.normalize('NFKC').toLowerCase().match(/[0-9a-z\\u3400-\\u9fff]+/g) || []) {
    const units = run.match(/[0-9a-z]+|[\\u3400-\\u9fff]/g);
    if (units.length === 1) out.push(units[0]);
    for (let i = 0; i < units.length; i++) {
      if (/[0-9a-z]/.test(units[i])) out.push(units[i]);
      if (i) out.push(units[i - 1] + units[i]); } }
  return out; };
"""

ENGINES = (
    Engine(
        "ours",
        _ours,
        "search.html",
        """const input = document.querySelector('[data-pa-search] input');
        input.value = query;
        await pinganSearch.run();
        return [...document.querySelectorAll('[data-pa-results] [role=option]')]
          .map(a => a.getAttribute('href'));""",
    ),
    Engine(
        "Material (lunr + jieba)",
        _material,
        "index.html",
        """const input = document.querySelector('[data-md-component=search-query]');
        const meta = document.querySelector('.md-search-result__meta');
        const list = document.querySelector('.md-search-result__list');
        document.querySelector('#__search').checked = true;
        input.focus(); input.value = query;
        input.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
        input.dispatchEvent(new Event('input', {bubbles: true}));
        let before = '', same = 0;
        for (let i = 0; i < 60 && same < 4; i++) {
          await new Promise(r => setTimeout(r, 60));
          const now = meta.textContent + list.textContent;
          same = now === before ? same + 1 : 0; before = now; }
        const out = [...list.querySelectorAll('a')].map(a => a.getAttribute('href'));
        return out;""",
        ("search_index", "search.", "lunr"),
    ),
    Engine(
        "Pagefind extended",
        _pagefind,
        "about.html",
        """window.pf = window.pf || await import('/pagefind/pagefind.js');
        const found = await window.pf.search(query);
        const best = await Promise.all(found.results.slice(0, 12).map(r => r.data()));
        return best.map(d => d.url);""",
        package="pagefind",
    ),
    Engine(
        "MiniSearch (bigrams)",
        _bigrams(
            """const m = new MiniSearch({fields: ['title', 'keywords', 'text'],
            storeFields: ['url'], tokenize: cut, processTerm: t => t,
            searchOptions: {boost: {title: 4, keywords: 3}, combineWith: 'OR'}});
            m.addAll(rows);
            window.look = query => m.search(query).slice(0, 12).map(r => r.url);"""
        ),
        "index.html",
        "await window.ready; return window.look(query);",
        ("rows.json", "minisearch"),
        package="minisearch",
    ),
    Engine(
        "FlexSearch (bigrams)",
        _bigrams(
            """const f = new FlexSearch.Document({document: {id: 'id',
            index: ['title', 'keywords', 'text'].map(field => ({field, encode: cut,
              tokenize: 'strict'}))}});
            for (const row of rows) f.add(row);
            window.look = query => { const scores = new Map();
              for (const part of f.search(query, {limit: 20, suggest: true})) {
                const boost = {title: 4, keywords: 3, text: 1}[part.field];
                part.result.forEach((id, at) =>
                  scores.set(id, (scores.get(id) || 0) + boost / (at + 1))); }
              return [...scores].sort((a, b) => b[1] - a[1]).slice(0, 12)
                .map(([id]) => rows[id].url); };"""
        ),
        "index.html",
        "await window.ready; return window.look(query);",
        ("rows.json", "flexsearch"),
        package="flexsearch",
    ),
)


def ask(page: Page, engine: Engine, query: str) -> tuple[list[str], float]:
    """Ask an engine in its page: the addresses that it gives, and the milliseconds it took."""
    found, milliseconds = page.evaluate(
        "async query => { const started = performance.now();"
        f"const found = await (async () => {{ {engine.ask} }})();"
        "return [found, performance.now() - started]; }",
        query,
    )
    return found, milliseconds


def _pages(root: Path, day: date) -> Iterator[OurPage]:
    loaded = load(root)
    assert loaded.library is not None
    live = loaded.library.live(day)
    drawings = drawings_of(live.pictures.values(), palette_of(look_of(root)), store_of(root))
    maker = Maker(live.site, root, drawings=drawings)
    sources = Sources(None, live, drawings=drawings)
    return render(
        live,
        make_downloads(live, maker, sources),
        kits(live, maker, sources, look=look_of(root)).by_address,
        media=Media(),
        drawings=drawings,
        index_folder="search",
        as_of=day,
        templates=look_of(root).pages,
        sources=sources,
    )
