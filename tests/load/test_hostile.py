"""Whatever stands in a file, loading ends with a library or with problems."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load.source import read_text
from generator.load.tree import Tree, parse
from generator.load.validate import validate
from generator.model.problem import Problem
from generator.model.sector import Sector

ROWS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*Sector.model_fields, "x"]), inner, max_size=6)
    ),
    max_leaves=20,
)


@given(
    st.text(alphabet=st.sampled_from("ab: -[]{}#&*!|>'\"\n\t,中文%@`0.\u0000\u2028"), max_size=80)
)
def test_any_text_gives_a_tree_or_problems_with_places(text: str) -> None:
    outcome = parse(text, name="x.yml")
    if isinstance(outcome, Tree):
        assert outcome.values[()].line >= 1
        return
    assert outcome
    assert all(problem.line >= 1 and problem.column >= 1 for problem in outcome)


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_give_text_or_a_problem(raw: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.yml"
        path.write_bytes(raw)
        outcome = read_text(path, name="x.yml")
    assert isinstance(outcome, (str, Problem))


@given(ROWS)
def test_any_value_gives_chinese_problems(value: object) -> None:
    outcome = validate(Tree(value), Sector, name="x.yml")
    assert isinstance(outcome, list)
    for problem in outcome:
        assert problem.code.startswith("E2")
        assert any("\u4e00" <= letter <= "\u9fff" for letter in problem.message)
