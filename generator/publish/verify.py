"""Verifying: whether a site is still what was built, by its manifest and a signature of it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.model.manifest import (
    MARKER,
    SIGNATURE,
    digest_of,
    files_in,
    is_stamped,
    read_manifest,
    stamp_in,
)
from generator.publish.compressed import original_of, unpacked_digest
from generator.publish.history import PublishError

_NAMESPACE = "pingan-site"
_WHO = "pingan"
_KEYGEN = "ssh-keygen"


@dataclass(frozen=True)
class Difference:
    """How a site differs from its manifest.

    `older` are stylesheets and scripts of older sites, for pages that a cache still has, `own`
    files that were there by hand when the site was built, and `packed` how many twins are right:
    these are no faults. `stale` twins do not unpack to their file.
    """

    changed: tuple[str, ...]
    lost: tuple[str, ...]
    added: tuple[str, ...]
    stale: tuple[str, ...]
    older: tuple[str, ...]
    own: tuple[str, ...]
    same: int
    packed: int

    @property
    def is_none(self) -> bool:
        """Tell whether the site is what was built."""
        return not (self.changed or self.lost or self.added or self.stale)


def difference(site: Path) -> Difference:
    """Compare the site in a folder with its manifest, reading every file.

    Raises `PublishError` where it has none or is just being changed, `OSError`.
    """
    manifest = read_manifest(site)
    if manifest is None or manifest.files is None:
        raise PublishError(f"{site} 里没有平安站的清单（{MARKER}），先用 pingan build 生成。")
    if manifest.changing:
        raise PublishError(f"{site} 只换了一部分，再生成一次。")
    known = manifest.digests
    there = {name: digest_of(site / name) for name in files_in(site)}
    strange = {name for name in there if name not in known}
    older = {name for name in strange if is_older(name, there[name])}
    wanted = {**{name: there[name] for name in older}, **known}
    twins = {name: wanted[of] for name in strange if (of := original_of(name)) in wanted}
    stale = {name for name, digest in twins.items() if unpacked_digest(site / name) != digest}
    return Difference(
        changed=tuple(sorted(n for n in there if n in known and there[n] != known[n])),
        lost=tuple(sorted(known.keys() - there.keys())),
        added=tuple(sorted(strange - older - twins.keys())),
        stale=tuple(sorted(stale)),
        older=tuple(sorted(older)),
        own=tuple(sorted(manifest.own)),
        same=sum(there.get(name) == digest for name, digest in known.items()),
        packed=len(twins) - len(stale),
    )


def whole_site(site: Path) -> str:
    """Give the SHA-256 of the manifest of a site that is what its manifest says.

    Raises `PublishError` where it is not, `OSError`.
    """
    if not difference(site).is_none:
        raise PublishError(f"{site} 和清单对不上（用 pingan verify 看哪里），先重新生成。")
    return digest_of(site / MARKER)


def is_older(name: str, digest: str) -> bool:
    """Tell whether a file bears the name that its content gives it."""
    stamp = stamp_in(name)
    return is_stamped(name) and (stamp is None or digest.startswith(stamp))


def sign(site: Path, key: Path) -> None:
    """Sign the manifest of a site with a private key of ssh-keygen, next to it.

    Raises `PublishError` where the key cannot be used.
    """
    manifest = (site / MARKER).read_bytes()
    made = _keygen("sign", "-f", str(key), "-n", _NAMESPACE, given=manifest)
    if made.returncode:
        raise PublishError(f"签不了名：{_words(made)}")
    (site / SIGNATURE).write_bytes(made.stdout)
    (site / SIGNATURE).chmod(0o644)


def prove(site: Path, key: Path) -> None:
    """Prove that the manifest of a site was signed with the key whose public part is a file.

    Raises `PublishError` where it was not, or where the file holds no public key.
    """
    try:
        written = key.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as error:
        raise PublishError(f"读不了公钥 {key}：{error.strerror}") from error
    if not written.startswith(("ssh-", "ecdsa-", "sk-")) or "\n" in written:
        raise PublishError(f"{key} 不是公钥；给以 .pub 结尾的那个文件。")
    if not (site / SIGNATURE).is_file():
        raise PublishError("网站没有签名。")
    with tempfile.TemporaryDirectory(prefix="pingan-") as folder:
        signers = Path(folder, "signers")
        signers.write_text(f'{_WHO} namespaces="{_NAMESPACE}" {written}\n', encoding="utf-8")
        who = ("-f", str(signers), "-I", _WHO, "-n", _NAMESPACE)
        given = (site / MARKER).read_bytes()
        done = _keygen("verify", *who, "-s", str(site / SIGNATURE), given=given)
    if done.returncode:
        raise PublishError("签名不对：清单改过，或者不是用这把钥匙签的。")


def _keygen(do: str, *options: str, given: bytes) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which(_KEYGEN)
    if program is None:
        raise PublishError(f"签名要用 {_KEYGEN}（OpenSSH 里的程序），这台电脑上没有。")
    return subprocess.run(
        [program, "-Y", do, *options], input=given, capture_output=True, check=False
    )


def _words(done: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(done.stderr.decode("utf-8", "replace").split()) or "ssh-keygen 没有说原因"
