#!/bin/sh
# 浏览器测试要用 Chromium 和中文字体；没有时在 Debian/Ubuntu 上用 apt 装好，别的系统给出办法。
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || [ -n "${CHROMIUM:-}" ] || missing="chromium"
if command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh file)" ]; then :; else
  missing="$missing fontconfig fonts-noto-cjk"
fi
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "正在安装：$missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
  exit 0
fi
echo "浏览器测试缺少：$missing"
echo "Debian/Ubuntu：sudo apt-get install chromium fonts-noto-cjk"
echo "其他系统：装好 Chromium 或 Chrome，并用环境变量 CHROMIUM 指明它的路径。"
exit 1
