"""The site itself: region, publisher, hotlines."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Line, Model, Slug, Text
from generator.model.vocabulary import Audience, Setting


class Region(Model):
    """The county's names; the only place where they stand."""

    county: Line
    """县名，例如 XX县"""
    short: Line
    """县名简称，用在“市生态环境局{县简称}分局”这样的名称里"""
    province: Line
    """省名"""


class Hotline(Model):
    """A number that the site lets people call with one tap."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9]{3,12}$")]
    """号码，加引号"""
    name: Line
    """叫什么"""
    purpose: Line
    """什么事打这个电话"""
    say: tuple[Line, ...] = Field(min_length=1)
    """接通后说什么"""
    bar: bool = False
    """是否放进每页底部的拨号条"""


class Entry(Model):
    """A door on the home page: “我是……”."""

    id: Slug
    """编号"""
    title: Line
    """我是谁"""
    summary: Line
    """给这类人的一句话"""
    icon: Line
    """图标"""
    audiences: tuple[Audience, ...] = Field(min_length=1)
    """显示说给哪些对象的提示"""
    settings: tuple[Setting, ...] = ()
    """显示“五进”中哪几进的活动"""
    sectors: tuple[Slug, ...] = Field(min_length=1)
    """最先看的行业领域"""


class Filing(Model):
    """Filing numbers that the footer shows when given."""

    icp: Line | None = None
    """ICP 备案号"""
    police: Line | None = None
    """公安联网备案号"""
    government: Line | None = None
    """党政机关网站标识码"""


class Site(Model):
    """The file content/site.yml."""

    name: Line
    """网站名称，可用 {县名}"""
    tagline: Line
    """网站的一句话"""
    description: Text
    """网站介绍，给搜索引擎和分享用"""
    publisher: Line
    """主办单位"""
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+/$")] | None = None
    """网站的正式网址，以 / 结尾；海报上的二维码要用"""
    font_folder: Line | None = None
    """放字体文件的文件夹（相对于项目）；系统里没有中文黑体时填"""
    region: Region
    """地区"""
    hotlines: tuple[Hotline, ...] = Field(min_length=1)
    """电话"""
    entries: tuple[Entry, ...] = Field(min_length=1)
    """首页入口"""
    filing: Filing = Filing()
    """备案信息"""
