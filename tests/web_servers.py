"""The server examples of docs/server.md, made ready to be run by the real servers."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.conftest import ROOT

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def example(language: str) -> str:
    text = (ROOT / "docs/server.md").read_text(encoding="utf-8")
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


def nginx(folder: Path, site: Path, port: int, *, extra: str = "") -> list[str]:
    """Write the configuration of a server into a folder; gives the command that runs it."""
    server = (
        example("nginx")
        .replace("listen 80;", f"listen 127.0.0.1:{port};")
        .replace("/var/www/pingan", str(site))
    )
    (folder / "nginx.conf").write_text(
        f"{extra}daemon off; pid {folder}/pid; error_log {folder}/errors; worker_processes auto;\n"
        "user root;\n"
        f"events {{}} http {{ include /etc/nginx/mime.types; access_log off;\n{server} }}",
        encoding="utf-8",
    )
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def nginx_with_brotli(folder: Path, site: Path, port: int) -> list[str]:
    """The same with the one line that is to be taken in where the module is there."""
    command = nginx(folder, site, port, extra=f"load_module {MODULE};\n")
    config = folder / "nginx.conf"
    text = config.read_text(encoding="utf-8")
    assert "# brotli_static on;" in text
    config.write_text(text.replace("# brotli_static on;", "brotli_static on;"), encoding="utf-8")
    return command


def caddy(folder: Path, site: Path, port: int) -> list[str]:
    server = (
        example("caddyfile")
        .replace("pingan.example", f"http://127.0.0.1:{port}")
        .replace("/var/www/pingan", str(site))
    )
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{server}", encoding="utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile")]


SERVERS = {"nginx": nginx, "nginx_with_brotli": nginx_with_brotli, "caddy": caddy}


def is_installed(name: str) -> bool:
    """Tell whether one of `SERVERS` can be run here."""
    if name == "nginx_with_brotli" and not MODULE.exists():
        return False
    return shutil.which(name.partition("_")[0]) is not None
