"""Publish: a built site goes out as one more release; what went out can be proved and undone."""

from generator.publish.command import (
    add_publish_options,
    add_verify_options,
    run_publish,
    run_verify,
)

__all__ = ["add_publish_options", "add_verify_options", "run_publish", "run_verify"]
