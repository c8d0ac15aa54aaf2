"""The names that a style of a brief may have in a reference document, in several interface languages.

Word writes the names of its built-in styles in English, whatever the language of its menus (`heading 1`, with the id
`berschrift1`); other programs and people write them as menus show them. Case does not matter.
"""

from briefgen.docx.elements import Element
from briefgen.ooxml.elements import value
from briefgen.ooxml.tags import w

_LOCALISED: dict[str, tuple[str, ...]] = {
    # German, French, Spanish, Italian, Dutch, Portuguese: as the menus of Word and LibreOffice have them
    "title": ("titel", "titre", "título", "titolo"),
    "subtitle": ("untertitel", "sous-titre", "subtítulo", "sottotitolo", "ondertitel"),
    "body text": (
        "textkörper", "textbody", "text body", "corps de texte", "texto independiente", "corpo testo", "platte tekst",
        "corpo de texto",
    ),
    "caption": ("beschriftung", "légende", "descripción", "epígrafe", "didascalia", "bijschrift", "legenda"),
    "quote": ("zitat", "citation", "cita", "citazione", "citaat", "citação"),
    "list bullet": (
        "aufzählungszeichen", "liste à puces", "lista con viñetas", "punto elenco", "lijst opsom.teken",
        "lista com marcas",
    ),
    "list number": (
        "listennummer", "liste à numéros", "lista con números", "numero elenco", "lijstnummering", "lista numerada",
    ),
    "list continue": ("listenfortsetzung", "liste continue", "continuar lista", "elenco continua", "lijstvoortzetting"),
    "header": ("kopfzeile", "en-tête", "encabezado", "intestazione", "koptekst", "cabeçalho"),
    "footer": ("fußzeile", "pied de page", "pie de página", "piè di pagina", "voettekst", "rodapé"),
    "footnote text": (
        "fußnotentext", "note de bas de page", "texto nota pie", "testo nota a piè di pagina", "voetnoottekst",
        "texto de nota de rodapé",
    ),
    "footnote reference": (
        "fußnotenzeichen", "appel note de bas de p.", "ref. de nota al pie", "rimando nota a piè di pagina",
        "voetnootmarkering", "ref. de nota de rodapé",
    ),
    "toc heading": ("inhaltsverzeichnisüberschrift", "en-tête de table des matières", "título tdc", "titolo sommario"),
    "table of figures": (
        "abbildungsverzeichnis", "table des illustrations", "tabla de ilustraciones", "indice delle figure",
        "lijst met afbeeldingen", "índice de ilustrações",
    ),
    "strong": ("fett", "élevé", "texto en negrita", "enfasi (grassetto)", "zwaar", "forte"),
    "emphasis": ("hervorhebung", "accentuation", "énfasis", "enfasi (corsivo)", "nadruk", "ênfase"),
    "normal": ("standard", "default", "default paragraph style"),
}  # fmt: skip
_HEADINGS = ("überschrift", "titre", "título", "titolo", "kop", "heading")
_CONTENTS = ("verzeichnis", "tm", "tdc", "sommario", "inhopg", "índice", "contents")
_EQUIVALENT: dict[str, tuple[str, ...]] = {
    "quote": ("block text",),
    "ruled table": ("table",),  # pandoc's
    "figure": ("captioned figure",),
}
"""Other styles for the same purpose."""


_LEGACY_NAMES: dict[str, str] = {
    "lead paragraph": "brief lead",
    "small text": "brief small",
    "text label": "brief label",
    "document type": "brief kind",
    "key fact label": "brief entry label",
    "key fact": "brief entry",
    "list item label": "brief item label",
    "list labelled": "brief item",
    "notes list continue": "brief endnote continue",
    "notes list small": "brief endnote small",
    "notes list": "brief endnote",
    "table heading": "brief cell head",
    "table text small": "brief cell small",
    "table text": "brief cell",
    "table row heading": "brief row header",
    "table note": "brief table key",
    "figure": "brief picture",
    "key message title": "brief decision title",
    "key message small": "brief decision small",
    "key message": "brief decision",
    "text box title": "brief remark title",
    "text box small": "brief remark small",
    "text box": "brief remark",
    "quote source": "brief attribution",
    "spacer": "brief spacer",
    "code": "brief code",
    "supports": "brief for",
    "opposes": "brief against",
    "both ways": "brief mixed",
    "inferred": "brief inferred",
    "assumption": "brief assumption",
    "judgement": "brief judgement",
    "calculated": "brief computed",
    "muted text": "brief muted",
    "symbol": "brief sign",
    "cross-reference": "brief cross reference",
    "caption label": "brief caption label",
    "status": "brief status",
    "protective marking": "brief marking",
    "ruled table": "brief table",
    "key facts table": "brief strip",
}
"""Names of our styles in files of earlier versions."""


def names_of(name: str) -> tuple[str, ...]:
    """The names to look for, the best first, in lower case."""
    folded = name.lower()
    stem, _, level = folded.rpartition(" ")
    localised = _LOCALISED.get(folded, ())
    if stem == "heading" and level.isdigit():
        localised = tuple(f"{word} {level}" for word in _HEADINGS)
    elif stem == "toc" and level.isdigit():
        localised = tuple(f"{word} {level}" for word in _CONTENTS)
    legacy = (_LEGACY_NAMES[folded],) if folded in _LEGACY_NAMES else ()
    return (folded, *localised, *_EQUIVALENT.get(folded, ()), *legacy)


def by_name(styles: Element) -> dict[tuple[str, str], str]:
    """(type, name or alias in lower case) → id; the first style of a name counts."""
    found: dict[tuple[str, str], str] = {}
    for style in styles.iterfind(w("style")):
        kind = style.get(w("type"), "paragraph")
        for name in (value(style, "name"), *value(style, "aliases").split(",")):
            if name.strip():
                found.setdefault((kind, name.strip().lower()), style.get(w("styleId"), ""))
    return found
