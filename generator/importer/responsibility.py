"""Who answers for an item, in the many wordings that documents have for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LABEL_ROLES = {
    "lead": "牵头|主办|主责|总牵头",
    "supporting": "配合|协办|参与|参加|协同|协助",
    "sharing": "责任|负责|落实|承办|实施|分工",
}
_OF = "单位|部门|科室|处室|股室|领导|人员?|主体"
_LABEL = re.compile(
    "(?:"
    + "|".join(f"(?P<{role}>{words})" for role, words in _LABEL_ROLES.items())
    + rf")(?P<of>(?:{_OF})(?:[和及](?:{_OF}|责任人))?)?(?:为|是)?："
)
_TIME_LABEL = (
    r"(?:完成|整改|落实|工作|办结)?(?:时限|期限|时间|时间节点|时限要求|时间要求)(?:为|是)?："
)
_TIME = re.compile(rf"{_TIME_LABEL}(?P<time>[^；。\n]*)")
_LINE = re.compile(
    rf"(?:^|[\n。；])((?:{_TIME_LABEL}[^。\n；]{{1,30}}[\n；])?(?:{_LABEL.pattern}).+)".replace(
        "?P<", "?P<_"
    ),
    re.DOTALL,
)
_ROLES = (
    (
        "lead",
        re.compile(
            r"(?:作为|负责|总|分别|共同|按照?职责(?:分工)?)*(?:牵头|主办|主抓|主责)(?:负责|落实|实施|抓总|组织)*(?:领导|单位|部门)?$"
        ),
    ),
    (
        "supporting",
        re.compile(
            r"(?:按照?(?:各自)?职责(?:分工)?)?(?:密切|积极|共同|分工)?"
            r"(?:配合|协助|协同|参与|参加|协办|协调)(?:落实|实施|做好|单位|部门)?$"
        ),
    ),
    (
        "sharing",
        re.compile(
            r"(?:按照?(?:各自)?职责(?:分工|任务|要求|范围)?|按(?:照)?(?:各自)?分工|依?职责|分别|分工|具体|"
            r"共同|各自|分级|认真|组织|抓好)*"
            r"(?:负责|抓好落实|组织实施|贯彻落实|推进落实|落实|承担|实施|执行)+$"
        ),
    ),
)
_JOINT = "会同"
_AND = re.compile(
    r"[、，；]|(?<=[局委办部会队心位院校司团联行社站所处厅厂场园馆库])"
    r"(?:及|和|以及|与)(?=[县市区旗州省各有相其镇乡街驻属])"
    r"|(?<=）)和|(?:以及|及其)"
)
_OTHERS = re.compile(r"等(?:(?!各?专业)[^、，；等]{0,18}(?:部门|单位))?$")
_ANY = ("部门", "单位", "部门单位", "有关部门", "有关单位", "相关部门", "相关单位", "成员单位")
_OTHERS_INSIDE = re.compile(r"等(?=[县市区旗州省]?[直级]?各?(?:有关|相关|安全|专业|部门|单位))")
_UNIT = re.compile(
    r"(?:局|办|委|部|处|科|股|室|所|院|校|会|行|站|社|厅|团|联|园|场|院系|学院|公司|企业|集团|中心|[大支总中]?队|"
    r"镇|乡|街道|苏木|嘎查|村|社区|居|旗|县|县区|市|区|单位|部门|车间|班组|项目部|岗位|学校|医院|高校|"
    r"机构|机关|协会|专班|电力|通信|气象|地质|运营商|者|人|领导|法院|检察院)"
    r"(?:（[^）]*）)?等?$"
)
_LONGEST_UNIT = 28
_LONGEST_LINE = 40
_MOSTLY = 0.6
_STANDING = re.compile(
    r"[^。\n]*?(?:均|都|由|需|须|应)[^。\n]*(?:不再|不另)(?:一一|逐一|逐项|逐条|单独|另行|重复|分别)?"
    r"(?:注明|列出|列明|标注|赘述|说明|列)[^。\n]*。?"
)
_WHAT_STANDS = re.compile(r"^.*?(?:均需|均须|均由|均应|都要|均|由|需|须|应)")


@dataclass
class Names:
    """Units as a note names them, in its order; `others` where it says that there are more."""

    names: list[str] = field(default_factory=list)
    others: bool = False

    def add(self, words: str) -> None:
        """Take the names of a list such as 县应急局、县住建局等."""
        bare = _OTHERS.sub("", words)
        self.others |= bare != words
        names = (each.strip(" \n：:") for each in _apart(bare))
        self.names += [name for name in names if any(map(str.isalnum, name))]


def _apart(words: str) -> Iterator[str]:
    """Divide a list of names where it does so, but for what stands in brackets."""
    start = 0
    for found in _AND.finditer(words):
        before = words[start : found.start()]
        if before.count("（") == before.count("）"):
            yield before
            start = found.end()
    yield words[start:]


@dataclass
class Duties:
    """The units of a note by their roles; `doubts` are what it says besides, in its words.

    `times` are the days by which all is to be done, where the note says them.
    """

    lead: Names = field(default_factory=Names)
    joint: Names = field(default_factory=Names)
    sharing: Names = field(default_factory=Names)
    supporting: Names = field(default_factory=Names)
    joint_sharing: bool = False
    doubts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)

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
    for time in _TIME.finditer(note):
        found.times.append(time["time"].strip(" ，）"))
    note = _TIME.sub("\n", note)
    labels = [*_LABEL.finditer(note)]
    if labels:
        _of_labels(found, note, labels)
    else:
        _of_clauses(found, note)
    _of_marked_names(found)
    return found


def _of_marked_names(found: Duties) -> None:
    """Give names such as 县应急局（牵头） the role that stands behind them."""
    for role in ("lead", "joint", "sharing", "supporting"):
        names = found.of(role)
        for name in [*names.names]:
            bare, _, mark = name.removesuffix("）").partition("（")
            own = _role(mark)[0] if mark else ""
            if own:
                names.names.remove(name)
                found.of(own).names.append(bare)


def _of_labels(found: Duties, note: str, labels: list[re.Match[str]]) -> None:
    found.doubts += _said(note[: labels[0].start()])
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        words = note[label.end() : after.start() if after else len(note)]
        of = label["of"] or ""
        if "领导" in of or of.startswith("人"):
            found.doubts.append(f"{label[0]}{words.strip('；。，、 ') if words else ''}".strip())
            continue
        said, _, more = words.partition("。")
        found.doubts += _said(more)
        for part in re.split(r"[\n；]", said):
            if any(_role(clause)[0] for clause in _clauses(part)):
                _of_clauses(found, part)
            else:
                found.of(_role_of(label)).add(part.strip("、，"))


def _role_of(label: re.Match[str]) -> str:
    return next(role for role in _LABEL_ROLES if label[role])


def _said(words: str) -> list[str]:
    """Give words that are no mere stops."""
    bare = words.strip("；。\n ，、（）")
    return [bare] if bare else []


def _of_clauses(found: Duties, note: str) -> None:
    note = without_standing(note)
    waiting: list[str] = []
    for clause in _clauses(note):
        role, words = _role(clause)
        if not role:
            waiting.append(clause)
            continue
        _assign(found, role, [*waiting, *([words] if words else [])])
        waiting = []
    for words in waiting:
        names = Names()
        _list(names, words)
        if not all(map(is_unit, names.names)):
            found.doubts.append(words)
        _assign(found, "sharing", [words])


def is_unit(name: str) -> bool:
    """Tell whether some words may be the name of a unit."""
    return len(name) <= _LONGEST_UNIT and _UNIT.search(name) is not None


def is_note(words: str, *, apart: bool = True) -> bool:
    """Tell whether some words, as they stand in brackets, say who answers for an item.

    Names alone do only where the bracket stands `apart`, after a stop.
    """
    if _LABEL.match(words):
        return True
    words = without_standing(words)
    if "。" in words.rstrip("。") or not words:
        return False
    names = [*duties(words).all]
    units = sum(map(is_unit, names))
    acts = any(_role(clause)[0] for clause in _clauses(words))
    return bool(names) and (
        units >= _MOSTLY * len(names) if acts else apart and units == len(names)
    )


def without_time(note: str) -> int:
    """Give where the note ends, but for the line of its days that stands last in it."""
    found = [*_TIME.finditer(note)]
    last = found[-1] if found else None
    return last.start() if last and not note[last.end() :].strip("；。\n ") else len(note)


def labels_end(note: str) -> int:
    """Give where lines such as 责任单位：某 end, if a paragraph of other words follows them."""
    for end in (each.start() for each in re.finditer("\n", note)):
        line = note[end + 1 :].partition("\n")[0]
        if "。" in line.rstrip("。") or (len(line) > _LONGEST_LINE and "，" in line):
            labelled = _LABEL.match(line) or re.match(_TIME_LABEL, line)
            if not labelled:
                return end
    return len(note)


def labelled_lines(words: str) -> int | None:
    """Give where the lines begin that say who answers, such as 责任单位：某; None without."""
    found = _LINE.search(words)
    return found.start(1) if found else None


def standing(words: str) -> re.Match[str] | None:
    """Find the clause by which a document says once who carries out all: …均由某落实，不再注明."""
    found = _STANDING.search(words)
    return found if found and [*duties_of_standing(found[0]).all] else None


def without_standing(note: str) -> str:
    """Give a note without the clause in it that stands for all items."""
    first, stop, rest = note.partition("。")
    return first if stop and _STANDING.match(rest) else note


def duties_of_standing(words: str) -> Duties:
    """Read such a clause."""
    said = re.split("，?(?:以下|下文|文中|各条|后面)?(?:将)?不[再另]", words)[0]
    return duties(_WHAT_STANDS.sub("", said).strip("，。"))


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
            found.of("supporting" if role == "supporting" else "lead").add(_role(leader)[1])
            _list(found.joint, rest)
            found.joint_sharing |= role == "sharing" and place == len(parts)
        else:
            _list(found.of(role), part)


def _list(names: Names, words: str) -> None:
    """Take a list; 甲、乙等专业委员会 names two, and with them those of their kind concerned."""
    if _OTHERS.search(words):
        names.add(words)
        return
    pieces = _OTHERS_INSIDE.split(words)
    for piece in pieces[:-1]:
        names.add(piece)
    kind = pieces[-1]
    if len(pieces) > 1 and kind in _ANY:
        names.others = True
        return
    if len(pieces) > 1 and kind.startswith(("有关", "相关")):
        names.others = True
        return
    names.add(f"有关{kind}" if len(pieces) > 1 and not kind.startswith("各") else kind)
