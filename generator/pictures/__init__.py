"""Pictures: signs and scenes, drawn as SVG from what pictures.yml says of them."""

from generator.pictures.drawing import Drawing, drawings_of

__all__ = ["Drawing", "drawings_of"]
