"""The pictures of docs/publish.md: a reading room of the scenarios that come with briefgen.

Run as a program it draws them anew. No test makes the room for them, since that takes long: look at them.
"""

import shutil
import tempfile
from pathlib import Path

from tests.docs.pictures import drawn_page, small
from tests.docs.walk import Reader

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"


def draw() -> None:
    """Publishes the room in a folder that is gone afterwards, and draws its first page."""
    with tempfile.TemporaryDirectory() as name:
        reader = Reader(Path(name) / "here")
        shutil.copytree(ROOT / "scenarios", reader.folder / "scenarios")
        for scenario in sorted((reader.folder / "scenarios").iterdir()):
            reader.run(f"briefgen publish scenarios/{scenario.name} --out room")
        index = reader.folder / "room" / "index.html"
        (PICTURES / "reading-room.png").write_bytes(small(drawn_page(index, 1000, 0, 800)))
        (PICTURES / "reading-room-phone.png").write_bytes(small(drawn_page(index, 360, 0, 640, "words=water ma")))


if __name__ == "__main__":
    draw()
