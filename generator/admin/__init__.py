"""Admin: form editing in the browser, made from the same models that check the content."""

from generator.admin.bundle import AdminError, admin_artifacts
from generator.admin.config import configuration

__all__ = ["AdminError", "admin_artifacts", "configuration"]
