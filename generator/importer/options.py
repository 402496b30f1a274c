"""What `pingan import` takes."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_import_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser._positionals.title = "要写的"
    parser.add_argument("what", metavar="work-points", choices=["work-points"], help="工作要点")
    formats = ".docx、.doc、.wps、.pdf、.html、.txt、.md"
    parser.add_argument(
        "file", metavar="文件", type=Path, help=f"文件（{formats}）；写 - 就读粘贴的文字"
    )
    parser.add_argument("--dry-run", action="store_true", help="只看读到了什么，不写文件")
    parser.add_argument(
        "--force",
        action="store_true",
        help="改已经有的文件：文件里变了的换成新的，人写的都留着",
    )
    parser.add_argument(
        "--year", type=int, required=True, metavar="年份", help="哪一年的，例如 2027"
    )
