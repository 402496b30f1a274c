"""Load: YAML files become a typed, frozen library, or a list of all problems."""

from generator.load.loader import Loaded, load

__all__ = ["Loaded", "load"]
