"""PDFs that mean harm, or were harmed: refused in a line, in little time and room, and nothing is written."""

import json
import re
import resource
import subprocess
import time
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import pytest
from tests.cli.program import ENVIRONMENT, PROGRAM
from tests.release.rendered import pdf, taken_out
from tests.use_cases import reported

from briefgen.commands.verify import verify_brief
from briefgen.io.filesystem import World, shipped


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The brief of the small scenario."""
    return pdf(tmp_path_factory.mktemp("made"), shipped("scenarios") / "starter")


def carrying(files: Mapping[str, bytes]) -> bytes:
    """A PDF with some attachments."""
    with pikepdf.new() as made:
        made.add_blank_page()
        for name, data in files.items():
            made.attachments[name] = pikepdf.AttachedFileSpec(made, data, filename=name)
        out = BytesIO()
        made.save(out)
        return out.getvalue()


def carried(brief: bytes) -> dict[str, bytes]:
    with pikepdf.open(BytesIO(brief)) as opened:
        return {name: each.get_file().read_bytes() for name, each in opened.attachments.items()}


def refused(data: bytes, folder: Path) -> tuple[str, str]:
    """Code and message with which both commands refuse it. Nothing appears beside it or in the folder named."""
    out, faults = taken_out(folder, data)
    _, told = reported(verify_brief, World(folder), Path("brief.pdf"))
    assert [fault.code for fault in told] == [fault.code for fault in faults]
    assert [path.name for path in folder.iterdir()] == ["brief.pdf"] and not out.exists()
    (fault,) = faults
    return fault.code, fault.message


NAMES = (
    "../outside.yaml", "/etc/passwd", "C:\\windows\\x.yaml", "..\\x.yaml", "evidence/../../x.yaml", "con.yaml", "NUL",
    "templates/aux.md.j2", "templates/../x.md.j2", "templates/.md.j2",
    "figures/../x.png", "figures/nul.png", "figures/x.png",
    ".bashrc",
    "scenario.yaml/", "./scenario.yaml", "scenario.yaml\0", "evidence/facts.yaml ", "run.exe", "a" * 5000,
    "\u202egnp.x", "briefgen.yaml", "evidence.lock", "texts/survey.txt",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name)[:30])
def test_a_name_that_no_brief_has(name: str, brief: bytes, tmp_path: Path) -> None:
    """Even where `brief.json` knows of it."""
    files = carried(brief)
    manifest = json.loads(files["brief.json"])
    manifest["files"][name] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    files |= {name: b"", "brief.json": json.dumps(manifest).encode()}
    assert refused(carrying(files), tmp_path)[0] == "attachment-refused"


def test_a_file_that_was_changed_left_out_or_added(brief: bytes, tmp_path: Path) -> None:
    files = carried(brief)
    changed = files | {"options.yaml": files["options.yaml"].replace(b"No change", b"Some change")}
    without = {name: data for name, data in files.items() if name != "criteria.yaml"}
    added = files | {"templates/more.md.j2": b"x"}
    told = []
    for number, each in enumerate((changed, without, added)):
        (tmp_path / str(number)).mkdir()
        told.append(refused(carrying(each), tmp_path / str(number)))
    assert told == [
        ("attachment-changed", "`options.yaml` is not as attached when the brief was made."),
        ("attachment-changed", "`criteria.yaml` is missing."),
        ("attachment-changed", "`templates/more.md.j2` is not as attached when the brief was made."),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"format": 1', '"format": 2'),
        lambda text: text.replace('"a4"', '"a0"'),
        lambda text: text[:-10],
        lambda text: "[" * 100_000,
        lambda text: "null",
        lambda text: text.replace('"quotes": 4', '"quotes": -4'),
        lambda text: re.sub(r'"last-bus\.1"', '"last-bus"', text),
        lambda text: re.sub(r'"last-bus\.1"', '"last-bus.' + "9" * 5000 + '"', text),
    ],
)
def test_a_manifest_that_is_none(change: Callable[[str], str], brief: bytes, tmp_path: Path) -> None:
    files = carried(brief)
    text = files["brief.json"].decode()
    assert change(text) != text
    data = carrying(files | {"brief.json": change(text).encode()})
    assert refused(data, tmp_path)[0] == "attachment-changed"


def test_files_that_make_no_brief(brief: bytes, tmp_path: Path) -> None:
    """Whoever changes a file and its digest has made another scenario; this one has a fault."""
    import hashlib

    files = carried(brief)
    files["scenario.yaml"] = files["scenario.yaml"].replace(b"question:", b"questoin:")
    manifest = json.loads(files["brief.json"])
    manifest["files"]["scenario.yaml"] = hashlib.sha256(files["scenario.yaml"]).hexdigest()
    (tmp_path / "brief.pdf").write_bytes(carrying(files | {"brief.json": json.dumps(manifest).encode()}))
    _, (fault,) = reported(verify_brief, World(tmp_path), Path("brief.pdf"))
    assert fault.code == "content-differs"
    assert "No brief can be made of the files that brief.pdf carries (scenario.yaml: " in fault.message


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({b"size: 10.5": b"size: 1e30"}, "theme.yaml"),
        ({b"left: 76.5": b"left: 590"}, "theme.yaml"),
        ({b"left: 76.5": b"left: .nan"}, "theme.yaml"),
        ({b"SourceSerifPro-Regular.ttf": b"../../../../../etc/passwd"}, "There is no font"),
    ],
)
def test_a_theme_that_means_harm(change: dict[bytes, bytes], told: str, brief: bytes, tmp_path: Path) -> None:
    import hashlib

    files = carried(brief)
    for old, new in change.items():
        assert old in files["theme.yaml"]
        files["theme.yaml"] = files["theme.yaml"].replace(old, new)
    manifest = json.loads(files["brief.json"])
    manifest["files"]["theme.yaml"] = hashlib.sha256(files["theme.yaml"]).hexdigest()
    (tmp_path / "brief.pdf").write_bytes(carrying(files | {"brief.json": json.dumps(manifest).encode()}))
    _, (fault,) = reported(verify_brief, World(tmp_path), Path("brief.pdf"))
    assert (fault.code, told in fault.message) == ("content-differs", True)


def test_what_is_no_brief(brief: bytes, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(brief)) as opened:
        out = BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
        locked = out.getvalue()
    cases = {
        "empty": (b"", "not-a-brief"),
        "no pdf": (b"PK\x03\x04" + bytes(100), "not-a-brief"),
        "of another program": (carrying({}), "not-a-brief"),
        "with a picture": (carrying({"cat.png": b"x"}), "not-a-brief"),
        "a head alone": (b"%PDF-1.7\n", "unreadable-document"),
        "half": (brief[: len(brief) // 2], "unreadable-document"),
        "locked": (locked, "unreadable-document"),
    }
    for name, (data, code) in cases.items():
        (tmp_path / name).mkdir()
        assert (name, refused(data, tmp_path / name)[0]) == (name, code)


def zeros(size: int) -> bytes:
    """So many whole mebibytes of them, packed: one is packed, and stands there for each."""
    mebibyte = bytes(1 << 20)
    packer = zlib.compressobj(9)
    begin = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)  # behind it nothing refers to what came before
    one = packer.compress(mebibyte) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(size >> 20):
        check = zlib.adler32(mebibyte, check)
    return begin + one * (size >> 20) + b"\x03\0" + check.to_bytes(4, "big")  # an empty block is the last


def bomb(size: int) -> bytes:
    """A brief with a file that unpacks to `size` zeros; the PDF has a thousandth of it."""
    packed = zeros(size)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(brief.json) 3 0 R]>>>>>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Type/Filespec/F(brief.json)/UF(brief.json)/EF<</F 4 0 R>>>>",
        b"<</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    out, places = b"%PDF-1.7\n", []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 5\n0000000000 65535 f \n%strailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (table, len(out))


@pytest.fixture(scope="module")
def unpacks_to_gigabytes() -> bytes:
    return bomb(2 << 30)


@pytest.mark.parametrize("command", [["extract", "brief.pdf", "out"], ["verify", "brief.pdf"]], ids=lambda it: it[0])
def test_a_file_that_unpacks_to_gigabytes(command: list[str], unpacks_to_gigabytes: bytes, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(unpacks_to_gigabytes)

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

    begun = time.monotonic()
    run = subprocess.run(
        [*PROGRAM, *command], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, preexec_fn=bounded,
        check=False,
    )  # fmt: skip
    assert (run.returncode, "unpacks to more than 64 MiB. [attachment-refused]" in run.stderr) == (2, True), run.stderr
    assert time.monotonic() - begun < 20
    assert not (tmp_path / "out").exists()


class _Grown:
    """A brief, and what someone wrote behind it (ISO 32000-1, 7.5.6: incremental updates)."""

    def __init__(self, brief: bytes) -> None:
        out = BytesIO()
        with pikepdf.open(BytesIO(brief)) as opened:
            opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
            self.root, self.pages = opened.Root.objgen[0], opened.Root.Pages.objgen[0]
        self.data = out.getvalue()
        self.size = int(self.data.rsplit(b"/Size ", 1)[1].split()[0])

    def with_sections(self, count: int) -> bytes:
        """So many tables of places, each of which names the one before."""
        out, before = bytearray(self.data), int(self.data.rsplit(b"startxref", 1)[1].split()[0])
        for _ in range(count):
            here = len(out)
            out += b"xref\n0 0\ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (self.size, self.root, before)
            before = here
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % before)

    def with_pages(self, levels: int, kids: int) -> bytes:
        """A tree of pages so deep, in which each node names the next one so many times."""
        out, places = bytearray(self.data), {}
        for level, number in enumerate((self.pages, *range(self.size, self.size + levels))):
            places[number] = len(out)
            under = b"%d 0 R " % (self.size + level) * kids
            out += b"%d 0 obj\n<</Type/Pages/Count 2/Kids[%s]>>\nendobj\n" % (number, under)
        before, here = int(self.data.rsplit(b"startxref", 1)[1].split()[0]), len(out)
        out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % each for each in places.items())
        out += b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (self.size + levels + 1, self.root, before)
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % here)


@pytest.mark.parametrize(
    "grow",
    [
        lambda brief: _Grown(brief).with_sections(20_000),
        lambda brief: _Grown(brief).with_pages(levels=5_000, kids=1),
        lambda brief: _Grown(brief).with_pages(levels=40, kids=2),
    ],
    ids=["tables of places", "a deep tree of pages", "a trillion pages"],
)
def test_what_was_written_behind_a_brief_costs_no_more_than_its_length(
    grow: Callable[[bytes], bytes], brief: bytes, tmp_path: Path
) -> None:
    """A second each. Of 64 MB, the most that is looked into, the worst takes a minute: there is no other limit."""
    (tmp_path / "brief.pdf").write_bytes(grow(brief))
    begun = time.process_time()
    verified, told = reported(verify_brief, World(tmp_path), Path("brief.pdf"))
    assert verified and verified.content == "differs"
    assert [each.code for each in told] == ["content-differs"]
    assert time.process_time() - begun < 15


def test_more_text_than_any_brief_has(brief: bytes, tmp_path: Path) -> None:
    files = carried(brief)
    files["scenario.yaml"] += b"# more\n" * (10 << 17)
    assert refused(carrying(files), tmp_path) == (
        "attachment-refused", "brief.pdf is not opened: it carries more than 8 MiB of text.",
    )  # fmt: skip


def test_more_attachments_than_any_brief_has(tmp_path: Path) -> None:
    many = {f"figures/figure-f{number}.png": b"" for number in range(501)}
    assert refused(carrying(many | {"brief.json": b"{}"}), tmp_path)[0] == "attachment-refused"


def test_a_folder_that_is_in_use(brief: bytes, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    _, faults = taken_out(tmp_path, brief)
    assert [fault.code for fault in faults] == ["not-empty"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_take_all_takes_nothing(
    brief: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    done = []

    def full(*words: object, **more: object) -> None:
        done.append(words)
        if len(done) > 5:
            raise OSError(28, "No space left on device")
        os_replace(*words, **more)  # type: ignore[arg-type]

    os_replace = os.replace
    monkeypatch.setattr(os, "replace", full)
    out, faults = taken_out(tmp_path, brief)
    assert [fault.code for fault in faults] == ["disk-full"]
    assert not out.exists() and len(done) > 5


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_is_told_and_never_a_traceback(seed: int, brief: bytes, tmp_path: Path) -> None:
    """Bytes overwritten, cut out and put in: what comes out is whole and unchanged, or nothing."""
    random = Random(seed)
    data = bytearray(brief)
    for _ in range(random.choice([1, 3, 30])):
        at = random.randrange(len(data))
        match random.randrange(3):
            case 0:
                data[at] = random.randrange(256)
            case 1:
                del data[at : at + random.randrange(1, 400)]
            case _:
                data[at:at] = random.randbytes(random.randrange(1, 40))
    out, faults = taken_out(tmp_path, bytes(data))
    if out.exists():
        assert {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()} == (
            carried(brief)
        )
    else:
        assert [fault.severity for fault in faults] == ["error"]
