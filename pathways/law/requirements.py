"""The general requirements of §§ 5, 79, 80 and 81 AufenthG that the eight titles share, and how they are waived."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import ALWAYS, AS_OF, Condition, all_of, finer_first, unless_known
from pathways.engine.criteria import NOT_ASKED, extension, formal, information, waivable
from pathways.engine.dated import Span
from pathways.engine.days import years
from pathways.engine.pathway import Criterion, Cure, Dispute, Manner, Remedy, Waiver
from pathways.law.facts import (
    APPLICATION_FILED_ON,
    ASYLUM_HISTORY,
    BIRTH_DATE,
    CRIMINAL_RECORD,
    CURRENT_TITLE_NORM,
    DECEPTION_OR_REFUSAL_TO_COOPERATE,
    ENFORCEABLY_REQUIRED_TO_LEAVE,
    ENTRY_MODE,
    EXPULSION_ORDER,
    IDENTITY_CLARIFIED,
    IDENTITY_EFFORTS_DOCUMENTED,
    LEGAL_REPRESENTATION,
    LIVELIHOOD_SECURED,
    NATIONALITY,
    PASSPORT_STATE,
    PASSPORT_VALID,
    PENDING_CRIMINAL_CASE,
    SPONSOR_DECLARATION,
    SPONSOR_MEANS,
    TITLE_REASONS_PERSIST,
    TITLE_TOTAL_OVER_6_MONTHS,
    UNACCOMPANIED_MINOR,
)
from pathways.law.situations import ABROAD, EXTINGUISHED_BY_ASYLUM, VISA_APPLIED_FOR
from pathways.law.sources import asylg, aufenthg, aufenthv, avwv, wd_fn

MAY_WAIVE = Waiver(Manner.MAY, (aufenthg("5", 3, 2),), "Ermessen")
MUST_WAIVE = Waiver(Manner.MUST, (aufenthg("5", 3, 1),), "gebunden")
MAY_WAIVE_VISA = Waiver(
    Manner.MAY,
    (aufenthg("5", 2, 2),),
    "Ermessen; ist das Nachholen des Visumverfahrens im Einzelfall unzumutbar, ist davon abzusehen",
)

MINOR_ALONE = LEGAL_REPRESENTATION.among("minor_without_representative") | UNACCOMPANIED_MINOR.yes

CAPACITY = formal(
    "g_capacity",
    "Die Person ist handlungsfähig oder wird gesetzlich vertreten.",
    cite=aufenthg("80", "1, 4"),
    holds=BIRTH_DATE.by(AS_OF - years(18))
    | LEGAL_REPRESENTATION.among("adult", "minor_with_parents", "minor_with_guardian", "adult_with_care"),
    considers=(UNACCOMPANIED_MINOR,),
    remedies=(Remedy("Zuerst Vormundschaft oder Vertretung klären (Jugendamt).", (aufenthg("80", 4),), MINOR_ALONE),),
    proof=("Geburtsurkunde", "Bestellung des Vormunds"),
)

APPLICATION = formal(
    "g_application",
    "Der Titel ist beantragt; im Ausland förmlich als Visum bei der Auslandsvertretung.",
    cite=(aufenthg("81", 1), aufenthg("6", 3)),
    holds=(ABROAD & VISA_APPLIED_FOR) | (~ABROAD & APPLICATION_FILED_ON.known),
    remedies=(Remedy("Antrag stellen; ohne Antrag gibt es keinen Titel.", (aufenthg("81", 1),)),),
    proof=("Antragskopie", "Fax- oder Portalbestätigung"),
    sources=(wd_fn(9),),
)

NATIONALITY_VAGUE = NATIONALITY.among("unclear", "stateless")

IDENTITY = waivable(
    "g_identity",
    "Identität und – ohne Rückkehrrecht in einen anderen Staat – Staatsangehörigkeit sind in der Regel geklärt.",
    cite=aufenthg("5", 1, nr="1a"),
    holds=unless_known(NATIONALITY, ~NATIONALITY_VAGUE) & IDENTITY_CLARIFIED.yes,
    fails_on=unless_known(NATIONALITY, ~NATIONALITY_VAGUE) & IDENTITY_CLARIFIED.no,
    waiver=MAY_WAIVE,
    considers=(IDENTITY_EFFORTS_DOCUMENTED,),
    remedies=(
        Remedy(
            "Klärung der Staatsangehörigkeit oder Staatenlosigkeit belegen.", (aufenthg("5", 3),), NATIONALITY_VAGUE
        ),
        Remedy("Alle Bemühungen um Papiere belegen; Absehen beantragen.", (aufenthg("5", 3),), IDENTITY_CLARIFIED.no),
    ),
    proof=("Pass", "Personalausweis", "Geburtsurkunde", "Schriftwechsel mit der Botschaft"),
    span=Span(date(2007, 8, 28), unverified=True),
    unverified="Beginn von § 5 Abs. 1 Nr. 1a (28.8.2007) aus dem Gedächtnis",
)

PASSPORT = waivable(
    "g_passport",
    "Die Passpflicht wird in der Regel erfüllt (Pass, Passersatz oder Ausweisersatz).",
    cite=(aufenthg("5", 1, nr=4), aufenthg("3"), aufenthg("48", 2), aufenthg("50", 5)),
    # A passport kept by the authority still is one, § 50 Abs. 5.
    holds=finer_first(PASSPORT_STATE, PASSPORT_STATE.among("valid", "withheld_by_authority"), PASSPORT_VALID.yes),
    waiver=MAY_WAIVE,
    considers=(IDENTITY_EFFORTS_DOCUMENTED,),
    remedies=(
        Remedy(
            "Ist ein Pass nicht zumutbar zu bekommen: Reiseausweis für Ausländer beantragen, Bemühungen belegen.",
            (aufenthv("5"), aufenthv("6")),
        ),
    ),
    proof=("Pass", "Belege der Bemühungen", "Gründe, warum die Botschaft unzumutbar ist"),
)

SPONSORED = SPONSOR_DECLARATION.among("signed") & SPONSOR_MEANS.among("sufficient")

LIVELIHOOD = waivable(
    "g_livelihood",
    "Der Lebensunterhalt ist in der Regel gesichert.",
    cite=(aufenthg("5", 1, nr=1), aufenthg("2", 3)),
    holds=LIVELIHOOD_SECURED.among("yes") | SPONSORED,
    # The waiver has to be seen at once, not only when nobody is found to sign a declaration.
    fails_on=LIVELIHOOD_SECURED.among("no") & unless_known(SPONSOR_DECLARATION, ~SPONSORED),
    waiver=MAY_WAIVE,
    remedies=(
        Remedy("Verpflichtungserklärung oder Absehen prüfen.", (aufenthg("68"), aufenthg("5", 3))),
        Remedy(
            "Teilweise gesichert: aufschlüsseln, was fehlt und wie lange.",
            (aufenthg("2", 3),),
            LIVELIHOOD_SECURED.among("partly"),
        ),
    ),
    proof=("Lohnabrechnungen", "Arbeitsvertrag", "Krankenversicherung", "Verpflichtungserklärung"),
    sources=(avwv("25.4.1.2"),),
)

# § 54 Abs. 2 Nr. 7, 8, 10 need no conviction: an unlawful entry or stay leaves the requirement open.
NO_UNLAWFUL_ENTRY_OR_STAY = ABROAD | (
    EXPULSION_ORDER.no & ENTRY_MODE.not_among("no_visa_or_title") & ENFORCEABLY_REQUIRED_TO_LEAVE.no
)

NO_EXPULSION_INTEREST = waivable(
    "g_no_expulsion_interest",
    "In der Regel besteht kein Ausweisungsinteresse.",
    cite=(aufenthg("5", 1, nr=2), aufenthg("54")),
    holds=CRIMINAL_RECORD.among("none") & DECEPTION_OR_REFUSAL_TO_COOPERATE.no & NO_UNLAWFUL_ENTRY_OR_STAY,
    fails_on=CRIMINAL_RECORD.among("higher_fine", "custodial_suspended", "custodial", "youth_sentence")
    | (~ABROAD & EXPULSION_ORDER.yes),
    waiver=MAY_WAIVE,
    remedies=(
        Remedy(
            "Urteile, Einstellungen und getilgte Einträge prüfen; Absehen beantragen.",
            (aufenthg("5", 3), aufenthg("54", 2, nr="7, 8, 10")),
        ),
    ),
    proof=("Registerauszug", "Urteile", "Einstellungsbescheide"),
    sources=(aufenthg("5", 3, 3), aufenthg("54", 2, nr="7, 8, 10")),
    hint="Abstrakte Prüfung; eine unerlaubte Einreise oder ein unerlaubter Aufenthalt genügt auch ohne Verurteilung. "
    "Bis 31.12.2015: Ausweisungsgründe §§ 53–55 a.F. [UNVERIFIED]",
)

NO_OTHER_INTEREST = waivable(
    "g_no_other_interest",
    "Sonstige Interessen der Bundesrepublik werden nicht beeinträchtigt (nur, soweit kein Anspruch besteht).",
    cite=aufenthg("5", 1, nr=3),
    holds=ALWAYS,
    waiver=MAY_WAIVE,
    hint="Wird nicht abgefragt; Zweifel in der Notiz festhalten.",
)

VISA = waivable(
    "g_visa",
    "Die Person ist mit dem erforderlichen Visum eingereist und hat die Angaben schon im Visumantrag gemacht.",
    cite=(aufenthg("5", 2, 1, nr="1, 2"), aufenthv("39 ff.")),
    holds=ABROAD | ENTRY_MODE.among("born_in_germany", "national_visa"),
    in_extension=NOT_ASKED,
    waiver=MAY_WAIVE_VISA,
    proof=("Visum", "Einreisestempel"),
    hint="Pflicht, keine Regel. Bis zu einer Änderung zwischen 3/2022 und 5/2026 ein einheitliches „kann“; "
    "seither zwei getrennte Fälle [Tag UNVERIFIED].",
)

BIOMETRICS = formal(
    "g_biometrics",
    "Eine nötige erkennungsdienstliche Behandlung ist nachgeholt.",
    cite=(aufenthg("81", 7), aufenthg("49", 5, nr="3, 5, 6"), aufenthg("49", "8, 9")),
    proof=("Bescheinigung über die erkennungsdienstliche Behandlung",),
)

PENDING_PROCEEDINGS = information(
    "g_pending_criminal",
    "Läuft ein Strafverfahren gegen die Person, wird die Entscheidung ausgesetzt, wenn es auf den Ausgang ankommt.",
    cite=aufenthg("79", 2),
    trigger=PENDING_CRIMINAL_CASE.yes,
    proof=("Schreiben der Staatsanwaltschaft",),
)

LAPSE_BY_ASYLUM = information(
    "g_lapse_by_asylum",
    "Ein Asylantrag bringt diesen Titel kraft Gesetzes zum Erlöschen. Vor jedem Asylantrag beraten; ist er schon "
    "gestellt: klären, ob vor oder nach der Erteilung – nur ein späterer löscht den Titel.",
    cite=(aufenthg("51", 1, nr=8), asylg("55", 2)),
    trigger=CURRENT_TITLE_NORM.among(*EXTINGUISHED_BY_ASYLUM) & ASYLUM_HISTORY.among("intends", "pending"),
    considers=(TITLE_TOTAL_OVER_6_MONTHS,),
    sources=(avwv("51.1.0.1"),),
)

GROUND_PERSISTS = extension(
    "g_ground_persists",
    "Ausreisehindernis oder sonstige Gründe der Erteilung bestehen fort.",
    cite=(aufenthg("26", 2), aufenthg("8", 1)),
    holds=TITLE_REASONS_PERSIST.yes,
    remedies=(
        Remedy(
            "Anderen Titel prüfen, bevor dieser abläuft.", (aufenthg("26", 2),), TITLE_REASONS_PERSIST.no, Cure.FIXED
        ),
    ),
    proof=("aktuelle Belege der Gründe",),
    sources=(wd_fn(8),),
)
# § 22 S. 2 and § 23 Abs. 1: the declaration or the order decides; § 25 Abs. 4a S. 1: the criminal proceedings do.
GROUND_PERSISTS_OR_OPEN = GROUND_PERSISTS.but(
    contested=Remedy(
        "Erklärung, Anordnung oder Strafverfahren entscheiden, ob der Titel weiterläuft; Belege beschaffen.",
        (aufenthg("26", 2), aufenthg("8", 1)),
    ),
    remedies=(),
)


def section_5(waiver: Waiver, visa: Waiver | None = MAY_WAIVE_VISA) -> tuple[Criterion, ...]:
    """§ 5 Abs. 1 Nr. 1, 1a, 2, 3, 4 and Abs. 2 with the title's waiver; ``visa`` None: Abs. 2 is not asked at all."""
    waived = tuple(
        criterion.but(waiver=waiver) for criterion in (IDENTITY, PASSPORT, LIVELIHOOD, NO_EXPULSION_INTEREST)
    )
    other = NO_OTHER_INTEREST if waiver.manner is Manner.MAY else NO_OTHER_INTEREST.but(waiver=None)
    return (*waived, other) if visa is None else (*waived, other, VISA.but(waiver=visa))


def disputed_section_5(dispute: Dispute) -> tuple[Criterion, ...]:
    """§ 5 where it is disputed whether it applies: what would be no stays open and the waiver is named all the same."""
    return tuple(criterion.but(contested=dispute) for criterion in section_5(MAY_WAIVE, visa=None))


def _holds(criterion: Criterion) -> Condition:
    if criterion.rule is None:
        raise TypeError(f"{criterion.id} carries no demand")
    return criterion.rule.holds


# BVerwG 17.12.2015 – 1 C 31.14, LS 2: a gesetzlicher Anspruch needs all mandatory and rule conditions, without waiver.
STRICT_CLAIM = all_of(*(_holds(criterion) for criterion in (LIVELIHOOD, IDENTITY, NO_EXPULSION_INTEREST, PASSPORT)))
