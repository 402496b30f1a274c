"""Where the official text of a law, an order or a standard is kept, for one without an address."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.vocabulary import ReferenceKind


@dataclass(frozen=True)
class Registry:
    """A public collection of official texts."""

    title: str
    url: str


_LAWS = Registry("国家法律法规数据库", "https://flk.npc.gov.cn/")
_ORDERS = Registry("国家规章库", "https://www.gov.cn/zhengce/xxgk/gjgzk/index.htm")
_STANDARDS = (
    (
        ("GB 50", "GB 55", "GB/T 50", "JGJ", "CJJ"),
        "住房和城乡建设部网站",
        "https://www.mohurd.gov.cn/",
    ),
    (("GBZ", "WS"), "国家卫生健康委员会网站", "https://www.nhc.gov.cn/"),
    (("TSG",), "国家市场监督管理总局网站", "https://www.samr.gov.cn/"),
    (("GB",), "国家标准全文公开系统", "https://openstd.samr.gov.cn/bzgk/gb/"),
    (("",), "行业标准信息服务平台", "https://hbba.sacinfo.org.cn/stdList"),
)
"""By how the number of a standard begins; the first that fits."""


def registry_of(kind: ReferenceKind, number: str) -> Registry | None:
    """Tell where texts of a kind are kept; None for notices and advice, which no one collects.

    `number` is that of a standard: GB 17761-2024; "" where there is none.
    """
    if kind in {ReferenceKind.LAW, ReferenceKind.REGULATION}:
        return _LAWS
    if kind is ReferenceKind.ORDER:
        return _ORDERS
    if kind is ReferenceKind.STANDARD:
        return next(
            Registry(title, url) for starts, title, url in _STANDARDS if number.startswith(starts)
        )
    return None
