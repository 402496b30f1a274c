"""The search index as a file that the search page loads."""

from __future__ import annotations

import json

from generator.model.library import Library
from generator.search.records import records

INDEX_ADDRESS = "search/index.js"


def search_index(library: Library) -> str:
    """Write the index as a script, which also loads from a copy opened by double click."""
    rows = [
        {
            "k": record.kind,
            "t": record.title,
            "u": record.address,
            "w": record.keywords,
            "p": [[part.anchor, part.heading, part.text] for part in record.parts],
        }
        for record in records(library)
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"window.pinganSearchIndex={text};\n"
