import os
import stat
from pathlib import Path

import pytest

from presslint.engine.write import NewFile, encode, replace_file, write_source
from presslint.errors import PresslintError
from presslint.load import source_from_bytes
from presslint.model.source import Source

TEXT = "Größe\r\nund mehr.\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"),
        TEXT.encode("cp1252"),
    ],
)
def test_encoding_mark_and_line_ends_are_kept(data: bytes) -> None:
    source = source_from_bytes(data, "a.txt")
    assert encode(source, source.text) == data
    assert source_from_bytes(encode(source, source.text + "x"), "a.txt").text == TEXT + "x"


def test_what_the_encoding_lacks_is_refused() -> None:
    source = source_from_bytes("Größe".encode("cp1252"), "a.txt")
    with pytest.raises(PresslintError, match="cannot be written as cp1252"):
        encode(source, "Größe →")


def test_what_would_be_read_as_something_else_is_refused() -> None:
    source = source_from_bytes("Größe".encode("cp1252"), "a.txt")
    with pytest.raises(PresslintError, match="cannot be written as cp1252"):
        encode(source, "Ã¼")
    with pytest.raises(PresslintError, match="cannot be written"):
        encode(source, "")


def read(path: Path) -> Source:
    return source_from_bytes(path.read_bytes(), path.name)


def test_a_file_is_written_with_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    path.chmod(0o640)
    write_source(str(path), read(path), "neu\r\n")
    assert path.read_bytes() == b"neu\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_bytes(b"alt\n")
    link.symlink_to(path)
    write_source(str(link), read(link), "neu\n")
    assert link.is_symlink()
    assert path.read_bytes() == b"neu\n"


def test_a_file_that_has_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"alt\n")
    source = read(path)
    path.write_bytes(b"anders\n")
    with pytest.raises(PresslintError, match="changed while"):
        write_source(str(path), source, "neu\n")
    assert path.read_bytes() == b"anders\n"


def test_a_file_that_has_gone_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"alt\n")
    source = read(path)
    path.unlink()
    with pytest.raises(PresslintError, match="cannot be written: No such file"):
        write_source(str(path), source, "neu\n")
    assert not list(tmp_path.iterdir())


def test_a_new_file_appears_when_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    new = NewFile(str(path))
    new.stream.write(b"x")
    assert not path.exists()
    new.keep()
    assert path.read_bytes() == b"x"
    mask = os.umask(0o022)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
    new.drop()
    assert path.exists(), "a file that was kept stays"


def test_a_new_file_that_is_dropped_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(b"old")
    new = NewFile(str(path))
    new.stream.write(b"x")
    new.drop()
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.json"]


def test_a_device_is_written_to(tmp_path: Path) -> None:
    replace_file(os.devnull, b"x")
    assert Path(os.devnull).is_char_device()
    new = NewFile(os.devnull)
    new.drop()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        NewFile(str(tmp_path / "none" / "out.json"))


def test_nothing_is_left_behind_by_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(str(tmp_path / "a"), b"x")
    assert not list(tmp_path.iterdir())
