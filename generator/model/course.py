"""A course (培训课件): slides, toolbox talk, checklist, quiz and poster of one training."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from generator.model import placeholder
from generator.model.base import Cite, Entity, Line, Model, Slug, Text, refused
from generator.model.poster import Poster
from generator.model.vocabulary import Audience, QuestionKind, SlideKind

LETTERS = "ABCDEF"

Answer = Annotated[
    str,
    StringConstraints(pattern=rf"^([A-F]{{1,6}}|对|错|{placeholder.ANSWER})$"),
    Field(description="答案：单选写一个字母，多选写几个字母（按顺序），判断题写 对 或 错"),
]
Bullet = Annotated[
    str,
    StringConstraints(min_length=1, max_length=48, strip_whitespace=True, pattern=r"^[^\n]+$"),
    Field(description="一句话，48 字以内，投影时一两行能放下"),
]
Headline = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20, strip_whitespace=True, pattern=r"^[^\n]+$"),
    Field(description="标题，20 字以内"),
]


class Slide(Model):
    """One slide: what stands on the screen, and what the trainer says."""

    kind: SlideKind
    """这一页讲什么"""
    title: Headline
    """这一页的标题"""
    points: tuple[Bullet, ...] = Field(min_length=2, max_length=6)
    """投影上的要点，每条一句"""
    pictures: tuple[Slug, ...] = Field(default=(), max_length=6)
    """配的图，写图库里的编号：只写一张，放在要点旁边；和要点一样多，一条一张；可不填"""
    notes: Text
    """讲稿：讲师照着说的话，也印进讲义"""
    sources: tuple[Cite, ...] = ()
    """依据"""

    @model_validator(mode="after")
    def _as_many(self) -> Slide:
        if len(self.pictures) not in {0, 1, len(self.points)}:
            raise refused(
                f"有 {len(self.points)} 条要点，配了 {len(self.pictures)} 张图",
                "配一张图，或者一条要点一张",
            )
        return self


class ToolboxTalk(Model):
    """A short talk before the shift (班前会)."""

    minutes: int = Field(ge=3, le=30)
    """几分钟讲完"""
    opening: Text
    """开场白，照着念"""
    points: tuple[Line, ...] = Field(min_length=3, max_length=8)
    """要讲的几点"""
    ask: tuple[Line, ...] = Field(min_length=2, max_length=6)
    """问员工的问题"""
    closing: Line
    """结束时大家一起做的事或说的话"""


class ChecklistRow(Model):
    """One thing to check (隐患排查清单的一行)."""

    area: Line
    """部位或环节，同一部位的写在一起"""
    item: Line
    """查什么，写成合格时的样子"""
    how: Line
    """怎么查"""
    remedy: Line
    """不合格怎么改"""
    major: bool = False
    """是否可能构成重大事故隐患，要马上停下来处理"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""


class Question(Model):
    """One question of a quiz (考试题)."""

    kind: QuestionKind
    """题型：single 单选，multiple 多选，true-false 判断"""
    text: Line
    """题目"""
    options: tuple[Line, ...] = Field(default=(), max_length=6)
    """选项，不写字母；判断题不填"""
    answer: Answer
    """答案"""
    explanation: Line
    """为什么"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Give each possible answer: its letter (or 对/错) and its text."""
        if self.kind is QuestionKind.TRUE_FALSE:
            return (("对", "对"), ("错", "错"))
        return tuple(zip(LETTERS, self.options, strict=False))


class Course(Entity):
    """One training, from which the whole pack (培训包) is made."""

    order: int = Field(ge=1, le=999)
    """在目录页的先后"""
    icon: Line
    """图标，取自 Material 图标集"""
    summary: Line
    """一句话介绍，60 字以内"""
    sectors: tuple[Slug, ...] = Field(min_length=1)
    """适用的行业领域，最主要的写在最前"""
    audience: tuple[Audience, ...] = Field(min_length=1)
    """给谁学"""
    hours: int = Field(ge=1, le=72)
    """学时"""
    objectives: tuple[Bullet, ...] = Field(min_length=3, max_length=6)
    """学完能做到什么"""
    slides: tuple[Slide, ...] = Field(min_length=8, max_length=13)
    """课件；封面、目标、应急、依据等页自动生成"""
    situations: tuple[Slug, ...] = Field(min_length=1, max_length=5)
    """出事了怎么办：情形的编号，最要紧的在前"""
    talk: ToolboxTalk
    """班前会"""
    checklist: tuple[ChecklistRow, ...] = Field(min_length=20)
    """隐患排查清单"""
    quiz: tuple[Question, ...] = Field(min_length=20)
    """考试题"""
    poster: Poster
    """海报"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """主要依据"""

    @property
    def paper(self) -> tuple[Question, ...]:
        """Give the questions as a paper asks them: by kind, in their own order within."""
        kinds = list(QuestionKind)
        return tuple(sorted(self.quiz, key=lambda question: kinds.index(question.kind)))
