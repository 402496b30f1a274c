"""Pictures: signs and scenes, drawn as SVG from what pictures.yml says of them."""

from generator.pictures.drawing import drawing_of, drawings_of
from generator.pictures.faults import Fault, faults_of

__all__ = ["Fault", "drawing_of", "drawings_of", "faults_of"]
