"""English: the words around numbers."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Amounts

_UNITS = {
    "knot": "knot", "knots": "knot", "kilometres per hour": "kmh", "kilometers per hour": "kmh", "kph": "kmh",
    "percent": "percent", "per cent": "percent", "pct": "percent", "percentage point": "point",
    "percentage points": "point", "points": "point", "point": "point",
    "basis points": "basis-point", "basis point": "basis-point", "pp": "point", "per thousand": "per-mille",
    "euro": "eur", "euros": "eur", "dollar": "dollar", "dollars": "dollar", "us dollars": "dollar",
    "pound": "pound", "pounds": "pound", "pounds sterling": "pound", "peso": "peso", "pesos": "peso",
    "francs": "franc", "crowns": "crown", "crown": "crown", "kroner": "crown", "krona": "crown", "rupees": "rupee",
    "rupee": "rupee",
    "shillings": "shilling", "rand": "rand", "rubles": "ruble", "roubles": "ruble", "yuan": "yuan", "lira": "lira",
    "liras": "lira",
    "dinars": "dinar", "dirhams": "dirham", "reais": "real", "zlotys": "zloty", "marks": "mark",
    "franc": "franc", "yen": "yen", "cents": "cent", "gourdes": "gourde",
    "second": "", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour",
    "day": "day", "days": "day", "night": "night", "nights": "night", "week": "week", "weeks": "week",
    "fortnight": "fortnight", "fortnights": "fortnight", "month": "month", "months": "month", "quarters": "quarter",
    "year": "year", "years": "year", "decade": "decade", "decades": "decade", "century": "century",
    "centuries": "century", "yr": "year", "yrs": "year", "hrs": "hour", "mins": "minute",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "kilometre": "km", "kilometres": "km", "kilometer": "km",
    "kilometers": "km", "mile": "mile", "miles": "mile", "centimetre": "cm", "centimetres": "cm", "centimeters": "cm",
    "millimetre": "mm", "millimetres": "mm", "millimeters": "mm", "foot": "foot", "feet": "foot", "inch": "inch",
    "inches": "inch", "gram": "g", "grams": "g", "grammes": "g", "kilogram": "kg", "kilograms": "kg", "kilos": "kg",
    "kilo": "kg", "kilogrammes": "kg", "tonne": "t", "tonnes": "t", "ton": "t", "tons": "t", "metric tons": "t",
    "milligrams": "mg", "hectare": "ha", "hectares": "ha", "acre": "acre", "acres": "acre", "litre": "l",
    "litres": "l", "liter": "l", "liters": "l", "gallon": "gallon", "gallons": "gallon", "barrel": "barrel",
    "barrels": "barrel", "cubic metre": "m3", "cubic metres": "m3", "cubic meters": "m3", "square metre": "m2",
    "square metres": "m2", "square meters": "m2", "square kilometre": "km2", "square kilometres": "km2",
    "square kilometers": "km2", "watt": "w", "watts": "w", "kilowatt": "kw", "kilowatts": "kw", "megawatt": "mw",
    "megawatts": "mw", "gigawatt": "gw", "gigawatts": "gw", "kilowatt hours": "kwh", "kilowatt hour": "kwh",
    "megawatt hours": "mwh", "gigawatt hours": "gwh", "terawatt hours": "twh", "degrees": "celsius",
    "degree": "celsius", "decibels": "db", "millilitres": "ml", "milliliters": "ml", "stone": "",
}  # fmt: skip
_COUNTED = {
    "person": (
        "people person persons residents inhabitants citizens villagers townspeople adults individuals respondents"
        " patients migrants refugees voters"
    ),
    "household": "household households families family",
    "dwelling": "dwelling dwellings homes house houses flats apartments properties",
    "building": "building buildings",
    "child": "child children pupils minors",
    "woman": "woman women girls",
    "man": "man men boys",
    "worker": "workers employees staff jobs nurses teachers doctors officers",
    "school": "school schools classrooms",
    "hospital": "hospital hospitals clinics clinic",
    "village": "village villages",
    "town": "town towns city cities municipalities",
    "district": "district districts neighbourhoods neighborhoods wards",
    "region": "region regions province provinces counties",
    "country": "country countries states nations",
    "vehicle": "vehicle vehicles cars buses lorries trucks",
    "death": "death deaths dead killed fatalities",
    "injury": "injured injuries wounded",
    "case": "case cases infections",
    "vote": "vote votes ballots",
    "company": "company companies firms businesses",
}

AMOUNTS = Amounts(
    units=_UNITS,
    counted={
        word: "household" if kind == "dwelling" else kind for kind, words in _COUNTED.items() for word in words.split()
    },
    per={
        "hour": Cues("an hour", "per hour", "hourly", "each hour", "every hour", "/h"),
        "day": Cues("a day", "per day", "daily", "each day", "every day", "per person per day"),
        "night": Cues("a night", "per night", "nightly", "each night", "every night"),
        "week": Cues("a week", "per week", "weekly", "each week", "every week"),
        "month": Cues("a month", "per month", "monthly", "each month", "every month"),
        "year": Cues("a year", "per year", "yearly", "annually", "each year", "every year", "per annum", "annual"),
    },
    more=Cues("more", "higher", "above", "extra", "additional", "longer", "over"),
    difference_gap=0,
    fewer=Cues("fewer", "less", "cheaper", "lower", "below", "short of", "under"),
    about=Cues(
        "about", "around", "roughly", "approximately", "approx", "some", "circa", "an estimated", "estimated",
        "estimated at", "estimated to _", "in the region of",
        "nearly", "almost", "something like", "close to", "or so", "or thereabouts", "broadly",
        "in the order of", "on the order of", "more or less", "ca",
    ),
    estimating=Cues("estimat*", "put|puts|putting at", "put|puts _ at", "put|puts the _ at", "put|puts the _ _ at",
    "reckon*", "calculat*", "guess*"),
    least=Cues(
        "higher than", "larger than", "longer than", "older than", "bigger than", "taller than", "heavier than",
        "more than", "at least", "over", "above", "exceeding", "upwards of", "no fewer than", "no less than",
        "or more", "or higher",
        "a minimum of", "not less than", "in excess of", "well over", "just over", "slightly more than",
        "a little over",
        "over|above the age of", "aged over", "exceeds", "exceeded", "greater than", "beyond", "minimum",
    ),
    most=Cues(
        "lower than", "smaller than", "shorter than", "younger than", "cheaper than", "lighter than",
        "less than", "fewer than", "at most", "up to", "under", "below", "no more than", "just under",
        "as many as", "as much as", "a maximum of", "not more than", "or less", "or fewer", "well under",
        "slightly less than",
        "below|under the age of", "younger than", "aged under", "does|do|did|would not exceed", "not exceed",
        "maximum", "close on", "not exceeding", "as long as", "just short of", "short of", "a little under",
        "little under",
        "not quite", "no longer than", "not above", "at the most", "a shade under", "not even",
    ),
    behind_numbers=Cues(
        "at the most", "at the least", "or so", "or more", "or higher", "or less", "or fewer", "at least", "at most",
        "approx*",
    ),
    behind_nouns=Cues("at least", "at most", "or more", "or higher", "or fewer", "or less"),
    terms=frozenset("half quarter semester term".split()),
    year_parts={"quarter": 3, "trimester": 3, "half": 6, "semester": 6},
    rest=Cues("rest", "others", "remainder", "remaining"),
    parting=Cues("and", "but", "while", "whereas", "against", "compared with"
    "|to", "up from", "down from", "versus", "from", "to", "after", "before", "rather than", "than"),
    spanning=frozenset({"over"}),
)  # fmt: skip
