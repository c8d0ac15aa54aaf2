"""Review sessions: what people do to a brief in Word, written as Word writes it, with what must be found of it.

A `Session` takes a brief for review and does things to it, each in a paragraph of its own. What it expects to be found
is worked out here from the words alone, not by the code under test.
"""

import io
import re
import zipfile
from copy import deepcopy
from random import Random
from typing import NamedTuple

from lxml import etree
from tests.word_files import xml_parts

from briefgen.ooxml.tags import W, w
from briefgen.review.baseline import Baseline, read

Node = etree._Element
_ANN, _BOB = "Ann Reviewer", "Bob Étienne"
_WORD = re.compile(r"\w+")
_NEW = ("decides", "at once", "18 wells", "« peu »", "a — b", "Ottawa’s", "über", "x", "two thirds, or so")


class Expected:
    """What must be found."""

    def __init__(self) -> None:
        self.edits: dict[tuple[str, int], str] = {}
        self.removed: set[str] = set()
        self.moved: set[str] = set()
        self.joined: set[tuple[str, str]] = set()
        self.bold: set[tuple[str, str]] = set()
        self.comments: set[tuple[str, str, int]] = set()
        self.fixed: set[tuple[str, str, str]] = set()
        self.added: set[str] = set()


class Target(NamedTuple):
    """A control of a field that stands once in the brief, its paragraph, and the runs of its words."""

    path: str
    block: int
    control: Node
    paragraph: Node
    runs: list[Node]

    @property
    def words(self) -> list[str]:
        """Of each run."""
        return [plain(text(run)) for run in self.runs]


def text(run: Node) -> str:
    return "".join("\n" if each.tag == w("br") else each.text or "" for each in run if each.tag in (w("t"), w("br")))


def plain(words: str) -> str:
    """Words with plain spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


class Session:
    """One person, or two at one file, at work."""

    def __init__(self, data: bytes, random: Random, changed_minds: bool = True) -> None:
        self.random = random
        self.changed_minds = changed_minds
        """Whether somebody takes out words that another one had put in."""
        self.data = data
        parts = xml_parts(data)
        self.root: Node = parts["word/document.xml"]
        self.body = self.root[0]
        made = read(parts["customXml/item1.xml"])
        assert made is not None
        self.baseline: Baseline = made
        self.expected = Expected()
        self.used: set[Node] = set()
        self.comments: list[str] = []
        self.extended: list[str] = []
        self.number = 5_000
        self.author = _ANN
        self.log: list[str] = []
        tags = [
            each.get(w("val"), "") for each in (*self.root.iter(w("tag")), *parts["word/footnotes.xml"].iter(w("tag")))
        ]
        self.once = {tag for tag in tags if tags.count(tag) == 1 and tag in made.fields}

    # What there is

    def targets(self, at_top: bool = False) -> list[Target]:
        """The controls in paragraphs that nobody touched yet."""
        found = []
        for control in self.root.iter(w("sdt")):
            tag = control.find(f"{w('sdtPr')}/{w('tag')}")
            name = tag.get(w("val"), "") if tag is not None else ""
            paragraph = next(control.iterancestors(w("p")), None)
            if name not in self.once or paragraph is None or self.taken(paragraph):
                continue
            if at_top and paragraph.getparent() is not self.body:
                continue
            runs = [run for run in control.iter(w("r")) if is_text(run)]
            if runs and len("".join(map(text, runs))) > 12:
                field = self.baseline.fields[name]
                found.append(Target(field.path, field.block, control, paragraph, runs))
        return found

    def taken(self, paragraph: Node) -> bool:
        near = [paragraph, paragraph.getprevious(), paragraph.getnext()]
        return any(each in self.used for each in near if each is not None)

    def target(self, at_top: bool = False) -> Target | None:
        found = self.targets(at_top)
        if not found:
            return None
        chosen = self.random.choice(found)
        self.used.add(chosen.paragraph)
        return chosen

    # How Word writes

    def id(self) -> str:
        self.number += 1
        return f'w:id="{self.number}"'

    def by(self) -> str:
        return f'w:author="{self.author}" w:date="2026-03-0{self.random.randint(1, 9)}T10:11:00Z"'

    def made(self, xml: str) -> list[Node]:
        return list(etree.fromstring(f'<w:x xmlns:w="{W}">{xml}</w:x>'))

    def run(self, like: Node, words: str, name: str = "t", extra: str = "") -> str:
        """Words in the look of a run, in one run or several with marks of who wrote when, and of spelling."""
        properties = like.find(w("rPr"))
        look = etree.tostring(properties, encoding="unicode") if properties is not None else ""
        look = re.sub(r' xmlns:\w+="[^"]*"', "", look)
        if extra:
            look = look.replace("</w:rPr>", f"{extra}</w:rPr>") if look else f"<w:rPr>{extra}</w:rPr>"
        cuts = (
            sorted(self.random.sample(range(1, len(words)), min(len(words) - 1, self.random.choice((0, 0, 1, 2)))))
            if len(words) > 1
            else []
        )
        out = []
        for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True):
            if start == end:
                continue
            escaped = words[start:end].replace("&", "&amp;").replace("<", "&lt;")
            out.append(
                f'<w:r w:rsidR="00A{self.random.randint(10000, 99999)}">{look}'
                f'<w:{name} xml:space="preserve">{escaped}</w:{name}></w:r>'
            )
            if self.random.random() < 0.2:
                out.append('<w:proofErr w:type="spellStart"/>')
        return "".join(out)

    def inserted(self, runs: str) -> str:
        return f"<w:ins {self.id()} {self.by()}>{runs}</w:ins>"

    def deleted(self, runs: str) -> str:
        return f"<w:del {self.id()} {self.by()}>{runs}</w:del>"

    def put(self, old: Node, xml: str) -> None:
        """In the place of an element."""
        parent = old.getparent()
        assert parent is not None
        at = parent.index(old)
        parent[at : at + 1] = self.made(xml)

    def mark(self, paragraph: Node, what: str) -> None:
        """The mark of a paragraph is inserted, deleted or moved."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.SubElement(paragraph, w("pPr"))
            paragraph.insert(0, properties)
        look = properties.find(w("rPr"))
        if look is None:
            look = etree.SubElement(properties, w("rPr"))
        look.insert(0, self.made(f"<w:{what} {self.id()} {self.by()}/>")[0])

    # What people do

    def edit(self, tracked: bool) -> None:
        """Words replaced, put in, taken out, some within a word; in one or two places of a control."""
        target = self.target()
        if target is None:
            return
        words = target.words
        for at in self.random.sample(range(len(target.runs)), min(len(target.runs), 2)):
            run, old = target.runs[at], text(target.runs[at])
            if "\n" in old:
                continue
            spans = [found.span() for found in _WORD.finditer(old)]
            if not spans:
                continue
            start, end = self.random.choice(spans)
            kind = self.random.choice(("replace", "insert", "delete", "within"))
            if kind == "insert":
                end = start
            if kind == "within" and end - start > 2:
                start, end = start + 1, end - 1
            new = "" if kind == "delete" else self.random.choice(_NEW) + (" " if kind == "insert" else "")
            words[at] = plain(old[:start] + new + old[end:])
            if not tracked:
                self.put(run, self.run(run, old[:start] + new + old[end:]))
                continue
            out = [self.deleted(self.run(run, old[start:end], "delText"))] if end > start else []
            if new:
                put_in = self.run(run, new)
                if self.random.random() < 0.3 and self.changed_minds:  # and someone took a part of it out again
                    put_in += self.deleted(self.run(run, "no", "delText")) + self.run(run, "")
                out.insert(self.random.choice((0, len(out))), self.inserted(put_in))
            self.put(run, self.run(run, old[:start]) + "".join(out) + self.run(run, old[end:]))
        self.expect(target, "".join(words))

    def expect(self, target: Target, new: str) -> None:
        if new != "".join(plain(text(run)) for run in target.runs):
            self.expected.edits[target.path, target.block] = new.strip()

    def touch(self, tracked: bool) -> None:
        """Words typed just behind a control, or before it."""
        target = self.target()
        if target is None:
            return
        behind = self.random.random() < 0.7
        beside = target.control.getnext() if behind else target.control.getprevious()
        while beside is not None and beside.tag in (w("bookmarkStart"), w("bookmarkEnd")):
            beside = beside.getnext() if behind else beside.getprevious()
        if beside is not None and beside.tag == w("sdt"):
            return
        new = " That is all." if behind else "First, "
        runs = self.run(target.runs[-1 if behind else 0], new)
        for each in self.made(self.inserted(runs) if tracked else runs):
            if behind:
                last = target.control
                while last.getnext() is not None and last.getnext().get("new"):  # type: ignore[union-attr]
                    last = last.getnext()  # type: ignore[assignment]
                each.set("new", "1")
                last.addnext(each)
            else:
                target.control.addprevious(each)
        for each in target.paragraph.iter():
            each.attrib.pop("new", None)
        words = "".join(target.words)
        self.expected.edits[target.path, target.block] = words + new if behind else new + words

    def split(self, tracked: bool) -> None:
        """Enter within a control."""
        target = self.target()
        if target is None or any(each.tag != w("sdt") for each in target.paragraph if each.tag != w("pPr")):
            return
        if target.runs[-1].getparent() is not target.control.find(w("sdtContent")):
            return
        run, old = target.runs[-1], text(target.runs[-1])
        spans = [found.start() for found in _WORD.finditer(old)][1:]
        if not spans or "\n" in old or target.control.getnext() is not None:
            return
        at = self.random.choice(spans)
        second = deepcopy(target.paragraph)
        controls = list(second.iter(w("sdt")))
        for each in controls[:-1]:
            second.remove(each)
        content = controls[-1].find(w("sdtContent"))
        assert content is not None
        copied = [each for each in controls[-1].iter(w("r")) if is_text(each)][-1]
        for each in list(copied.itersiblings(preceding=True)):
            content.remove(each)
        for each in list(run.itersiblings()):
            each.getparent().remove(each)  # type: ignore[union-attr]
        self.put(copied, self.run(copied, old[at:]))
        self.put(run, self.run(run, old[:at]))
        loose = tracked and self.random.random() < 0.5
        if loose:  # Word may leave the second half outside
            self.put(controls[-1], "")
            for each in content:
                second.append(each)
        target.paragraph.addnext(second)
        if tracked:
            self.mark(target.paragraph, "ins")
        self.used.add(second)
        words = target.words
        self.expected.edits[target.path, target.block] = (
            "".join(words[:-1]) + plain(old[:at]) + "\n\n" + plain(old[at:])
        )

    def neighbours(self) -> tuple[Target, Target] | None:
        """Two paragraphs, one after the other, each of one control only."""
        alone = [each for each in self.targets(at_top=True) if sum(1 for _ in each.paragraph.iter(w("sdt"))) == 1]
        by = {each.paragraph: each for each in alone}
        pairs = [(each, by[each.paragraph.getnext()]) for each in alone if each.paragraph.getnext() in by]
        if not pairs:
            return None
        one, two = self.random.choice(pairs)
        self.used |= {one.paragraph, two.paragraph}
        return one, two

    def join(self, tracked: bool) -> None:
        """The mark between two paragraphs taken out."""
        found = self.neighbours()
        if found is None:
            return
        one, two = found
        if tracked:
            self.mark(one.paragraph, "del")
        else:
            for each in list(two.paragraph):
                if each.tag != w("pPr"):
                    one.paragraph.append(each)
            self.body.remove(two.paragraph)
        self.expected.joined.add((one.path, two.path))

    def whole(self) -> tuple[Node, list[str]] | None:
        """A paragraph at the top of which each control is of a field that stands once."""
        for target in self.random.sample(found := self.targets(at_top=True), len(found)):
            paragraph = target.paragraph
            tags = [each.get(w("val"), "") for each in paragraph.iter(w("tag"))]
            if next(paragraph.iter(w("fldChar"), w("footnoteReference"), w("bookmarkStart")), None) is not None:
                continue
            if any(tag != "=" and tag not in self.once for tag in tags) or paragraph.getnext() is None:
                continue
            if paragraph.getnext().tag != w("p"):  # type: ignore[union-attr]
                continue
            self.used.add(paragraph)
            return paragraph, [self.baseline.fields[tag].path for tag in tags if tag != "="]
        return None

    def marked(self, paragraph: Node, what: str, name: str) -> None:
        """Each run of a paragraph within a revision."""
        for run in list(paragraph.iter(w("r"))):
            wrapper = self.made(f"<w:{what} {self.id()} {self.by()}/>")[0]
            run.addprevious(wrapper)
            wrapper.append(run)
            for each in run.iter(w("t")):
                each.tag = w(name)

    def remove(self, tracked: bool) -> None:
        found = self.whole()
        if found is None:
            return
        paragraph, paths = found
        if tracked:
            self.marked(paragraph, "del", "delText")
            self.mark(paragraph, "del")
        else:
            paragraph.addprevious(stand := etree.Element("stand"))
            self.body.remove(paragraph)
            self.used |= {each for each in (stand.getprevious(), stand.getnext()) if each is not None}
            self.body.remove(stand)
        self.expected.removed |= set(paths)

    def move(self, tracked: bool) -> None:
        found = self.whole()
        places = [each for each in self.body.findall(w("p")) if not self.taken(each)
                  and all(each.tag != w("fldChar") for each in each.iter())]  # fmt: skip
        places = [each for each in places if each.getnext() is not None and each.getnext().tag == w("p")
                  and not inside_field(each)]  # fmt: skip
        if found is None or not places:
            return
        paragraph, paths = found
        # One step further is as well a move of what it was moved past.
        order = list(self.body)
        places = [each for each in places if abs(order.index(each) - order.index(found[0])) > 4]
        if not places:
            return
        place = self.random.choice(places)
        copy = deepcopy(paragraph)
        self.used |= {place, copy}
        if tracked:
            place.addprevious(copy)
            name = f"move{self.number}"
            for each, what in ((paragraph, "moveFrom"), (copy, "moveTo")):
                self.marked(each, what, "t")
                self.mark(each, what)
                number = self.id()
                each.insert(1, self.made(f'<w:{what}RangeStart {number} w:name="{name}" {self.by()}/>')[0])
                each.addnext(self.made(f"<w:{what}RangeEnd {number}/>")[0])
            if self.random.random() < 0.5:  # without its controls
                for control in list(copy.iter(w("sdt"))):
                    for inner in list(control[-1]):
                        control.addprevious(inner)
                    control.getparent().remove(control)  # type: ignore[union-attr]
        else:
            self.body.remove(paragraph)
            place.addprevious(copy)
        self.expected.moved |= set(paths)

    def fixed(self, tracked: bool) -> None:
        """A word of the template, or one that was worked out."""
        runs = []
        for run in self.root.iter(w("r")):
            paragraph, parent = run.getparent(), run.getparent()
            kind = "template"
            if parent is not None and parent.tag == w("sdtContent"):
                tag = parent.getparent().find(f"{w('sdtPr')}/{w('tag')}")  # type: ignore[union-attr]
                if tag is None or tag.get(w("val")) != "=":
                    continue
                kind, paragraph = "computed", next(run.iterancestors(w("p")))
            if paragraph is None or paragraph.tag != w("p") or self.taken(paragraph) or not is_text(run):
                continue
            if next(paragraph.iter(w("fldChar")), None) is not None or inside_field(paragraph):
                continue
            if len(_WORD.findall(text(run))) > 2:
                runs.append((kind, run, paragraph))
        if not runs:
            return
        kind, run, paragraph = self.random.choice(runs)
        self.used.add(paragraph)
        old = text(run)
        found = self.random.choice(list(_WORD.finditer(old))[1:-1])
        new = "quite"
        if found[0] == new:
            return
        if tracked:
            changed = self.deleted(self.run(run, found[0], "delText")) + self.inserted(self.run(run, new))
            self.put(run, self.run(run, old[: found.start()]) + changed + self.run(run, old[found.end() :]))
        else:
            self.put(run, self.run(run, old[: found.start()] + new + old[found.end() :]))
        self.expected.fixed.add((kind, found[0], new))

    def add(self, tracked: bool) -> None:
        """A paragraph of the reviewer's own."""
        places = [
            each
            for each in self.body.findall(w("p"))
            if not self.taken(each)
            and not inside_field(each)
            and any(map(text, each.iter(w("r"))))
            and each.getnext() is not None
            and each.getnext().tag == w("p")
        ]
        if not places:
            return
        place = self.random.choice(places)
        words = f"A thought of mine, number {self.number}."
        like = next(place.iter(w("r")))
        runs = self.run(like, words)
        if not tracked:
            (new,) = self.made(f"<w:p>{runs}</w:p>")
            place.addnext(new)
        elif self.random.random() < 0.5:  # Enter at the end of the paragraph before
            (new,) = self.made(f"<w:p>{self.inserted(runs)}</w:p>")
            place.addnext(new)
            self.mark(place, "ins")
        else:
            (new,) = self.made(f"<w:p>{self.inserted(runs)}</w:p>")
            place.addprevious(new)
            self.mark(new, "ins")
        self.used |= {place, new}
        self.expected.added.add(words)

    def comment(self, tracked: bool) -> None:
        """A comment on some words of a control, with or without an answer."""
        target = self.target()
        if target is None:
            return
        run = self.random.choice(target.runs)
        old = text(run)
        spans = [found.span() for found in _WORD.finditer(old)]
        if not spans or "\n" in old:
            return
        start, end = self.random.choice(spans)
        count = self.random.choice((1, 2, 3))
        names = [len(self.comments) + n for n in range(count)]
        for n, name in enumerate(names):
            paragraph = f"{0x10000000 + name:08X}"
            parent = f' w15:paraIdParent="{0x10000000 + names[0]:08X}"' if n else ""
            self.comments.append(
                f'<w:comment w:id="{name}" {self.by()} w:initials="X"><w:p w14:paraId="{paragraph}"><w:r><w:t>Remark '
                f"{name}</w:t></w:r></w:p></w:comment>"
            )
            self.extended.append(f'<w15:commentEx w15:paraId="{paragraph}"{parent} w15:done="0"/>')
        begin = "".join(f'<w:commentRangeStart w:id="{name}"/>' for name in names)
        finish = "".join(
            f'<w:commentRangeEnd w:id="{name}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{name}"/></w:r>'
            for name in names
        )
        middle = self.run(run, old[start:end])
        self.put(run, self.run(run, old[:start]) + begin + middle + finish + self.run(run, old[end:]))
        self.expected.comments.add((target.path, plain(old[start:end]), count))

    def bold(self, tracked: bool) -> None:
        """Words made bold."""
        target = self.target()
        if target is None:
            return
        run = self.random.choice(target.runs)
        old, properties = text(run), run.find(w("rPr"))
        spans = [found.span() for found in _WORD.finditer(old)]
        if not spans or "\n" in old or properties is not None:
            return
        start, end = self.random.choice(spans)
        extra = "<w:b/>"
        if tracked:
            extra += f"<w:rPrChange {self.id()} {self.by()}><w:rPr/></w:rPrChange>"
        middle = self.run(run, old[start:end], extra=extra)
        self.put(run, self.run(run, old[:start]) + middle + self.run(run, old[end:]))
        self.expected.bold.add((target.path, plain(old[start:end])))

    DEEDS = ("edit", "edit", "edit", "touch", "split", "join", "remove", "move", "fixed", "add", "comment", "bold")

    def work(self, count: int) -> None:
        """Some of all that, in any order."""
        for _ in range(count):
            self.author = self.random.choice((_ANN, _BOB))
            name, tracked = self.random.choice(self.DEEDS), self.random.random() < 0.7
            before = len(self.used)
            getattr(self, name)(tracked)
            self.log.append(
                f"{name} {'tracked' if tracked else 'untracked'}{'' if len(self.used) > before else ' (not done)'}"
            )

    def saved(self) -> bytes:
        """The file as it comes back."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                if name == "word/document.xml":
                    data = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
                elif name == "word/_rels/document.xml.rels" and self.comments:
                    data = data.replace(b"</Relationships>", _RELATIONS + b"</Relationships>")
                elif name == "[Content_Types].xml" and self.comments:
                    data = data.replace(b"</Types>", _TYPES + b"</Types>")
                new.writestr(name, data)
            if self.comments:
                new.writestr("word/comments.xml", f"<w:comments {_SPACES}>{''.join(self.comments)}</w:comments>")
                new.writestr(
                    "word/commentsExtended.xml", f"<w15:commentsEx {_SPACES}>{''.join(self.extended)}</w15:commentsEx>"
                )
        return out.getvalue()


_SPACES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_RELATIONS = (
    b'<Relationship Id="rId901" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
    b'Target="comments.xml"/><Relationship Id="rId902" '
    b'Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
)
_WORDML = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = (
    b'<Override PartName="/word/comments.xml" ContentType="' + _WORDML + b'comments+xml"/>'
    b'<Override PartName="/word/commentsExtended.xml" ContentType="' + _WORDML + b'commentsExtended+xml"/>'
)


def is_text(run: Node) -> bool:
    """Whether a run has words and is no mark of a note."""
    style = run.find(f"{w('rPr')}/{w('rStyle')}")
    if style is not None and style.get(w("val")) == "FootnoteReference":
        return False
    return bool(text(run)) and all(each.tag in (w("rPr"), w("t")) for each in run)


def inside_field(paragraph: Node) -> bool:
    """Whether a field begins, ends or goes on in it: the list of contents."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val"), "").startswith(("TOC", "TableofFigures"))
