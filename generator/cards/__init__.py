"""Cards of situations, and how situations stand in any document."""

from generator.cards.cards import Cards, card_cells, make_cards
from generator.cards.rescue import picture_of, rescue_blocks, rescue_slides

__all__ = ["Cards", "card_cells", "make_cards", "picture_of", "rescue_blocks", "rescue_slides"]
