"""What `pingan fleet` takes; apart from what does it, which is slow to import."""

from __future__ import annotations

import argparse
import os
from pathlib import Path


def add_fleet_options(parser: argparse.ArgumentParser) -> None:
    """Declare what `pingan fleet` takes."""
    parser._positionals.title = "要写的"
    parser.add_argument("what", metavar="build", choices=["build"], help="生成各县的网站")
    parser.add_argument("folder", metavar="文件夹", type=Path, help="放各县文件夹的文件夹")
    parser.add_argument(
        "--output", type=Path, metavar="文件夹", help="各县网站放在哪里（默认 sites）"
    )
    parser.add_argument(
        "--jobs",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="个数",
        help="同时生成几个县（默认这台机器有几个核就几个）",
    )
    parser.add_argument(
        "--scheduler", metavar="地址", help="交给 Dask 集群去做，例如 tcp://10.0.0.1:8786"
    )
    parser.add_argument("--again", action="store_true", help="没有变的县也重做")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是个数，写成 4 这样")
    return int(text)
