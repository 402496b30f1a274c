"""Pictures (图): drawings of our own, as data; signs after GB 2894, and scenes of acts."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from generator.model.base import Line, Model, Slug, refused
from generator.model.vocabulary import SignKind

Target = Annotated[
    str,
    StringConstraints(
        pattern=r"^(-?[0-9]+(\.[0-9])? -?[0-9]+(\.[0-9])?|[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+)$"
    ),
    Field(
        description="一点：横 竖（左上角是 0 0，一格画宽 160、高 120），或 名字.部位，如 lid.handle"
    ),
]
Name = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9_]+(-[a-z0-9_]+)*$", max_length=40),
    Field(description="零件表里的名字，小写英文"),
]
Short = Annotated[
    str,
    StringConstraints(min_length=1, max_length=8, pattern=r"^[^\n<>&]+$"),
    Field(description="画上的几个字，8 字以内，例如：150米"),
]


class Sign(Model):
    """A sign in the shapes and colours of GB 2894, with one or two glyphs in it."""

    kind: SignKind
    """哪一类：ban 禁止，warn 警告，must 指令，safe 提示，fire 消防"""
    glyphs: tuple[Line, ...] = Field(min_length=1, max_length=2)
    """里面的图形，一个或两个，取自 Material 图标集，例如 material/elevator"""


class Part(Model):
    """One thing in a frame: a figure, a prop or a mark; what comes later is drawn over it."""

    draw: Name
    """画什么：人（man、woman、child、elder、infant）、东西或记号，名字见图画的零件表"""
    name: Name | None = None
    """在这一格里叫什么，别的零件用得着才写；不写就叫 draw 的名字"""
    at: Target = "0 0"
    """在哪里：人是脚下的地面，东西是它的底边中点"""
    to: Target | None = None
    """画到哪里：箭头、绳子、棍子、电线才有"""
    size: float = Field(default=1, gt=0.1, le=4)
    """多大，1 是原样"""
    turn: float = Field(default=0, ge=-360, le=360)
    """转多少度，顺时针"""
    flip: bool = False
    """左右翻过来；人原来朝右，翻过来朝左"""
    colour: Name | None = None
    """上衣或东西的颜色，例如 blue；不写照零件表"""
    text: Short | None = None
    """写上的几个字"""
    pose: Name | None = None
    """人的姿势，名字见图画的零件表；不写是站着"""
    lean: float | None = Field(default=None, ge=-180, le=180)
    """人的上身往前倾多少度，往后是负数；不写照姿势"""
    head: float = Field(default=0, ge=-120, le=120)
    """头比上身再往前低多少度"""
    hands: tuple[Target, ...] = Field(default=(), max_length=2)
    """手放在哪里：近的一只，远的一只；只写一点，两只手都在那里；不写照姿势"""
    feet: tuple[Target, ...] = Field(default=(), max_length=2)
    """脚踩在哪里，写法和手一样"""
    hip: Target | None = None
    """胯在哪里；不写照姿势"""
    bends: tuple[Name, ...] = Field(default=(), max_length=2)
    """哪里反过来弯：elbows 肘，knees 膝"""
    wears: tuple[Name, ...] = Field(default=(), max_length=4)
    """穿戴：helmet 安全帽，vest 反光背心，jacket 救生衣，mask 口罩，harness 安全带"""


class Frame(Model):
    """One frame of a scene, 160 wide and 120 high."""

    parts: tuple[Part, ...] = Field(min_length=1, max_length=24)
    """从后往前画的零件"""


class Picture(Model):
    """A picture: a sign or a scene of one to four frames."""

    id: Slug
    """编号"""
    text: Line
    """画的是什么，念给看不见的人听，例如：捂住口鼻，弯腰从烟下面往外走"""
    sign: Sign | None = None
    """标志；标志和图画只写一样"""
    scene: tuple[Frame, ...] = Field(default=(), max_length=4)
    """图画，一格到四格"""

    @model_validator(mode="after")
    def _one_form(self) -> Picture:
        if (self.sign is None) == (not self.scene):
            raise refused("要么是标志，要么是图画", "sign 和 scene 只写一样")
        return self


class Pictures(Model):
    """The file pictures.yml."""

    pictures: tuple[Picture, ...] = Field(min_length=1)
    """全部的图"""


class Point(Model):
    """One line of what to do, or not to do, with its picture."""

    text: Line
    """一句话"""
    picture: Slug | None = None
    """配的图，写图库里的编号，可不填"""
