"""Authorities for time stamps that the program `openssl` makes: roots, certificates, and their stamps."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

OPENSSL = shutil.which("openssl")
USAGE = "critical,timeStamping"
_EXTENSIONS = "extendedKeyUsage={}\nkeyUsage=critical,digitalSignature\nbasicConstraints=CA:FALSE\n"
_REGISTER = """\
[ca]
default_ca = d
[d]
database = index.txt
serial = ca.serial
new_certs_dir = .
default_md = sha256
policy = any
[any]
commonName = supplied
organizationName = supplied
"""
_NOT_PLAIN, _ESCAPED = re.compile(r"[/+=\\]"), r"\\\g<0>"
_STATEMENT = "1.2.840.113549.1.9.16.1.4"
_SETTINGS = """\
[tsa]
default_tsa = t
[t]
serial = serial
signer_digest = sha256
default_policy = {}
digests = sha256, sha384, sha512
tsa_name = yes
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True, slots=True)
class Authority:
    """A root and a certificate below it, in a folder of their own."""

    folder: Path

    @property
    def root(self) -> bytes:
        """The certificate of its root, as PEM."""
        return (self.folder / "root.pem").read_bytes()

    def answer(self, query: bytes, *, brings_root: bool = True) -> bytes:
        """Its answer to a query of RFC 3161, made by `openssl ts`."""
        (self.folder / "query.tsq").write_bytes(query)
        chain = ("-chain", "root.pem") if brings_root else ()
        run(
            self.folder,
            *("ts", "-reply", "-config", "ts.cnf", "-queryfile", "query.tsq", "-out", "answer.tsr"),
            *("-signer", "tsa.pem", "-inkey", "tsa.key", *chain),
        )
        return (self.folder / "answer.tsr").read_bytes()

    def stamp(self, document: bytes, *, digest: str = "sha256", brings_root: bool = True) -> bytes:
        """A stamp of a document."""
        (self.folder / "document").write_bytes(document)
        run(self.folder, "ts", "-query", "-data", "document", f"-{digest}", "-cert", "-out", "own.tsq")
        return self.answer((self.folder / "own.tsq").read_bytes(), brings_root=brings_root)

    def token(self, statement: bytes) -> bytes:
        """A token of what another stamp states: `openssl cms` does not ask what a certificate is for."""
        (self.folder / "statement").write_bytes(statement)
        run(
            self.folder,
            *("cms", "-sign", "-binary", "-nodetach", "-econtent_type", _STATEMENT, "-outform", "DER"),
            *("-cades", "-signer", "tsa.pem", "-inkey", "tsa.key", "-in", "statement", "-out", "token"),
        )
        return (self.folder / "token").read_bytes()

    def statement(self, answer: bytes) -> bytes:
        """What a stamp states, without its signature."""
        (self.folder / "answer").write_bytes(answer)
        run(self.folder, "ts", "-reply", "-in", "answer", "-token_out", "-out", "token")
        run(self.folder, "cms", "-verify", "-noverify", "-inform", "DER", "-in", "token", "-out", "statement")
        return (self.folder / "statement").read_bytes()


def authority(
    folder: Path,
    *,
    usage: str = USAGE,
    days: str = "30",
    root_days: str = "3000",
    names: tuple[str, str] = ("Example Root", "Example Clock"),
    policy: str = "1.2.3.4.1",
) -> Authority:
    """A new one; `usage` is what its certificate is for, and with `days` of -1 it has expired. `policy` is
    the number of the rules by which it says that it stamps."""
    folder.mkdir(parents=True)
    key = ("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out")
    run(folder, *key, "root.key")
    run(folder, *key, "tsa.key")
    subject, own = (f"/O=Example Town/CN={_NOT_PLAIN.sub(_ESCAPED, one)}" for one in names)
    run(folder, "req", "-new", "-utf8", "-key", "root.key", "-subj", subject, "-out", "root.csr")
    (folder / "root.ext").write_text("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n")
    run(
        folder,
        *("x509", "-req", "-in", "root.csr", "-signkey", "root.key", "-days", root_days),
        *("-extfile", "root.ext", "-out", "root.pem"),
    )
    run(folder, "req", "-new", "-utf8", "-key", "tsa.key", "-subj", own, "-out", "tsa.csr")
    (folder / "tsa.ext").write_text(_EXTENSIONS.format(usage) if usage else "basicConstraints=CA:FALSE\n")
    run(
        folder,
        *("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-set_serial", "7"),
        *("-days", days, "-extfile", "tsa.ext", "-out", "tsa.pem"),
    )
    (folder / "ts.cnf").write_text(_SETTINGS.format(policy))
    (folder / "serial").write_text("01\n")
    return Authority(folder)


FOR_OTHERS = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"


def chained(
    town: Authority,
    folder: Path,
    above: Sequence[str] = (),
    *,
    key: str = "prime256v1",
    signed: str = "sha256",
    digest: str = "sha256",
) -> bytes:
    """A token of tomorrow, whose certificate (`key`, signed by way of `signed`) hangs from the town's root by
    others with the extensions `above`; `digest` is what its own signature is made by."""
    folder.mkdir()
    tomorrow = (datetime.now(UTC) + timedelta(1)).strftime("%Y%m%d%H%M%SZ").encode()
    stated = re.sub(rb"20\d{12}Z", tomorrow, (town.folder / "statement").read_bytes())
    (folder / "statement").write_bytes(stated)
    issuer = (str(town.folder / "root.pem"), str(town.folder / "root.key"))
    for number, extensions in enumerate((*above, _EXTENSIONS.format(USAGE))):
        kind = key if number == len(above) else "prime256v1"
        if kind.startswith("rsa"):
            run(folder, "genrsa", "-out", "key", kind.removeprefix("rsa"))
        else:
            run(folder, "ecparam", "-name", kind, "-genkey", "-noout", "-out", "key")
        run(folder, "req", "-new", "-key", "key", "-subj", f"/O=Example Town/CN={number}", "-out", "csr")
        (folder / "ext").write_text(extensions)
        run(
            folder,
            *("x509", "-req", "-in", "csr", "-CA", issuer[0], "-CAkey", issuer[1], "-days", "30"),
            *("-set_serial", f"{number + 20}", f"-{signed}", "-extfile", "ext", "-out", f"{number}.pem"),
        )
        (folder / "key").rename(folder / f"{number}.key")
        issuer = (f"{number}.pem", f"{number}.key")
    (folder / "more").write_text("".join((folder / f"{one}.pem").read_text() for one in range(len(above))))
    run(
        folder,
        *("cms", "-sign", "-binary", "-nodetach", "-econtent_type", _STATEMENT, "-outform", "DER", "-cades"),
        *("-md", digest, "-signer", issuer[0], "-inkey", issuer[1], "-in", "statement", "-out", "token"),
        *(("-certfile", "more") if above else ()),
    )
    return (folder / "token").read_bytes()


def long_ago(folder: Path, since: str, until: str) -> Authority:
    """One whose certificates were valid between two days, as 20190101."""
    made = authority(folder)
    (folder / "ca.cnf").write_text(_REGISTER)
    (folder / "index.txt").write_text("")
    (folder / "ca.serial").write_text("0A\n")
    for name, more in (("root", ("-selfsign", "-keyfile", "root.key")), ("tsa", ("-cert", "root.pem"))):
        signing = more if name == "root" else (*more, "-keyfile", "root.key")
        run(
            folder,
            *("ca", "-batch", "-notext", "-config", "ca.cnf", "-in", f"{name}.csr", "-out", f"{name}.pem"),
            *("-startdate", f"{since}000000Z", "-enddate", f"{until}000000Z", "-extfile", f"{name}.ext"),
            *signing,
        )
    return made


def run(folder: Path, *arguments: str) -> None:
    """Run `openssl` in a folder."""
    assert OPENSSL, "no openssl"
    done = subprocess.run([OPENSSL, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (arguments, done.stderr)
