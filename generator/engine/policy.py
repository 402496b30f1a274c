"""What a browser may load and run on our pages, as a web server says it with each of them.

`docs/server.md` says the same to nginx and Caddy, and a test runs it there.
"""

from __future__ import annotations

NAME = "Content-Security-Policy"
SITE = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'"
)
ADMIN = "frame-ancestors 'none'"
"""The editors' form says the rest itself, since that depends on the program and on site.yml."""


def policy_of(path: str) -> str:
    """Give the policy of the page at a path of the site, such as `/admin/index.html`."""
    return ADMIN if path.startswith("/admin/") else SITE
