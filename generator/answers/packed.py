"""Numbers in as few bytes as they tell: an adaptive binary range coder, which `packed.js` reads.

After Martin, "Range encoding: an algorithm for removing redundancy from a digitised message"
(1979), with bytes as in Pavlov's LZMA and probabilities that are counted: each place of the text
has its own, which begin at one half and move the less, the more often they were asked.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Hashable, Sequence

_WHOLE = 1 << 16
_LEAST = 48
"""No bit is ever thought quite impossible, in parts of `_WHOLE`."""
_LIMIT = 250
"""So many bits are remembered of a place at most: what changes later is still learned."""
_TOP = 1 << 24
_RANGE = (1 << 32) - 1
_MANY = 7


class Packer:
    """Takes numbers, each with the name of its place; gives them as one text."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._low, self._range = 0, _RANGE
        self._bytes = bytearray()
        self._held, self._follow = 0, 0
        self._states: dict[Hashable, tuple[int, int]] = defaultdict(lambda: (_WHOLE // 2, 0))

    def text(self) -> str:
        """Give all that was taken, in base64."""
        for _ in range(5):
            self._shift()
        return base64.b64encode(bytes(self._bytes[1:])).decode()

    def bit(self, place: Hashable, bit: bool) -> None:
        """Take one bit."""
        none, asked = self._states[place]
        bound = (self._range >> 16) * none
        asked = min(asked + 1, _LIMIT)
        if bit:
            self._low += bound
            self._range -= bound
            none -= none * 2 // (2 * asked + 1)
        else:
            self._range = bound
            none += (_WHOLE - none) * 2 // (2 * asked + 1)
        self._states[place] = min(max(none, _LEAST), _WHOLE - _LEAST), asked
        while self._range < _TOP:
            self._range = (self._range << 8) & _RANGE
            self._shift()

    def symbol(self, place: str, symbol: int, bits: int) -> None:
        """Take a number of a few bits, in which each is as likely as it was before."""
        node = 1
        for at in range(bits - 1, -1, -1):
            bit = symbol >> at & 1
            self.bit((place, node), bool(bit))
            node = 2 * node + bit

    def number(self, place: str, number: int) -> None:
        """Take a number of any size, small ones in few bits."""
        length = (number + 1).bit_length()
        for at in range(1, length):
            self.bit((place, "longer", at), True)
        self.bit((place, "longer", length), False)
        for at in range(length - 2, -1, -1):
            self.bit((place, length, at), bool((number + 1) >> at & 1))

    def chosen(self, place: str, chosen: Sequence[int], count: int) -> None:
        """Take which of `count` numbers are chosen, rising; in each half, how many."""
        self.number(place, len(chosen))
        self._half(place, 1, chosen, 0, count)

    def _half(self, place: str, node: int, chosen: Sequence[int], begin: int, end: int) -> None:
        if not chosen or len(chosen) == end - begin:
            return
        middle = (begin + end) // 2
        left = [each for each in chosen if each < middle]
        least = max(0, len(chosen) - (end - middle))
        most = min(len(chosen), middle - begin)
        for at in range(least, most):
            more = len(left) > at
            self.bit((place, node, min(len(chosen), _MANY), min(at, _MANY)), more)
            if not more:
                break
        self._half(place, 2 * node, left, begin, middle)
        self._half(place, 2 * node + 1, chosen[len(left) :], middle, end)

    def _shift(self) -> None:
        """Give a byte away, once it is known whether another is carried into it."""
        if self._low < 0xFF000000 or self._low > _RANGE:
            carry = self._low >> 32
            self._bytes.append((self._held + carry) & 0xFF)
            self._bytes += bytes([(0xFF + carry) & 0xFF]) * self._follow
            self._follow = 0
            self._held = self._low >> 24 & 0xFF
        else:
            self._follow += 1
        self._low = (self._low << 8) & _RANGE
