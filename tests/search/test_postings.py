"""How strongly a record holds a gram, and in which file that stands."""

from __future__ import annotations

from itertools import pairwise

from generator.search.postings import postings, shard_of, shards
from generator.search.records import Part, Record


def record(
    title: str, text: str = "", *, keywords: tuple[str, ...] = (), heading: str = ""
) -> Record:
    parts = (Part("", heading, text),)
    return Record(kind="样例", title=title, address="a.html", keywords=keywords, parts=parts)


def row(rows: dict[str, list[int]], gram: str) -> dict[int, int]:
    """The strength of a gram in each record that holds it."""
    _, *pairs = rows[gram]
    place, found = 0, {}
    for step, strength in zip(pairs[::2], pairs[1::2], strict=True):
        place += step
        found[place] = strength
    return found


def test_a_title_weighs_more_than_a_keyword_a_heading_and_a_text() -> None:
    same = "某某某某某某"
    rows = dict(
        postings(
            [
                record("灭火", same),
                record(same, same, keywords=("灭火",)),
                record(same, same, heading="灭火"),
                record(same, f"{same}灭火"),
            ]
        )
    )
    strengths = row(rows, "灭火")
    assert list(strengths) == [0, 1, 2, 3]
    assert all(stronger > weaker for stronger, weaker in pairwise(strengths.values()))


def test_the_same_word_says_less_in_a_longer_text() -> None:
    rows = dict(postings([record("甲", "漏气"), record("甲", "漏气" + "很长的话" * 40)]))
    strengths = row(rows, "漏气")
    assert strengths[0] > strengths[1]


def test_a_rare_gram_tells_more_than_a_common_one() -> None:
    rows = postings([record("消防", "通道"), record("消防", "阳台"), record("消防", "阳台")])
    assert rows["通道"][0] > rows["阳台"][0] > rows["消防"][0]


def test_one_character_of_a_title_is_found() -> None:
    rows = postings([record("火", "水库")])
    assert "火" in rows
    assert "水" not in rows


def test_a_row_keeps_the_250_strongest_in_their_order() -> None:
    weak = [record("甲", "漏气" + "很长的话" * 40)] * 200
    strong = [record("漏气")] * 100
    kept = row(dict(postings([*weak, *strong])), "漏气")
    assert len(kept) == 250
    assert list(kept) == sorted(kept)
    assert set(range(200, 300)) < set(kept)


def test_every_row_stands_in_the_file_of_its_gram() -> None:
    rows = {f"{first}{second}": [1, 2, 3] for first in "甲乙丙丁" for second in "子丑寅卯"}
    many = {gram: [0] * 1000 for gram in rows}
    dealt = shards(many)
    assert len(dealt) == 8
    assert {gram for shard in dealt for gram in shard} == set(rows)
    assert all(shard_of(gram, 8) == place for place, shard in enumerate(dealt) for gram in shard)
    assert len(shards(rows)) == 1
