"""The site itself: region, publisher, hotlines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from generator.model.base import Line, Model, Phone, Slug, Text
from generator.model.photo import Photo, PhotoFile
from generator.model.vocabulary import Audience, HotlineRole, Labelled, Setting
from generator.model.web import BaseAddress, PageAddress, ServerAddress

_POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code="
_POLICE_DIGITS = 12


class Region(Model):
    """The county's names; the only place where they stand."""

    county: Line
    """县名，例如 XX县"""
    short: Line
    """县名简称，用在“市生态环境局{县简称}分局”这样的名称里"""
    province: Line
    """省名"""

    @property
    def tokens(self) -> dict[str, str]:
        """Give what texts may write instead of the names, and what stands for it."""
        return {"{县名}": self.county, "{县简称}": self.short, "{省名}": self.province}


def dialled(number: str) -> str:
    """Give a number as a `tel:` link dials it (RFC 3966): an extension comes after a pause."""
    return number.replace("-", "").replace("转", ",")


Colour = Annotated[
    str,
    StringConstraints(pattern=r"^(#[0-9a-fA-F]{6})?$"),
    AfterValidator(str.lower),
    Field(description="颜色：# 后面六位十六进制数，加引号，例如 “#8a1f1f”"),
]


class Hotline(Model):
    """A number that the site lets people call with one tap."""

    number: Phone
    """号码，加引号"""
    role: HotlineRole | None = None
    """管什么（本站每页都用，五样各写一个）：fire 火警，medical 急救，police 报警，
    report 举报隐患，feedback 咨询和意见；别的电话不填"""
    name: Line
    """叫什么"""
    purpose: Line
    """什么事打这个电话"""
    say: tuple[Line, ...] = Field(min_length=1)
    """接通后说什么"""
    bar: bool = False
    """是否放进每页底部的拨号条"""

    @property
    def tel(self) -> str:
        """Give the number as a `tel:` link dials it."""
        return dialled(self.number)


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

    @property
    def page_title(self) -> str:
        """Give the title of its page."""
        return f"我是{self.title}"


GROUP, HOTLINES = "group", "hotlines"
"""What a tile may lead to besides a page of its own: parts of the emergency page."""
LeadsTo = Annotated[
    str,
    StringConstraints(pattern=rf"^({HOTLINES}|(situation|sector|{GROUP}):[a-z0-9]+(-[a-z0-9]+)*)$"),
    Field(
        description="通到哪里：situation:情形的编号，sector:行业领域的编号，group:紧急求助里的一组，"
        "例如 group:fire，或者 hotlines，就是打哪个电话"
    ),
]


class Urgent(Model):
    """A tile at the top of the home page: what happens, one tap from what to do."""

    title: Annotated[
        str,
        StringConstraints(min_length=1, max_length=4, strip_whitespace=True, pattern=r"^[^\n]+$"),
    ]
    """出了什么事，4 字以内，例如：着火"""
    picture: Slug | None = None
    """一眼认出这件事的图，写图库里的编号，可不填"""
    icon: Line
    """图标，没有图时用"""
    leads_to: LeadsTo
    """点了通到哪里"""


@dataclass(frozen=True, kw_only=True)
class Issuer:
    """Whose name stands on documents, and whose site their QR codes open.

    `logo` is the file of the mark that they bear, "" for none.
    """

    name: str
    publisher: str
    url: str = ""
    logo: str = ""

    def absolute(self, address: str) -> str:
        """Give the full address of a page or a file; "" where the site has no address yet."""
        return f"{self.url}{address}" if self.url else ""


class Signature(Model):
    """Who signs the documents of what counties share."""

    name: Line
    """资料页眉上的名称，例如 湖北省安全宣传"""
    publisher: Line
    """核对资料、对它负责的单位，例如 湖北省安委办"""
    url: BaseAddress | None = None
    """资料上二维码打开的网站，以 / 结尾，上面要有同样的网页；不填就不印二维码"""

    @property
    def issuer(self) -> Issuer:
        """Give who that is."""
        return Issuer(name=self.name, publisher=self.publisher, url=self.url or "")


class Filing(Model):
    """What the footer shows of the site's filing, as far as it is given.

    With `government` each page has the tags that a government site must have.
    """

    icp: Line | None = None
    """ICP 备案号；页脚写着它，连到工业和信息化部的备案网站"""
    police: Line | None = None
    """公安联网备案号；页脚写着它，连到全国互联网安全管理服务平台"""
    police_icon: PhotoFile | None = None
    """备案时发下来的备案图标，放在县文件夹的 media/ 里；页脚放在备案号前面"""
    government: Line | None = None
    """政府网站标识码，例如 “1304000009”；填了，每个网页都带政府网站的网页标签"""
    mark: PageAddress | None = None
    """党政机关网站标识的网址，审核通过后发下来的那一个"""
    corrections: PageAddress | None = None
    """“政府网站找错”的网址，登记以后发下来的那一个"""

    @property
    def police_address(self) -> str:
        """Give the public page of the police filing; "" where its number has too few digits."""
        digits = "".join(re.findall(r"\d", self.police or ""))
        return f"{_POLICE}{digits}" if len(digits) >= _POLICE_DIGITS else ""

    @property
    def known(self) -> bool:
        """Tell whether there is anything to show."""
        return any(getattr(self, name) for name in type(self).model_fields)


class AdminBackend(Labelled):
    """Where forms save what people edit in the browser."""

    LOCAL = "local", "本机文件夹"
    GITEA = "gitea", "Gitea（Forgejo）仓库"
    GITLAB = "gitlab", "GitLab 仓库"
    GITHUB = "github", "GitHub 仓库"


class Admin(Model):
    """Editing in the browser, at /admin/."""

    enabled: bool = False
    """是否打开网页编辑（/admin/）；要先运行 make admin"""
    backend: AdminBackend = AdminBackend.LOCAL
    """内容存到哪里：local 本机文件夹，gitea、gitlab、github 代码仓库"""
    repository: Annotated[str, StringConstraints(pattern=r"^[^\s/]+(/[^\s/]+)+$")] | None = None
    """仓库，写成 单位/仓库；用本机文件夹时不填"""
    branch: Annotated[str, StringConstraints(pattern=r"^[^\s]+$")] = "main"
    """分支"""
    server: ServerAddress | None = None
    """自建代码服务器的网址，末尾不带 /；用公共的 gitea.com、gitlab.com、github.com 时不填"""
    app_id: Line | None = None
    """在代码服务器上登记的应用编号（OAuth，仅 Gitea、GitLab）；不填就用访问令牌登录"""


class CommonSite(Model):
    """The file common/site.yml: what the site of any county says, unless it says otherwise."""

    name: Line
    """网站名称，可用 {县名}"""
    tagline: Line
    """网站的一句话"""
    description: Text
    """网站介绍，给搜索引擎和分享用"""
    hotlines: tuple[Hotline, ...] = Field(min_length=1)
    """电话；县里另写的，号码相同的以县里的为准"""
    urgent: tuple[Urgent, ...] = Field(default=(), max_length=6)
    """首页最上面的急事，一件一大格，最多六件"""
    entries: tuple[Entry, ...] = Field(min_length=1)
    """首页入口"""


def _ask_for_the_countys(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Let the schema of site.yml ask only for what the common site does not say."""
    schema["required"] = [
        name for name in schema.get("required", ()) if name not in CommonSite.model_fields
    ]


class Site(CommonSite):
    """The file site.yml of a county, laid over common/site.yml."""

    model_config = ConfigDict(json_schema_extra=_ask_for_the_countys)

    publisher: Line
    """主办单位"""
    url: BaseAddress | None = None
    """网站的正式网址，以 / 结尾；海报上的二维码要用"""
    colour: Colour = ""
    """本县的主色，例如 “#8a1f1f”；网页、课件、海报、公众号文章和网站图标一起变，不填就用松绿"""
    logo: Photo | None = None
    """本县的标志，放在网页的页头和本县署名的资料上；透明底的 PNG 最好"""
    hero: Photo | None = None
    """首页搜索框下面的大图，横的，至少 1280 像素宽"""
    font_folder: Line | None = None
    """放字体文件的文件夹（相对于项目）；想换掉自带的思源黑体（Noto Sans CJK）时填"""
    font_families: tuple[Line, ...] = ()
    """PDF 和海报用的字体名称，排在前面的先用；不填就用自带的"""
    region: Region
    """地区"""
    imprint: Signature | None = None
    """各县共用的内容做成的资料由谁署名，例如省里；不填就由本县署名，写了的各县一样，资料只做一份"""
    filing: Filing = Filing()
    """备案信息"""
    admin: Admin = Admin()
    """网页编辑，默认关"""

    def laid_over(self, common: CommonSite) -> Site:
        """Give the site with the hotlines of all counties, where it has any of its own.

        A number of the county's takes the place of the same one, and of its role. Where another
        number has a role (举报), the common number for that keeps its place without it.
        """
        if self.hotlines == common.hotlines:
            return self
        known = {line.number: line.role for line in common.hotlines}
        hotlines = tuple(
            line.model_copy(update={"role": line.role or known.get(line.number)})
            for line in self.hotlines
        )
        own = {line.number for line in hotlines}
        roles = {line.role for line in hotlines}
        kept = [
            line.model_copy(update={"role": None}) if line.role in roles else line
            for line in common.hotlines
            if line.number not in own
        ]
        return self.model_copy(update={"hotlines": (*kept, *hotlines)})

    @property
    def domain(self) -> str:
        """Give the name of the machine in its address; "" where the site has none yet."""
        return urlsplit(self.url or "").hostname or ""

    @property
    def issuer(self) -> Issuer:
        """Give the county as the one whose name stands on documents."""
        logo = self.logo.file if self.logo else ""
        return Issuer(name=self.name, publisher=self.publisher, url=self.url or "", logo=logo)

    def absolute(self, address: str) -> str:
        """Give the full address of a page or a file; "" where the site has no address yet."""
        return self.issuer.absolute(address)

    def line(self, role: HotlineRole) -> Hotline:
        """Give the hotline that has a role; the check has seen that each has one."""
        return next(line for line in self.hotlines if line.role == role)
