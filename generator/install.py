"""Sets the project up in `.venv`: what `make setup`, `start.cmd` and `start.sh` run first.

Needs nothing but a bare Python, and is read by older ones too, so that they can be told what is
missing. Nothing is done where the set-up fits `requirements.lock` and `pyproject.toml` already.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
READY = VENV / ".ready"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
_RECIPE = ("requirements.lock", "pyproject.toml")


def main() -> int:
    """Make the environment; gives the exit code (1 with a Chinese sentence that says why)."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what older ones read
        return _refuse(
            "需要 Python 3.11 或更新的版本，这台电脑上是 %d.%d。" % sys.version_info[:2]  # noqa: UP031
        )
    recipe = _fingerprint()
    if READY.exists() and READY.read_text(encoding="utf-8") == recipe:
        return 0
    print("第一次运行（或程序有更新）：正在安装所需的一切，要几分钟……", flush=True)
    pip = [str(SCRIPTS / "python"), "-m", "pip", "install", "--quiet", "--no-deps"]
    steps = (
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        [*pip, "--require-hashes", "--requirement", str(ROOT / "requirements.lock")],
        [*pip, "--no-build-isolation", "--editable", str(ROOT)],
    )
    for step in steps:
        done = subprocess.run(step, cwd=ROOT, env=_environment(), check=False)
        if done.returncode:
            return _refuse(_ADVICE.get(step[2], "没有装成。") + "改好后再运行一次。")
    READY.write_text(recipe, encoding="utf-8")
    print("装好了。", flush=True)
    return 0


_ADVICE = {
    "venv": "建不了 Python 虚拟环境。Debian/Ubuntu 上先装 python3-venv。",
    "pip": "没有装成：看上面的英文说明，多半是网络不通或磁盘满了。",
}


def _environment() -> dict[str, str]:
    return {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}


def _fingerprint() -> str:
    """Fingerprint what the environment is made from, and the folder, which it must not outlive."""
    whole = hashlib.sha256(f"{ROOT} {sys.version_info[:2]}".encode())
    for name in _RECIPE:
        whole.update((ROOT / name).read_bytes())
    return whole.hexdigest()


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
