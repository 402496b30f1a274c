"""Media: the county's pictures, read with care and made small for phones."""

from generator.media.pictures import PictureError, opened
from generator.media.sizes import make_pictures, pictures_of

__all__ = ["PictureError", "make_pictures", "opened", "pictures_of"]
