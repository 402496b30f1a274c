"""The CMS's configuration: where it saves, how it speaks, and all its forms."""

from __future__ import annotations

from typing import Any

from generator.admin.choices import choices
from generator.admin.collections import collections
from generator.model.library import Library
from generator.model.site import Admin, AdminBackend
from generator.project import Project

_SERVERS = {
    AdminBackend.GITEA: "https://gitea.com",
    AdminBackend.GITLAB: "https://gitlab.com",
    AdminBackend.GITHUB: "https://github.com",
}
_INTERFACES = {
    AdminBackend.GITEA: "/api/v1",
    AdminBackend.GITLAB: "/api/v4",
    AdminBackend.GITHUB: "/api/v3",
}
_MESSAGES = {
    "create": "新建{{collection}}：{{slug}}",
    "update": "修改{{collection}}：{{slug}}",
    "delete": "删除{{collection}}：{{slug}}",
}
_NO_REPOSITORY = "本机/平安站"


def configuration(library: Library, project: Project) -> dict[str, Any]:
    """Give the whole content of admin/config.yml.

    The CMS asks for a folder of pictures, though none can be put there (see `cms.CHANGES`).
    """
    site, admin = library.site, library.site.admin
    return {
        "backend": _backend(admin),
        "app_title": f"{site.name} · 编辑",
        "media_folder": "",
        "publish_mode": "simple",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "timezone": "local"},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_sequences": True}},
        "collections": collections(project, choices(library)),
    }


def servers(admin: Admin) -> tuple[str, ...]:
    """Give the origins that the page may talk to besides the site itself."""
    if admin.backend is AdminBackend.LOCAL:
        return ()
    if admin.backend is AdminBackend.GITHUB and admin.server is None:
        return ("https://api.github.com",)
    return (_origin(admin.server or _SERVERS[admin.backend]),)


def _backend(admin: Admin) -> dict[str, Any]:
    if admin.backend is AdminBackend.LOCAL:
        # The CMS asks for a server in any case; the page hides it and offers the folder alone.
        return {"name": "gitea", "repo": _NO_REPOSITORY, "auth_methods": ["token"]}
    backend: dict[str, Any] = {
        "name": admin.backend.value,
        "repo": admin.repository,
        "branch": admin.branch,
        "commit_messages": _MESSAGES,
        "auth_methods": ["token"],
    }
    if admin.server:
        backend["base_url"] = admin.server
        backend["api_root"] = admin.server + _INTERFACES[admin.backend]
    if admin.app_id and admin.backend is not AdminBackend.GITHUB:
        backend["app_id"] = admin.app_id
        backend["auth_methods"] = ["oauth", "token"]
        if admin.backend is AdminBackend.GITLAB:
            backend["auth_type"] = "pkce"
    return backend


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])
