"""What is taken out of documents, format by format."""

import datetime as dt
import io
import zlib

import pytest
from tests.evidence.hostile import docx, one_page, pdf, stream

from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence.extract import Extract, extract
from briefgen.evidence.extract.lines import rejoined, without_running_heads

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def taken(data: bytes | str, name: str) -> Extract:
    made = extract(data.encode() if isinstance(data, str) else data, name)
    assert not isinstance(made, Diagnostic), made
    return made


class TestText:
    def test_is_as_it_is_but_for_line_ends_and_what_cannot_be_seen(self) -> None:
        assert taken(b"\xef\xbb\xbfA caf\xc3\xa9 \r\nby the sea.  \r\n\x07", "a.txt").text == "A café\nby the sea.\n"

    def test_keeps_the_pages_of_other_programs(self) -> None:
        assert taken("One.\n\fTwo.\n\f", "a.txt").text == "One.\n\fTwo.\n\f"


class TestMarkdown:
    def test_gives_the_words_without_the_signs(self) -> None:
        made = taken(
            "---\ntitle: The survey\nauthor: A. Clerk\nlang: en-GB\n---\n\n# Buses\n\n"
            "The *last* [bus](https://b.example) leaves\nat `23:10`.[^1]\n\n"
            "- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: On weekdays.\n",
            "a.md",
        )
        assert made.text == "Buses\n\nThe last bus leaves\nat 23:10.\n\none\ntwo\n\na\tb\n1\t2\n\nOn weekdays.\n"
        assert (made.headings, made.title, made.author, made.language) == (
            ("Buses",),
            "The survey",
            "A. Clerk",
            "en-GB",
        )

    def test_a_rule_at_its_start_is_no_front_matter(self) -> None:
        assert taken("---\n\nThe last bus.\n", "a.md").text == "The last bus.\n"


class TestHtml:
    def test_gives_the_words_that_a_reader_sees(self) -> None:
        made = taken(
            """<!DOCTYPE html><html lang="fr-CA"><head><title>Le bus</title><style>p { }</style>
            <meta name="author" content="A. Clerk"><meta property="og:site_name" content="The Echo">
            <meta property="article:published_time" content="2026-01-15T10:00:00Z">
            <link rel="canonical" href="https://echo.example/bus"></head><body>
            <nav><a href="/">Home</a></nav><h1>The last <em>bus</em></h1>
            <p>It leaves&nbsp;at 23:10<sup>1</sup>,<br>they said: <q>late</q>.</p><script>alert("no")</script>
            <ul><li>one</li><li>two</li></ul><table><tr><th>a</th><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>
            <div hidden>not seen</div><p style="display: none">nor this</p><pre>a  b\n  c</pre>after</body></html>""",
            "a.html",
        )
        assert made.text == (
            "The last bus\n\nIt leaves\u00a0at 23:10¹,\nthey said: “late”.\n\none\ntwo\n\n"
            "a\tb\n1\t2\n\na  b\n  c\n\nafter\n"
        )
        assert made.headings == ("The last bus",)
        assert (made.title, made.author, made.publisher) == ("Le bus", "A. Clerk", "The Echo")
        assert (made.date, made.language, made.url) == (dt.date(2026, 1, 15), "fr-CA", "https://echo.example/bus")

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"<meta charset=iso-8859-1><p>caf\xe9 \x93late\x94", "café “late”"),
            (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xe4\xe0', "да"),
            ("<p>café".encode(), "café"),
            (b"<p>caf\xe9", "café"),
            (b"\xff\xfe" + "<p>café".encode("utf-16-le"), "café"),
            (b"<meta charset=nonsense><p>caf\xc3\xa9", "cafÃ©"),
            (b"<p>a&amp;b &eacute; &#8212; &lt;p&gt;", "a&b é — <p>"),
            (b"<p>over<wbr>view, co&shy;operate", "overview, co\u00adoperate"),
        ],
    )
    def test_is_read_in_its_encoding(self, data: bytes, words: str) -> None:
        assert taken(data, "a.html").text == words + "\n"

    def test_is_known_without_its_name(self) -> None:
        assert taken("<!doctype html><title>x</title><p>The last bus", "page").text == "The last bus\n"


class TestWord:
    def test_gives_paragraphs_tables_and_notes(self) -> None:
        def p(words: str, about: str = "") -> str:
            return f"<w:p>{about}<w:r><w:t>{words}</w:t></w:r></w:p>"

        body = (
            p("Buses", '<w:pPr><w:pStyle w:val="H1"/></w:pPr>')
            + "<w:p><w:r><w:t>The last </w:t></w:r><w:ins><w:r><w:t>night </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>day </w:delText></w:r></w:del>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
            '<w:hyperlink><w:r><w:t>bus</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            '<w:t>2</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
            + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr>"
            f"<w:tr><w:tc>{p('1')}{p('one')}</w:tc><w:tc>{p('2')}</w:tc></w:tr></w:tbl>"
            + f"<w:sdt><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>"
        )
        styles = f'<w:styles {W}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>'
        notes = f"<w:footnotes {W}><w:footnote>{p('On weekdays.')}</w:footnote></w:footnotes>"
        core = (
            '<c:p xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
            "<dc:title>The survey</dc:title><dc:creator>A. Clerk</dc:creator><dc:language>en-CA</dc:language>"
            "<t:modified>2026-01-15T09:00:00Z</t:modified></c:p>"
        )
        parts = {"word/styles.xml": styles, "word/footnotes.xml": notes, "docProps/core.xml": core}
        made = taken(
            docx(
                f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(),
                **{name: content.encode() for name, content in parts.items()},
            ),
            "a.docx",
        )
        assert made.text == "Buses\n\nThe last night bus²\n\na\tb\n1 one\t2\n\nIn a control.\n\nOn weekdays.\n"
        assert made.headings == ("Buses",)
        assert (made.title, made.author, made.language) == ("The survey", "A. Clerk", "en-CA")
        assert made.date == dt.date(2026, 1, 15)


class TestPdf:
    def test_ends_each_page_with_a_form_feed(self) -> None:
        fonts = b"/Resources << /Font << /F 7 0 R >> >>"
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R " + fonts + b" >>"
        words = b"BT /F 12 Tf 72 700 Td (%b) Tj ET"
        made = taken(
            pdf(
                b"<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>",
                b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
                page % 5,
                page % 6,
                stream(words % b"The first page."),
                stream(words % b"The second page."),
                b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                b"<< /Title (The survey) /Author (A. Clerk) /CreationDate (D:20260115090000Z) >>",
                trailer=b"/Info 8 0 R",
            ),
            "a.pdf",
        )
        assert made.text == "The first page.\n\fThe second page.\n\f"
        assert (made.title, made.author, made.language) == ("The survey", "A. Clerk", "fr")
        assert made.date == dt.date(2026, 1, 15)

    def test_leaves_out_what_the_file_marks_as_no_part_of_it(self) -> None:
        content = (
            b"/Artifact BMC BT /F 9 Tf 72 780 Td (Page 1 of 9) Tj ET EMC "
            b"/P << /MCID 0 >> BDC BT /F 12 Tf 72 700 Td (The last bus) Tj ET EMC"
        )
        assert taken(one_page(stream(content)), "a.pdf").text == "The last bus\n\f"

    def test_raises_the_numbers_of_notes(self) -> None:
        content = (
            b"BT /F 12 Tf 72 700 Td (It ended in 2017.) Tj /F 7 Tf 88 4 Td (12) Tj /F 12 Tf 8 -4 Td ( They left.) Tj ET"
        )
        assert taken(one_page(stream(content)), "a.pdf").text == "It ended in 2017.¹² They left.\n\f"

    def test_whose_page_is_damaged_is_refused_rather_than_half_read(self) -> None:
        sound = zlib.compress(b"BT /F 12 Tf 72 700 Td (The last bus) Tj ET " + b"0 0 m " * 3_000)
        assert taken(one_page(stream(sound, b"/Filter /FlateDecode")), "a.pdf").notes == ()
        made = extract(one_page(stream(sound[:-40] + b"?" * 40, b"/Filter /FlateDecode")), "a.pdf")
        assert isinstance(made, Diagnostic)
        assert made.message == "a.pdf is not read: page 1 is damaged."

    def test_that_anyone_may_read_but_not_change_is_read(self) -> None:
        from pypdf import PdfReader, PdfWriter

        content = stream(b"BT /F 12 Tf 72 700 Td (The last bus) Tj ET")
        writer = PdfWriter(PdfReader(io.BytesIO(one_page(content))))
        writer.encrypt("", "owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        assert taken(out.getvalue(), "a.pdf").text == "The last bus\n\f"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the transporta-\ntion of goods", "the transportation\nof goods"),
        ("flat-out lies, and flat-\nout refusals", "flat-out lies, and flat-out\nrefusals"),
        ("a word and a play, a word-\nplay", "a word and a play, a word-play\n"),
        ("in the after-\nnoon" + "\nand on" * 60, "in the after-noon\n" + "\nand on" * 60),
        ("of trans\u00ad\nport, first-\nclass", "of transport\n, first-class\n"),
        ("Bel-\nAir", "Bel-Air\n"),
        ("nineteen-\n\feighty", "nineteeneighty\n\f"),
        ("2017-\n2019", "2017-\n2019"),
        ("long- \nand short-term", "longand\nshort-term"),
    ],
)
def test_words_that_a_line_divides_are_whole_again(text: str, whole: str) -> None:
    assert rejoined(text) == whole


def test_running_heads_are_left_out_and_told() -> None:
    words = ["buses", "trams", "boats", "bikes"]
    pages = [f"The town · 2026\nOf {word}.\nThe same line.\nMore {word}.\n{n} / 4" for n, word in enumerate(words, 1)]
    kept, heads = without_running_heads(pages)
    assert kept[0] == "Of buses.\nThe same line.\nMore buses."
    assert heads == ["The town · 2026", "1 / 4"]


def test_a_line_that_stands_elsewhere_too_is_no_running_head() -> None:
    pages = ["Costs\nText a.\nCosts\nb", "Costs\nText c.\nd", "Costs\nText e.\nf"]
    assert without_running_heads(pages) == (pages, [])
