"""Cards of situations, and how situations stand in any document."""

from generator.cards.cards import Cards, make_cards
from generator.cards.rescue import rescue_blocks, rescue_slides

__all__ = ["Cards", "make_cards", "rescue_blocks", "rescue_slides"]
