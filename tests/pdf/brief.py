# ruff: noqa: E501  (cells are as long as their sentences)
"""A brief with everything that a brief has, as a person would write it."""

from tests.factory import C, H, P, R, T, box, bullets, computed, figure, table

from briefgen.document import (
    Caption,
    Cell,
    Column,
    Contents,
    Document,
    Item,
    List,
    Note,
    PageBreak,
    Paragraph,
    Properties,
    Quotation,
    Reference,
    Row,
    Running,
    Table,
    TitleBlock,
    TitleEntry,
)  # fmt: skip


def _cell(text: str, ground: str = "") -> Cell:
    return Cell((P(text),), ground=ground)  # type: ignore[arg-type]


_COMPARISON = Table(
    (Column(), Column(), Column(), Column()),
    (Row((C("Criterion and weight", header=True), C("No action", header=True), C("Assessment team", header=True),
          C("Multinational force", header=True))),),
    (
        Row((C("Humanitarian relief [25]{muted}", header=True), C("[▽]{sign against} [inferred: the crisis goes on]{inferred}"),
             C("[not stated]{muted}"), _cell("[▼]{sign against} “credible evidence” ties an earlier mission’s troops to "
             "the 2010 cholera^4", "against"))),
        Row((C("Security [25]{muted}", header=True), C("[▽]{sign against} [inferred: two-thirds of the capital held]{inferred}^5"),
             C("[not stated]{muted}"), C("[▽]{sign against} [inferred from a question]{inferred}^6"))),
        Row((C("Popular acceptance [20]{muted}", header=True), C("[not stated]{muted}"), C("[not stated]{muted}"),
             _cell("[▼]{sign against} “many people” reject the idea^3.2", "against"))),
        Row((C("Precedent [10]{muted}", header=True), C("[not stated]{muted}"), C("[not stated]{muted}"),
             _cell("[▼]{sign against} MINUSTAH ended “deeply unpopular”^7", "against"))),
        Row((C("Relations with the US [20]{muted}", header=True), C("[▽]{sign against} [inferred: reads as a refusal]{inferred}"),
             _cell("[▲]{sign for} avoids “a flat-out refusal”^8", "for"), C("[not stated]{muted}"))),
    ),
    Caption("Table 2", T("Options by criterion: evidence gathers on the risks of a force, and on little else")),
    (P("▲ speaks for, ▼ speaks against, ▽ inferred by the author. Weights add to 100. Evidenced cells carry 25\u202f% of the "
       "weight: too little to rank.", "small"),),
    "comparison",
    "Five criteria as rows, three options as columns.",
)  # fmt: skip

_NOTES = (
    "The article, line 1: “Ottawa has agreed to send an ‘assessment team’ to Haiti”.",
    "Same: Prime Minister Ariel Henry and 18 top-ranking officials “formally requested international troops”.",
    "Same: “many people reject the idea of international intervention”.",
    "Line 8: “credible evidence that its troops caused a 2010 cholera epidemic”.",
    "Line 3: “gangs have seized about two-thirds of the Haitian capital”, CBC Canada News.",
    "Line 18: “How is an intervention going to deal with a government […]?”, Monique Clesca.",
    "Line 8: “deeply unpopular by the time it ended in 2017”.",
    "Line 1: “rather than give the U.S. a flat-out refusal”.",
    "Line 13: “So far, the vehicles have not been used for either purpose.” Which two is not clear from the text.",
)

_LONG = (
    "The request was made by the Prime Minister and 18 officials; it has not been put to a parliament, because none is "
    "sitting.^2.2 Those who oppose it say that a government without a mandate cannot invite a force, and that earlier missions "
    "left the country with fewer institutions than they had found. [A force that is seen as a support of the government is "
    "likely to meet resistance.]{judgement} [The police keep their present strength through the winter.]{assumption} What a "
    "team could learn in two weeks, and whom it would have to hear, is set out in *Gaps*."
)


def brief(sections: int = 1) -> Document:
    """The brief; `sections` repeats its second half, for a longer one."""
    blocks = [
        TitleBlock(
            T("Options paper"),
            T("Haiti: answering the request for an international force"),
            T("Should Canada do nothing more, send an assessment team, or join a multinational force?"),
            (
                TitleEntry(T("For decision by"), T("Minister of Foreign Affairs")),
                TitleEntry(T("Decide by"), T("15 November 2022")),
                TitleEntry(T("Evidence as of"), T("28 October 2022")),
                TitleEntry(T("Rests on"), (R("1 source, "), computed("32 facts"))),
            ),
        ),
        box(
            "Bottom line",
            P("Send the assessment team that Ottawa has already agreed to,^1 and decide on a force on what it finds. The "
              "Haitian government asks for troops;^2 “many people” reject intervention.^3"),
            P("**Judgement.** Likely (55–80\u202f%) that a force sent now meets popular opposition. **Confidence** low: "
              "one secondary source, no poll.", "small"),
        ),
        table(
            "Option | What it means | Stated positions | Evidence",
            "No action | Nothing beyond the vehicles delivered and the relief groups at work. | [–]{sign} none | 0 of 5 criteria",
            "Assessment team | Ottawa sends an assessment team; its size and mandate are not stated. | [▲ Canada]{sign for} | 1 of 5 criteria",
            "Multinational force | The international troops that Haiti’s government asked for. | [▲ Haitian gov’t]{sign for} [▼ many people]{sign against} | 3 of 5 criteria",
            caption="Table 1: The options at a glance: only one of them has both a sponsor and no stated opponent",
            anchor="glance",
        ),
        Paragraph((*T("The article does not carry a ranking: 11 of 15 cells in Table 2 rest on inference or on nothing. What would "
                      "have to be known is listed in *Gaps*, page "), Reference("gaps", "–"), R(".")), "small"),
        Contents(T("Contents"), 2),
        PageBreak(),
        H("How the options compare"),
        P("Each cell says what the evidence supports, and how far. An empty cell is empty: nothing was found, and nothing was "
          "assumed in its place.", "lead"),
        _COMPARISON,
        table(
            "Party | No action | Assessment team | Force",
            "Haitian government (Ariel Henry) | [▽ against, inferred]{sign against} | – | [▲ supports]{sign for}",
            "Canada | – | [▲ supports]{sign for} | [◇ reluctant, inferred]{sign mixed}",
            "“Many people” in Haiti | – | – | [▼ oppose]{sign against}",
            "United States | – | – | [◇ inferred]{sign mixed}",
            "Monique Clesca, Montana Group | – | – | [▽ sceptical, inferred]{sign against}",
            caption="Table 3: Where the parties stand: three positions are on record, four are inferred", aligns="lccc",
        ),
        H("What would change this", 2),
        bullets("**For a force:** a request by a government that Haitians accept, or the police using the vehicles for their "
                "stated purpose.^9", "**For no action:** the team reports that blockades are lifting without outside help."),
    ]  # fmt: skip
    for turn in range(sections):
        mark = f"-{turn}" if turn else ""
        blocks += [
            H("Background", 1, "background" + mark),
            P(_LONG),
            P(_LONG + " Its terms are published on [the department’s page](https://www.international.gc.ca/haiti), and the law that "
              "binds it is cited there; see [the comparison](#comparison)."),
            Quotation((Paragraph((R("Le gouvernement d’Haïti demande une force spécialisée", lang="fr-CA"),
                                  R(", the request begins; it names neither a size nor an end."))),),
                      T("Council of Ministers, 7 October 2022")),
            H("What each option asks for", 2, "asks" + mark),
            List((
                Item((P("**Assessment team.** Two weeks, and a list of questions agreed beforehand:"),
                      List((Item((P("who speaks for the parties that are not in government,"),)),
                            Item((P("what the police did with the vehicles, and what they would need to hold a road open,"),)),
                            Item((P("how relief groups reach the quarters that gangs hold."),)))))),
                Item((P("**Multinational force.** A mandate, a lead nation, and rules of engagement that keep it out of politics."),)),
                Item((P("**No action.** Nothing but the deliveries under way."),)),
            ), ordered=True),
            figure("Bar chart: of seven positions, three are on record and four inferred.", "Figure 1: Three of seven positions are on record",
                   "positions" + mark, 1200, 420),
            H("Risks", 2, "risks" + mark),
            P(_LONG),
            table(
                "Risk | Likelihood | What would show it | Owner",
                *(f"{risk} | {likelihood} | {sign} | {owner}" for risk, likelihood, sign, owner in (
                    ("The team is seen as the vanguard of a force", "Likely", "Statements by parties outside government; demonstrations on arrival", "Embassy"),
                    ("The vehicles are taken or turned against protesters", "Even chance", "Reports by relief groups and the police’s own log of deployments", "Police advisers"),
                    ("Cholera is brought in again", "Very unlikely", "Screening of each member before departure; waste treatment inspected", "Health"),
                    ("Washington announces a force before the team reports", "Unlikely", "Security Council agenda; calls between capitals", "Mission in New York"),
                )), caption="Table 4: Each risk has a sign that would show it early", anchor="risks-table" + mark),
            box("Remark", P("The article was written a week before the request; where it speaks of plans, they may be out of date."), kind="remark"),
            H("Gaps", 1, "gaps" + mark),
            P("Three things would have to be known before the options could be ranked: what the team would bring, what people in the "
              "quarters concerned want, and who would command. " + _LONG),
            bullets("no poll is cited,", "no cost is given,", "the mandate is not stated.", ordered=True),
        ]  # fmt: skip
    return Document(
        "en-CA",
        Properties("Haiti: answering the request for an international force", "Global Affairs Canada", "Options paper",
                   ("Haiti", "options"), "2022-10-28"),
        Running(T("Haiti: answering the request for an international force"), T("Options paper · edition 1 · as of 28 October 2022"),
                "{page} of {pages}", "TLP:CLEAR", "#FFFFFF", "Draft"),
        tuple(blocks),
        tuple(Note(number, T(text)) for number, text in enumerate(_NOTES, 1)),
    )  # fmt: skip
