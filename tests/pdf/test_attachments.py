"""Files that a PDF carries, as PDF/A-3 wants them: with a type, a relation, and both forms of their name.

What veraPDF says of them stands in `test_standards.py`."""

from io import BytesIO

import pikepdf
from tests.factory import P, document

from briefgen.document import Attachment, Document, Properties
from briefgen.pdf.writer import write
from briefgen.theme import Theme

FILES = (
    Attachment("scenario.yaml", b"title: x\n", "application/yaml", "The decision", "Source"),
    Attachment("évidence/(facts).yaml", b"- id: a\n" * 100, "application/yaml", "Les faits", "Source"),
    Attachment("brief.json", b"{}", "application/json", "How", "Data"),
)
DATED = Document("en", Properties("T", date="2022-10-28"), document().running, (P("x"),))


def test_attached_files_are_in_the_file_as_they_are(theme: Theme) -> None:
    with pikepdf.open(BytesIO(write(DATED, theme, "a4", FILES))) as pdf:
        found = {name: each.get_file() for name, each in pdf.attachments.items()}
        assert {name: (file.read_bytes(), file.mime_type) for name, file in found.items()} == {
            each.name: (each.data, each.kind) for each in FILES
        }
        assert [(str(each.UF), str(each.Desc), str(each.AFRelationship)) for each in pdf.Root.AF] == [
            (each.name, each.words, f"/{each.relation}") for each in FILES
        ]
        assert all(str(each.EF.F.Params.ModDate) == "D:20221028000000Z" for each in pdf.Root.AF)
        names = [str(each) for each in list(pdf.Root.Names.EmbeddedFiles.Names)[::2]]
        assert names == sorted(names)


def test_a_file_without_attachments_says_nothing_of_them(theme: Theme) -> None:
    with pikepdf.open(BytesIO(write(DATED, theme))) as pdf:
        assert "/AF" not in pdf.Root and "/Names" not in pdf.Root
