"""The edge of publishing: what `pingan publish` and `pingan verify` take, do and say."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.check import harmed_by
from generator.publish.history import CURRENT, PublishError
from generator.publish.releases import Published, publish, roll_back
from generator.publish.remote import publish_remotely, remote_place, roll_back_remotely
from generator.publish.verify import Difference, difference, prove, sign
from generator.report import why_not

Say = Callable[[str], None]
_KEEP = 5
_SHOWN = 20


def add_publish_options(parser: argparse.ArgumentParser) -> None:
    """Add what `pingan publish` takes."""
    parser.add_argument(
        "--to",
        required=True,
        metavar="地方",
        help="放各个版本的文件夹；别的机器写成 用户@主机:/文件夹（用 ssh 和 rsync）",
    )
    parser.add_argument("--site", type=Path, metavar="文件夹", help="发布哪个网站（默认 site）")
    parser.add_argument(
        "--keep", type=_count, default=_KEEP, metavar="个数", help=f"留几个版本（默认 {_KEEP}）"
    )
    parser.add_argument("--rollback", action="store_true", help="退回上一个版本")
    parser.add_argument(
        "--sign", type=Path, metavar="私钥", help="用 ssh-keygen 的私钥给清单签名再发布"
    )


def add_verify_options(parser: argparse.ArgumentParser) -> None:
    """Add what `pingan verify` takes."""
    parser.add_argument("site", type=Path, metavar="网站", help="生成或发布的网站的文件夹")
    parser.add_argument("--key", type=Path, metavar="公钥", help="还要核对签名；给 .pub 文件")


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError("--keep 写 1 到 1000 的数")
    return int(text)


def run_publish(options: argparse.Namespace, say: Say, complain: Say) -> int:
    """Publish a site or roll back; `say` and `complain` are told, a line at a time.

    Gives the exit code: 0 good, 1 where what is online has not changed.
    """
    site = (options.site or options.root / "site").resolve()
    remote = remote_place(options.to)
    store = options.root.resolve() / ".pingan/compressed"
    own = None if remote else harmed_by(Path(options.to).resolve(), options.root.resolve())
    if own is not None:
        complain(f"不能发布到这里：会动到 {own}。换一个项目外面的文件夹。")
        return 1
    try:
        if options.rollback:
            name = roll_back_remotely(remote) if remote else roll_back(Path(options.to), store)
            say(f"已退回 {name}。")
            return 0
        if options.sign is not None:
            difference(site)  # a folder that is no site of ours gets no signature
            sign(site, options.sign)
        if remote:
            published = publish_remotely(site, remote, store, keep=options.keep)
        else:
            published = publish(site, Path(options.to), store, keep=options.keep)
    except PublishError as error:
        complain(str(error))
        return 1
    except OSError as error:
        complain(f"没有发布，网上的还是原来的：{why_not(error)}")
        return 1
    except KeyboardInterrupt:
        complain("已中断。网上是完整的一版，新的或原来的；同样的命令再运行一次就好。")
        return 130
    for line in _said(published, options.to):
        say(line)
    for path in published.leftovers:
        complain(f"已发布，但旧版本没删干净：{path}（请有权限的人删掉；不影响下次发布）")
    return 0


def _said(published: Published, place: str) -> Iterator[str]:
    if published.name is None:
        yield "网上已经是这个版本，没有再发布。"
    else:
        yield f"已发布 {published.name}，新放的文件 {published.copied} 个。"
        yield f"{place}/{CURRENT} 指向它。"


def run_verify(options: argparse.Namespace, say: Say, complain: Say) -> int:
    """Compare a site with its manifest, and with a signature where a key is given.

    Gives the exit code: 0 where it is what was built (and signed), 1 where it is not.
    """
    site = options.site.resolve()
    try:
        if options.key is not None:
            prove(site, options.key)
        found = difference(site)
    except PublishError as error:
        complain(str(error))
        return 1
    except OSError as error:
        complain(f"读不出来：{why_not(error)}")
        return 1
    for line in _faults(found):
        complain(line)
    for line in _notes(found):
        say(line)
    if found.is_none:
        signed = "，签名也对" if options.key is not None else ""
        say(f"和清单一样：{found.same} 个文件{signed}。")
    return 0 if found.is_none else 1


def _faults(found: Difference) -> Iterator[str]:
    kinds = (
        ("改过", found.changed),
        ("少了", found.lost),
        ("多了", found.added),
        ("压缩的和原文不一样", found.stale),
    )
    for label, names in kinds:
        yield from (f"{label}：{name}" for name in names[:_SHOWN])
        if len(names) > _SHOWN:
            yield f"{label}的一共 {len(names)} 个。"


def _notes(found: Difference) -> Iterator[str]:
    if found.own:
        yield f"其中生成时就有的、手放进来的文件 {len(found.own)} 个：{'、'.join(found.own[:3])}"
    if found.packed:
        yield f"另有压缩好的 {found.packed} 个，解开和原文一样。"
    if found.older:
        yield f"另有以前的样式和脚本 {len(found.older)} 个（缓存里的旧网页要用）。"
