"""Who answers for an item, in the many wordings that documents have for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ROLES = (
    ("lead", re.compile(r"(?:作为)?牵头(?:负责|落实|实施|抓总)?(?:领导|单位|部门)?$")),
    (
        "supporting",
        re.compile(
            r"(?:按照?职责(?:分工)?)?(?:密切|积极|共同)?(?:配合|协助|协同|参与)(?:落实|实施|做好)?$"
        ),
    ),
    (
        "sharing",
        re.compile(
            r"(?:按照?(?:各自)?职责(?:分工|任务)?|按(?:各自)?分工|分别|分工|具体|共同|各自)*"
            r"(?:负责|抓好落实|组织实施|贯彻落实|落实|承担|实施)+$"
        ),
    ),
)
_LABELS = re.compile(
    r"(牵头|主办|责任|配合|协办|参与|负责|落实)(单位|部门|科室|处室|股室|领导|人)："
    r"([^；\n。]*(?:[；\n](?!\w{2,6}：)[^；\n。]*)*)"
)
_ROLE_OF_LABEL = {
    **dict.fromkeys(("牵头", "主办"), "lead"),
    **dict.fromkeys(("配合", "协办", "参与"), "supporting"),
}
_PEOPLE = ("领导", "人")
_JOINT = "会同"
_AND = re.compile(
    r"[、，；]|(?<=[局委办部会队心位])(?:及|和|以及|与)(?=[县市区各有省镇])|(?<=）)和"
)
_OTHERS = re.compile(r"等(?:有关|相关)?(?:部门|单位|部门单位)?$")
_ANY = ("部门", "单位", "部门单位", "有关部门", "有关单位", "相关部门", "相关单位")
_OTHERS_INSIDE = re.compile(r"等(?=各?(?:有关|安全|专业|部门|单位))")


@dataclass
class Names:
    """Units as a note names them, in its order; `others` where it says that there are more."""

    names: list[str] = field(default_factory=list)
    others: bool = False

    def add(self, words: str) -> None:
        """Take the names of a list such as 县应急局、县住建局等."""
        bare = _OTHERS.sub("", words)
        self.others |= bare != words
        self.names += [name.strip() for name in _AND.split(bare) if name.strip()]


@dataclass
class Duties:
    """The units of a note by their roles; `doubts` are what it says besides, in its words."""

    lead: Names = field(default_factory=Names)
    joint: Names = field(default_factory=Names)
    sharing: Names = field(default_factory=Names)
    supporting: Names = field(default_factory=Names)
    joint_sharing: bool = False
    doubts: list[str] = field(default_factory=list)

    def of(self, role: str) -> Names:
        """Give the names of a role."""
        names: Names = getattr(self, role)
        return names

    @property
    def all(self) -> Iterator[str]:
        """Give every name once, in the order of the roles."""
        names = (
            name
            for role in ("lead", "joint", "sharing", "supporting")
            for name in self.of(role).names
        )
        yield from dict.fromkeys(names)


def duties(note: str) -> Duties:
    """Read a note: 某牵头，某按职责分工负责，某配合, or lines such as 责任单位：某."""
    found = Duties()
    labelled = [*_LABELS.finditer(note)]
    if labelled:
        end = 0
        for label in labelled:
            found.doubts += filter(None, [note[end : label.start()].strip("；。\n ，")])
            end = label.end()
            if label[2] in _PEOPLE:
                found.doubts.append(label[0])
                continue
            names = label[3].strip().replace("\n", "、")
            found.of(_ROLE_OF_LABEL.get(label[1], "sharing")).add(names)
        found.doubts += filter(None, [note[end:].strip("；。\n ，")])
        return found
    waiting: list[str] = []
    for clause in _clauses(note):
        role, words = _role(clause)
        if not role:
            waiting.append(clause)
            continue
        _assign(found, role, [*waiting, *([words] if words else [])])
        waiting = []
    if waiting:
        found.doubts += waiting
        for words in waiting:
            found.sharing.add(words)
    return found


def _clauses(note: str) -> Iterator[str]:
    """Give the parts between commas and semicolons, but for those inside brackets."""
    depth, start = 0, 0
    for at, each in enumerate(note):
        depth += (each == "（") - (each == "）")
        after_a_role = each == "、" and _role(note[start:at])[0]
        if depth <= 0 and (each in "，；。\n" or after_a_role):
            yield from filter(None, [note[start:at].strip()])
            start = at + 1
    yield from filter(None, [note[start:].strip()])


def _role(clause: str) -> tuple[str, str]:
    for role, written in _ROLES:
        found = written.search(clause)
        if found:
            return role, clause[: found.start()].removeprefix("由")
    return "", clause


def _assign(found: Duties, role: str, parts: list[str]) -> None:
    """Give the units of some clauses their role; 甲会同乙 is one that leads and one that joins."""
    for place, part in enumerate(parts, 1):
        leader, together, rest = part.partition(_JOINT)
        if together:
            found.lead.add(leader)
            _list(found.joint, rest)
            found.joint_sharing |= role == "sharing" and place == len(parts)
        else:
            _list(found.of(role), part)


def _list(names: Names, words: str) -> None:
    """Take a list; 甲、乙等专业委员会 names two, and with them those of their kind concerned."""
    pieces = _OTHERS_INSIDE.split(words)
    for piece in pieces[:-1]:
        names.add(piece)
    kind = pieces[-1]
    if len(pieces) > 1 and kind in _ANY:
        names.others = True
        return
    names.add(f"有关{kind}" if len(pieces) > 1 and not kind.startswith(("各", "有关")) else kind)
