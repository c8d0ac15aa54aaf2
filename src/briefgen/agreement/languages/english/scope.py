"""English: the words of all and some."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Scope

SCOPE = Scope(
    quantifiers=Cues(
        "predominant*", "predominate*", "mainly",
        "many", "several", "some", "most", "a number of", "an|a _ number of", "a few", "few", "a majority of",
        "the majority of", "a minority of",
        "part of", "parts of", "a handful of", "numerous", "various", "certain", "a large number of",
        "a small number of",
        "large numbers of", "a lot of", "half of", "not all", "a portion of", "much of", "a group of", "a share of",
        "majority", "minority", "one of", "two of", "mostly", "a good many", "a great many", "countless",
        "hardly any", "there are _ in which", "there are _ where", "there are|were", "for the most part",
        "a section of", "plenty of", "lots of", "a large part of", "a large share of", "nearly all", "almost all",
        "more than half",
        "dozens of", "hundreds of", "thousands of", "scores of", "a significant number of", "widespread",
        "a fraction of",
    ),
    majority=Cues("major*", "most"),
    universal=Cues(
        "all", "every", "everyone", "everybody", "entire", "whole", "always", "each", "everywhere", "nationwide",
        "throughout", "without exception", "unanimously", "unanimous", "across the country",
        "countrywide", "total",
    ),
    seeming_universal=Cues("everything points|suggests|indicates", "all the signs|evidence|indications", "all signs",
    "after all", "at all", "above all", "in all", "all but", "all the same", "as a whole"),
    parts=Cues(
        "member of", "belongs to",
        "members of", "a member of", "some of", "part of", "parts of", "elements of", "a faction of", "sections of",
        "a group of", "certain", "one of", "several of", "many of", "most of", "a wing of", "some",
        "a minority of", "a section of", "a branch of", "branches of", "individual", "a few of",
        "most", "segments of", "portions of", "some members of", "two of", "three of", "half of", "areas of",
    ),
    asked=Cues(
        "interview*", "questionnaire*",
        "respondents", "respondent", "surveyed", "of those asked", "interviewed", "interviewees", "polled", "sampled",
        "sample", "of those questioned", "who answered", "of the residents asked", "those asked", "in the survey",
        "participants",
        "who replied", "in the sample", "asked", "who responded", "survey", "poll", "said", "say", "questioned",
        "answers",
        "consulted", "of those who", "who took part",
    ),
    surveys=frozenset("survey poll sample".split()),
    narrow_places=Cues(
        "capital", "city", "town", "village", "district", "districts", "neighbourhood", "neighborhood",
        "neighbourhoods",
        "province", "region", "county", "municipality", "island", "port", "harbour", "suburb", "suburbs", "valley",
        "coast", "coastal", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "ward",
        "local", "urban", "rural", "city's", "capital's", "metropolitan", "parish", "borough", "downtown", "quarter",
        "camp", "street", "airport", "old town", "canton", "communes", "provinces", "regions", "lowland", "upland",
        "inner-city", "downstream", "upstream", "basin", "delta", "peninsula",
    ),
    wide_places=Cues(
        "country", "nation", "national", "nationally", "nationwide", "the country's", "countrywide",
        "across the country",
        "throughout the country", "the whole country", "worldwide", "global", "globally", "the world", "the continent",
        "region-wide", "citywide", "city-wide", "the whole city", "the entire city", "the region", "the province",
        "the state",
        "island-wide", "statewide", "the whole region", "the whole province", "everywhere", "the whole island",
        "regionwide",
    ),
    idle=Cues(
        "each other", "all time", "after all", "above all", "at all", "all right", "all but", "all in all",
        "all along",
    ),
    capitals=frozenset({"capital"}),
    each=frozenset("each every".split()),
    unanimity=Cues("unanim*"),
    exclusive=Cues("only", "solely", "exclusively", "alone", "nowhere else", "nobody else", "no one else", "no other"),
    outside=Cues("outside", "elsewhere", "beyond", "other than", "apart from", "except", "others", "no other", "rest"),
    indefinite=frozenset(),
    existing=frozenset({"there are", "there were"}),
    settlements=frozenset(
        "district districts department towns cities villages provinces regions counties town city village port island"
        " province region county municipality state canton commune parish camp peninsula valley".split()
    ),
)  # fmt: skip
