"""Spanish: the words of dates."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Dates

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
DAYS = "lunes martes miercoles jueves viernes sabado domingo".split()
_EVERY_DAY = "|".join(DAYS)
_EVERY_MONTH = "|".join(MONTHS)

DATES = Dates(
    months={word: number for number, word in enumerate(MONTHS, 1)}
    | {
        "setiembre": 9, "ene": 1, "feb": 2, "abr": 4, "jun": 6, "jul": 7, "ago": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dic": 12,
    },
    weekdays={word: number for number, word in enumerate(DAYS, 1)} | {"sabados": 6, "domingos": 7},
    early=Cues(
        "principios", "comienzos", "inicios", "principio", "inicio", "comienzo", "primeros dias", "primeras semanas",
        "principios|comienzos|inicios del ano|mes", "principios|comienzos|inicios del mes de",
        "principios|comienzos|inicios de los anos",
    ),
    middle=Cues(
        "mediados", "mitad", "mediados del ano|mes", "mediados del mes de",
        "mediados de los anos",
    ),
    late=Cues(
        "finales", "fines", "fin", "final", "ultimos dias", "ultimas semanas",
        "finales|fines del ano|mes", "finales|fines del mes de", "finales|fines de los anos",
    ),
    before_month=Cues(
        "en", "de", "del", "desde", "hasta", "para", "entre", "y", "pasado", "proximo", "este", "cada", "mediados",
        "durante", "tras", "hacia", "e", "o", "antes", "mes", "principios", "finales", "a",
    ),
    # “Julio” is a name too.
    doubtful=frozenset({"julio", "may"}),
    same_month=Cues("de ese mes", "del mismo mes", "de ese mismo mes", "de dicho mes"),
    between=frozenset({"de", "del", "el", "ano", "mes"}),
    before_day=frozenset({"el", "al", "del"}),
    spans=frozenset({"a", "al", "y", "e", "o", "-", "–", "—"}),
    relative=Cues(
        "proximo enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre pasado|proximo",
        "en lo que va de mes|ano|semana", "a principios|finales|mediados de mes|ano", "a comienzos de mes|ano",
        "este mes|trimestre|semestre|verano|invierno|otono|ano|fin", f"este|pasado|proximo {_EVERY_DAY}",
        "esta semana|noche|manana|tarde|primavera|madrugada", "este mismo mes|ano",
        "mes|ano|trimestre|semestre|verano|invierno|otono|siglo pasado|proximo|anterior|siguiente",
        "semana|primavera|noche|decada pasada|proxima|anterior|siguiente", "dia anterior|siguiente",
        "pasado|proximo mes|ano|trimestre|semestre|verano|invierno|otono",
        "pasada|proxima semana|primavera|decada|noche",
        f"{_EVERY_DAY} pasado|proximo", f"{_EVERY_MONTH} pasado|proximo", f"pasado|proximo {_EVERY_MONTH}",
        "mes|ano|semana que viene", f"{_EVERY_DAY} que viene", "ultimo mes|ano|trimestre", "ultima semana|decada",
        "fin de semana pasado|proximo", "pasado|proximo fin de semana",
        "ayer", "anteayer", "antier", "antes de ayer", "anoche", "el otro dia", "pasado manana", "manana por la manana",
        "manana", "hoy mismo", "esta misma semana",
        "hace _ dias|semanas|meses|anos|horas|decadas|siglos", "hace _ _ dias|semanas|meses|anos",
        "hace un|una dia|semana|mes|ano|hora|decada|siglo",
        "hace mas|menos de _ dias|semanas|meses|anos|ano|mes|semana",
        "hace poco|mucho", "hace unos|unas _ dias|semanas|meses|anos", "_ dias|semanas|meses|anos atras",
        "dentro de _ dias|semanas|meses|anos|ano|mes|semana", "en _ dias|semanas|meses mas",
        "estos|estas ultimos|ultimas dias|semanas|meses|anos", "ultimos|ultimas dias|semanas|meses|anos|decadas|horas",
        "ultimos|ultimas _ dias|semanas|meses|anos|horas", "_ ultimos|ultimas dias|semanas|meses|anos",
        "proximos|proximas dias|semanas|meses|anos", "proximos|proximas _ dias|semanas|meses|anos",
        "estos dias|meses|anos", "estas semanas", "vispera", "a mas tardar manana", "mas adelante este mes|ano",
        "desde hace _ dias|semanas|meses|anos",
    ),
    other_years=Cues(
        "ano anterior|siguiente|pasado|previo", "anos antes|atras|despues", "un ano antes|despues", "interanual*",
    ),
    seasons={"primavera": 1, "verano": 2, "otono": 3, "invierno": 4},
    before_noon=Cues("am", "a.m.", "a. m.", "de la manana"),
    after_noon=Cues("pm", "p.m.", "p. m.", "de la tarde|noche"),
    decades=Cues("anos", "decada|decenio de", "decada|decenio de los"),
    first_day=frozenset({"primero"}),
    moving=Cues(
        "este mes|ano|trimestre", "esta semana", "de este ano|mes", "mes|ano|trimestre pasado|proximo",
        "semana pasada|proxima", "pasado|proximo mes|ano", "mes|ano|semana que viene", "ayer",
    ),
    owners=frozenset({"su", "sus"}),
    moving_before=frozenset({"pasado", "proximo"}),
    moving_behind=frozenset({"pasado", "proximo"}),
    passing=Cues(
        "actualmente", "hoy", "hoy en dia", "hoy dia", "en la actualidad", "al presente", "en este momento",
        "en estos momentos", "recientemente", "ultimamente", "a dia de hoy",
        "ahora mismo", "estos dias", "al dia de hoy", "en la hora actual",
    ),
)  # fmt: skip
