#!/bin/sh
# 双击（或在终端运行）：第一次装好一切，然后打开预览和编辑入口。
set -eu
cd "$(dirname "$0")"
exec ./pingan serve --drafts --open
