"""Reading a file answers with its text, or with one clear line; never with a traceback."""

import os
from pathlib import Path

import pytest

from briefgen.core.diagnostic import Diagnostic
from briefgen.core.source import SourceFile
from briefgen.io.filesystem import World
from briefgen.io.read import boundary_of


def told(answer: object) -> str:
    assert isinstance(answer, Diagnostic)
    place = f"{answer.span.line}:{answer.span.column} " if answer.span else ""
    return f"{place}{answer.code}: {answer.message} {answer.hint}".strip()


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, tmp_path)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_text_is_read_without_its_mark_and_with_its_line_ends(world: World, tmp_path: Path) -> None:
    put(tmp_path, "sub/a.yaml", b"\xef\xbb\xbfa: \xc3\xa9\r\nb: 1\r\n")
    source = world.read(Path("sub/a.yaml"))
    assert isinstance(source, SourceFile)
    assert source.name == "sub/a.yaml"
    assert source.text == "a: é\r\nb: 1\r\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a: 1\nb: caf\xe9 x\n", ["2:7 wrong-encoding", "0xE9 on line 2", "Windows-1252 it is `é`", "UTF-8"]),
        (b"a: \x93quoted\x94\n", ["1:4 wrong-encoding", "`“`"]),
        (b"a: \xc3\n", ["1:4 wrong-encoding"]),
        ("a: 1\n".encode("utf-16"), ["wrong-encoding", "UTF-16"]),
        (b"\xfe\xff" + "a: 1\n".encode("utf-16-be"), ["wrong-encoding", "UTF-16"]),
        ("a: é, 1\n".encode("utf-32"), ["wrong-encoding", "UTF-32"]),
        ("a: ée\n".encode("utf-16-le"), ["wrong-encoding", "UTF-16"]),
        (b"%PDF-1.7\n", ["not-text", "a PDF"]),
        (b"PK\x03\x04", ["not-text", "Word"]),
        (b"\x89PNG\r\n", ["not-text", "a picture"]),
        (b"\x01\x02\xff\xfe" + b"word" * 20 + b"\x00", ["not-text", "zero bytes"]),
    ],
)
def test_bytes_that_are_no_text(world: World, tmp_path: Path, data: bytes, words: list[str]) -> None:
    put(tmp_path, "a.yaml", data)
    line = told(world.read(Path("a.yaml")))
    assert all(word in line for word in words), line


def test_a_missing_file_and_the_one_that_was_meant(world: World, tmp_path: Path) -> None:
    put(tmp_path, "Facts.yaml", b"")
    assert told(world.read(Path("fact.yaml"))) == "missing-file: There is no file fact.yaml. Did you mean `Facts.yaml`?"
    assert told(world.read(Path("none/at/all.yaml"))).startswith("missing-file")
    assert told(world.read(Path("Facts.yaml/inside.yaml"))).startswith("missing-file")


def test_a_folder_is_not_a_file(world: World, tmp_path: Path) -> None:
    (tmp_path / "options").mkdir()
    assert told(world.read(Path("options"))) == "not-a-file: options is a folder; a file is wanted."


def test_a_pipe_is_not_waited_for(world: World, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes on this system")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "named pipe" in told(world.read(Path("pipe.yaml")))


def test_a_device_is_not_read() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no devices among the files of this system")
    assert told(World(Path("/")).read(Path("/dev/zero"))).startswith("not-a-file")


def test_links_that_lead_nowhere(world: World, tmp_path: Path) -> None:
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "self.yaml").symlink_to("self.yaml")
    assert told(world.read(Path("gone.yaml"))).startswith("broken-link")
    assert told(world.read(Path("self.yaml"))).startswith("broken-link")


def test_permission_denied(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "secret.yaml", b"a: 1")

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")  # a superuser, who may run these tests, is never denied

    monkeypatch.setattr(os, "open", denied)
    assert told(world.read(Path("secret.yaml"))).startswith("no-permission: secret.yaml may not be read.")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "\ud800"])
def test_names_that_no_file_can_have(world: World, name: str) -> None:
    answer = world.read(Path(name))
    assert isinstance(answer, Diagnostic)
    assert answer.message.isprintable()


def test_a_file_that_is_too_large_is_not_loaded(world: World, tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(10**12)  # a hole: takes no space
    assert told(world.read(Path("large.yaml"))).startswith("file-too-large")
    put(tmp_path, "b.bin", b"12345")
    assert world.read_bytes(Path("b.bin"), most=5) == b"12345"
    assert told(world.read_bytes(Path("b.bin"), most=4)).startswith("file-too-large")


def test_nothing_is_read_outside_the_boundary(tmp_path: Path) -> None:
    put(tmp_path, "secret.yaml", b"a: 1")
    inside = tmp_path / "scenario"
    inside.mkdir()
    (inside / "link.yaml").symlink_to("../secret.yaml")
    (inside / "folder").symlink_to("..", target_is_directory=True)
    world = World(inside, inside)
    for path in ("../secret.yaml", str(tmp_path / "secret.yaml"), "link.yaml", "folder/secret.yaml"):
        assert told(world.read(Path(path))).startswith("outside-boundary"), path
    assert isinstance(World(inside).read(Path("link.yaml")), SourceFile)


def test_a_link_within_the_boundary_is_followed(world: World, tmp_path: Path) -> None:
    put(tmp_path, "shared/facts.yaml", b"a: 1")
    (tmp_path / "facts.yaml").symlink_to("shared/facts.yaml")
    assert isinstance(world.read(Path("facts.yaml")), SourceFile)


def test_a_project_file_further_up_widens_the_boundary(tmp_path: Path) -> None:
    file = put(tmp_path, "work/scenarios/haiti/scenario.yaml", b"")
    assert boundary_of(file) == (tmp_path / "work/scenarios/haiti").resolve()
    put(tmp_path, "work/briefgen.yaml", b"")
    assert boundary_of(file) == (tmp_path / "work").resolve()
    assert World(tmp_path).around(file).boundary == (tmp_path / "work").resolve()


def test_files_are_called_as_they_are_seen_from_here(tmp_path: Path) -> None:
    world = World(tmp_path / "here")
    assert world.shown(Path("a/../b.yaml")) == "b.yaml"
    assert world.shown(tmp_path / "here" / "c.yaml") == "c.yaml"
    assert world.shown(tmp_path / "there.yaml") == (tmp_path / "there.yaml").as_posix()
    assert world.shown(Path("a\n\x1b[2Jb")) == "a\\u000a\\u001b[2Jb"
