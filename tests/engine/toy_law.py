"""The toy law: two garden leases with criteria of every kind, two modes, waivers, disputes, remedies and routes."""

from __future__ import annotations

from datetime import date

from pathways.engine.citations import Citation, Source, SourceKind
from pathways.engine.conditions import ALWAYS, AS_OF, finer_first
from pathways.engine.criteria import (
    NOT_ASKED,
    as_a_rule,
    bar,
    extension,
    factor,
    formal,
    information,
    land_ground,
    mandatory,
    step,
    waivable,
)
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.days import PartialDay, days, months, weeks, years
from pathways.engine.facts import Value
from pathways.engine.lawbook import Change, Lawbook
from pathways.engine.pathway import (
    Cure,
    Dispute,
    Disputed,
    Grant,
    Indication,
    Manner,
    Mode,
    ModeRow,
    Pathway,
    Position,
    Remedy,
    Rule,
    Side,
    Waiver,
)
from pathways.engine.routes import Deadline, Due, Referral, Wording
from tests.engine import toy_facts as f

ORDER = Source("order", SourceKind.STATUTE, "GartO")


def rule(number: str, *, unverified: bool = False) -> Citation:
    return Citation(ORDER, f"§ {number} GartO", unverified=unverified)


LIFTING = Remedy("Aufhebung des Verbots beantragen", (rule("9 Abs. 2"),))
NEIGHBOURS = Dispute(
    1,
    "Gilt die Ordnung für Nachbarn?",
    (Position("Sie gilt.", (rule("1"),)), Position("Sie gilt nicht.", (rule("2"),))),
)
NEED_DISPUTE = Dispute(2, "Genügt Liebhaberei?", (Position("Sie genügt."), Position("Sie genügt nicht.")))

SCOPE = mandatory(
    "g_scope", "fällt unter die Ordnung", cite=rule("1"), holds=f.NEIGHBOUR.among("no"), contested=NEIGHBOURS
)
FULL_AGE = mandatory(
    "g_age",
    "ist volljährig",
    cite=rule("2"),
    holds=f.BIRTH.lasted(years(18)),
    remedies=(Remedy("Abwarten bis zum 18. Geburtstag", cure=Cure.TIME),),
)
LAPSE = information("g_lapse", "Wer kündigt, verliert den Platz.", cite=rule("20"), trigger=f.HOLDS.among("plot"))

PLOT = Pathway(
    id="plot",
    title="Gartenpacht",
    cite=rule("3"),
    grant=Dated(
        (
            Edition(Grant.MAY, Span(date(2000, 1, 1), date(2019, 12, 31))),
            Edition(Grant.SHOULD, Span(date(2020, 1, 1))),
        )
    ),
    consequence="soll erteilt werden",
    modes=(
        ModeRow(f.REQUEST.among("first"), Mode.FIRST_GRANT),
        ModeRow(f.HOLDS.among("plot"), Mode.EXTENSION),
        ModeRow(
            (~f.HOLDS.known | f.HOLDS.among("unclear")) & (f.LEASE_RUNS.yes | f.REQUEST.among("renewal")),
            Mode.FIRST_GRANT,
            softens=True,
        ),
        ModeRow(ALWAYS, Mode.FIRST_GRANT),
    ),
    title_norm=f.HOLDS,
    criteria=(
        SCOPE,
        mandatory("resident", "wohnt in der Stadt", cite=rule("3"), holds=f.RESIDENT.yes, in_extension=NOT_ASKED),
        FULL_AGE,
        mandatory(
            "need",
            "hat dringenden Bedarf",
            cite=rule("4", unverified=True),
            holds=f.NEED.judged,
            in_extension=Rule(f.NEED.judged | f.STILL_USED.yes),
            disputed=(Disputed(NEED_DISPUTE, f.REASONS.only("hobby")),),
            speaks=(
                Indication("A+1", Side.FOR, "Kinder im Haushalt", f.REASONS.among("family"), (rule("4"),)),
                Indication("A-1", Side.AGAINST, "nur Liebhaberei", f.REASONS.within("hobby")),
                Indication(None, Side.AGAINST, "Wartezeit unbelegt", f.WAITS_SINCE.missing),
            ),
            considers=(f.REASONS,),
        ),
        step(
            "allotted",
            "ist zugeteilt",
            cite=rule("5"),
            done=f.STAGE.among("granted"),
            fails_on=f.STAGE.among("refused") & f.NEW_REASONS.no,
            in_extension=NOT_ASKED,
            remedies=(Remedy("Zuteilung beantragen", when=f.STAGE.among("none")),),
        ),
        bar("not_banned", "hat kein Gartenverbot", cite=rule("9"), holds=f.BANNED.no, contested=LIFTING),
        bar("no_other", "hat keinen anderen Garten", cite=rule("10"), holds=f.OTHER_PLOT.no),
        as_a_rule(
            "conduct",
            "hat sich an die Ordnung gehalten",
            cite=rule("11"),
            no_hit=f.OFFENCE.among("none", "minor"),
            hit=f.OFFENCE.among("grave"),
        ),
        land_ground("quota", "der Bezirk hat Plätze", cite=rule("12"), no_hit=f.DISTRICT_FULL.no),
        mandatory(
            "waited",
            "hat fünf Jahre gewartet",
            cite=rule("13"),
            holds=f.WAITS_SINCE.lasted(years(5)),
            span=Span(date(2021, 1, 1)),
            in_extension=NOT_ASKED,
        ),
        waivable(
            "fee",
            "hat den Beitrag bezahlt",
            cite=rule("14"),
            holds=f.FEE_PAID.yes,
            waiver=Waiver(Manner.MAY, (rule("14 Abs. 2"),)),
        ),
        waivable(
            "card",
            "hat einen gültigen Ausweis",
            cite=(rule("15"), rule("16")),
            holds=finer_first(f.CARD_STATE, f.CARD_STATE.among("valid"), f.CARD_VALID.yes),
            waiver=Waiver(Manner.MUST, (rule("15 Abs. 3"),)),
        ),
        extension("used", "nutzt den Garten", cite=rule("17"), holds=f.STILL_USED.yes),
        factor("order", "hält Ordnung", cite=rule("18"), considers=(f.MEMBER_SINCE,)),
        formal("form", "hat das Formular ausgefüllt", cite=rule("19"), holds=f.FORM_FILLED.yes),
        LAPSE,
        information("rent", "Die Pacht steigt jährlich.", cite=rule("21")),
    ),
)

LOAN = Pathway(
    id="loan",
    title="Leihbeet",
    cite=rule("30"),
    grant=Dated((Edition(Grant.SHALL, Span(date(2010, 1, 1), date(2025, 12, 31))),)),
    consequence="ist zu überlassen",
    modes=(ModeRow(ALWAYS, Mode.FIRST_GRANT),),
    title_norm=f.HOLDS,
    criteria=(
        SCOPE,
        mandatory("loan_member", "ist Mitglied", cite=rule("31"), holds=f.MEMBER_SINCE.by(AS_OF)),
        bar("loan_no_other", "hat keinen Garten", cite=rule("32"), holds=f.OTHER_PLOT.no & f.HOLDS.among("none")),
        LAPSE,
    ),
)

REPLY = Deadline(
    id="d_reply",
    title="Widerspruch",
    when=f.STAGE.among("refused"),
    due=(Due(f.SERVED_ON, months(1), instead=((f.INSTRUCTED.no, years(1)),)),),
    wordings=(
        Wording("Widerspruch beim alten Amt", (rule("40"),), span=Span(until=date(2019, 12, 31))),
        Wording("Widerspruch mit Antrag auf Aufschub", (rule("41"),), when=f.LEASE_RUNS.yes),
        Wording("Widerspruch beim Gartenamt", (rule("40"),)),
    ),
)
PICK_UP = Deadline(
    id="d_pick_up",
    title="Schlüssel abholen",
    when=f.STAGE.among("granted"),
    due=(Due(f.SERVED_ON, weeks(2)), Due(f.MEMBER_SINCE, days(10), when=f.FEE_PAID.yes)),
    wordings=(Wording("Schlüssel abholen", (rule("42"),)),),
)
AT_ONCE = Deadline(
    id="d_at_once", title="Räumen", when=f.BANNED.yes, wordings=(Wording("Sofort räumen", (rule("43"),)),)
)

BALCONY = Referral(
    id="r_balcony",
    group="other",
    title="Balkonkasten",
    says="Ein Balkonkasten braucht keine Erlaubnis.",
    when=f.REASONS.among("hobby", "health") & (~f.OTHER_PLOT.yes | f.DISTRICT_FULL.yes),
    cite=(rule("50"),),
)
OLD_ROUTE = Referral(
    id="r_old",
    group="other",
    title="Altfallregelung",
    says="Altfälle bis 2022.",
    when=~f.RESIDENT.no,
    cite=(rule("51"),),
    span=Span(until=date(2022, 12, 31)),
)

LAWBOOK = Lawbook(
    facts=f.FACTS,
    asked_if=f.ASKED_IF,
    pathways=(PLOT, LOAN),
    deadlines=(REPLY, PICK_UP, AT_ONCE),
    referrals=(BALCONY, OLD_ROUTE),
    changes=(
        Change(f.RESIDENT, True, "In die Stadt ziehen"),
        Change(f.OTHER_PLOT, False, "Den anderen Garten abgeben"),
        Change(f.HOLDS, "none", "Die Pacht kündigen"),
        Change(f.STAGE, "filed", "Neu beantragen"),
    ),
)

# Answers under which the first grant, and the extension, of the plot are met on any day since 2021.
FIRST_MET: dict[str, Value] = {
    "resident": True,
    "request": "first",
    "stage": "granted",
    "need": True,
    "birth": PartialDay.parse("1980"),
    "waits_since": PartialDay.parse("2010-06"),
    "banned": False,
    "other_plot": False,
    "offence": "none",
    "district_full": False,
    "neighbour": "no",
}
EXTENSION_MET: dict[str, Value] = {
    "holds": "plot",
    "birth": PartialDay.parse("1980"),
    "banned": False,
    "other_plot": False,
    "offence": "none",
    "district_full": False,
    "neighbour": "no",
    "still_used": True,
}
