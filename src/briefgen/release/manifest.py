"""`brief.json`: how a brief was rendered, from which files and by which build, and how far its quotes were verified."""

import datetime as dt
import shutil
import subprocess
import zlib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from briefgen import __version__
from briefgen.analysis.editions import Since
from briefgen.evidence import Checked, Place, SourceStatus
from briefgen.evidence.lock import QuoteKey
from briefgen.io.filesystem import COMMIT
from briefgen.release.filter import Recomputed
from briefgen.theme import PaperName

# Which build of briefgen this is, and the versions of the libraries that shape the bytes of its PDFs.
#
# The version of Python is not among them: every supported Python makes the same bytes with the same libraries.

LIBRARIES = (
    "jinja2", "markdown-it-py", "mdit-py-plugins", "msgspec", "pillow", "pyphen", "PyYAML", "reportlab", "uharfbuzz",
)  # fmt: skip
"""They read a scenario, compose its brief, decode its pictures or write what a PDF embeds."""

_CHECKOUT = Path(__file__).resolve().parents[3]
_SECONDS = 10


class Build(msgspec.Struct, frozen=True):
    """What makes a PDF out of a scenario."""

    version: str
    commit: str
    """In hexadecimal digits; empty where it is not known."""
    libraries: dict[str, str]
    """Name → version."""

    @property
    def name(self) -> str:
        """As a message gives it: `0.2.0 (3ad2958)`."""
        return f"{self.version} ({self.commit[:7]})" if self.commit else self.version

    def differences(self, other: "Build") -> list[str]:
        """What is of another version in another build, in words."""
        found = [] if (self.version, self.commit) == (other.version, other.commit) else [f"briefgen {other.name}"]
        libraries = {name: each for name, each in other.libraries.items() if self.libraries.get(name) != each}
        return found + [f"{name} {each}" for name, each in libraries.items()]


@cache
def this_build() -> Build:
    """The build that is running."""
    libraries = {name: _version(name) for name in LIBRARIES}
    return Build(__version__, _commit(), {**libraries, "zlib": zlib.ZLIB_RUNTIME_VERSION})


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # put on the path by hand
        return ""


def _commit() -> str:
    """As recorded when the package was built; in a checkout, what is checked out, whatever was changed since."""
    if COMMIT.is_file():
        return COMMIT.read_text(encoding="ascii").strip()
    git = shutil.which("git")
    if git is None or not (_CHECKOUT / ".git").exists():
        return ""
    try:
        done = subprocess.run(
            [git, "-C", _CHECKOUT, "rev-parse", "--verify", "--quiet", "HEAD"],
            capture_output=True, text=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


MANIFEST = "brief.json"
THEME = "theme.yaml"
FORMAT: Literal[1] = 1

State = Literal["verified", "as-locked", "unverified"]
Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Count = Annotated[int, msgspec.Meta(ge=0)]


class Rendering(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What was asked for."""

    template: str
    theme: str
    lang: str
    page: PaperName
    option: str = ""
    epoch: Annotated[int, msgspec.Meta(ge=0, le=253402300799)] | None = None
    """SOURCE_DATE_EPOCH, where the brief has its date from there."""
    audience: str = ""
    """The id of the one that it is for; empty: it is whole."""
    recomputed: Recomputed = ""
    """What had to be recomputed for them: of what was withheld, nothing else is reported."""
    since: Since | None = None
    """What changed since an earlier edition, where it says so: that edition is not embedded."""


class QuotedSource(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How far the quotes of a source were verified."""

    state: State
    quotes: Count
    unverified: Count = 0
    day: dt.date | None = None
    sha256: str = ""
    """Of its text, where that is known: what `briefgen verify` compares with."""
    at_hand: bool = False
    """Whether the text was there when the brief was made."""


class VerifiedQuote(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A quote that was in its text, or was as it was verified on a day."""

    at: tuple[tuple[Count, Count], ...] = ()
    """Start and end, of each of its parts."""
    where: str = ""
    day: dt.date | None = None


class Verification(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far the quotes of a brief were verified when it was made."""

    sources: dict[str, QuotedSource]
    quotes: dict[str, VerifiedQuote]
    """By `FACT.NUMBER`."""

    @classmethod
    def of(cls, checked: Checked, texts: Mapping[str, str]) -> "Verification":
        """That of a check. `texts`: id of a source → the hash of the text that its quotes were verified in."""
        quotes: dict[QuoteKey, VerifiedQuote] = {
            **{key: VerifiedQuote(day=day) for key, day in checked.locked.items()},
            **{key: VerifiedQuote(place.parts, place.where) for key, place in checked.places.items()},
        }
        sources = {
            name: QuotedSource(
                each.state, each.quotes, each.unverified, each.day, texts.get(name, ""), name in checked.read
            )
            for name, each in sorted(checked.statuses.items())
        }
        return cls(sources, {f"{fact}.{number}": quote for (fact, number), quote in sorted(quotes.items())})

    def checked(self) -> Checked:
        """The check, without what it found to say."""
        places, locked = {}, {}
        for name, quote in self.quotes.items():
            fact, _, number = name.rpartition(".")
            if quote.at:
                places[fact, int(number)] = Place(quote.at, quote.where)
            elif quote.day:
                locked[fact, int(number)] = quote.day
        statuses = {
            name: SourceStatus(each.state, each.day, each.quotes, each.unverified)
            for name, each in self.sources.items()
        }
        at_hand = frozenset(name for name, each in self.sources.items() if each.at_hand)
        return Checked((), places, locked, statuses, at_hand)


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """All that the file says."""

    format: Literal[1]
    maker: str
    """The version of briefgen: another one may lay the same brief out otherwise."""
    commit: str = ""
    """Of briefgen, where it is known; 0.1 did not record it."""
    libraries: dict[str, str] = {}
    """Those that shape the bytes of a PDF: name → version; 0.1 did not record them."""
    rendering: Rendering
    files: dict[str, Digest]
    """Name → SHA-256."""
    verification: Verification

    @property
    def build(self) -> Build:
        """What made the PDF."""
        return Build(self.maker, self.commit, self.libraries)

    def changed(self, files: Mapping[str, bytes]) -> list[str]:
        """Names of the files that are not there, not as the manifest says, or not named by it."""
        wrong = {name for name, digest in self.files.items() if name not in files or _sha256(files[name]) != digest}
        return sorted(wrong | {name for name in files if name not in self.files})


def manifest(
    rendering: Rendering, files: Mapping[str, bytes], verification: Verification, build: Build | None = None
) -> Manifest:
    """The manifest of some files, made by this build unless another one is named."""
    build = build or this_build()
    return Manifest(
        format=FORMAT,
        maker=build.version,
        commit=build.commit,
        libraries=build.libraries,
        rendering=rendering,
        files={name: _sha256(data) for name, data in sorted(files.items())},
        verification=verification,
    )


def dumps(made: Manifest) -> bytes:
    """The manifest as its file: always the same bytes."""
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def loads(data: bytes) -> Manifest | None:
    """The manifest that `dumps` wrote, or None."""
    try:
        made = msgspec.json.decode(data, type=Manifest)
        made.verification.checked()
    except (ValueError, RecursionError):  # msgspec.ValidationError and DecodeError are ValueErrors
        return None
    return made


def maker_of(data: bytes) -> str:
    """The version of briefgen that a manifest names, whatever else it says; empty where it names none."""
    try:
        return msgspec.json.decode(data, type=_Made).maker
    except (ValueError, RecursionError):
        return ""


class _Made(msgspec.Struct, frozen=True):
    maker: str


def _sha256(data: bytes) -> str:
    return sha256(data).hexdigest()
