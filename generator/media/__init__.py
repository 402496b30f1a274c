"""Media: the county's pictures, read with care and made small for phones."""

from generator.media.photos import PhotoError, opened
from generator.media.sizes import make_media, photos_of

__all__ = ["PhotoError", "make_media", "opened", "photos_of"]
