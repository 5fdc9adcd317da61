"""When the duty to leave is enforceable (§ 58 Abs. 2 AufenthG): the table from which the proposal is derived."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.engine.citations import Citation
from pathways.engine.conditions import AS_OF, Condition, all_of, any_of, unless_known
from pathways.engine.days import days
from pathways.law import facts as f
from pathways.law.facts.asking import HAS_OR_HAD_TITLE, SHORT_STAY
from pathways.law.situations import APPLIED_IN_TIME, TITLE_RUNS
from pathways.law.sources import asylg, aufenthg, decision, freizuegg, vwgo
from pathways.law.sources.decisions import BVERWG_SCHENGEN_VISA, VGH_BW_SUSPENSIVE_EFFECT


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; ``result`` None: open although the row fits. ``question``: what to find out if it is open.

    ``passes_over_open``: unanswered facts do not stop the derivation here, they are asked in any case.
    """

    number: int
    when: Condition
    result: bool | None
    reason: str
    cite: tuple[Citation, ...]
    question: str = ""
    passes_over_open: bool = False


NO_DECISION_ON_THE_TITLE = f.DECISION_KIND.not_among(
    "abh_refusal_title", "abh_revocation_or_expulsion", "removal_order_58a"
)
# Whoever never had a title has none that could expire; that question must not stop the table.
TITLE_EXPIRED = (HAS_OR_HAD_TITLE | SHORT_STAY) & f.TITLE_VALID_UNTIL.by(AS_OF - days(1))
SCHENGEN_VISA = f.CURRENT_STATUS.among("schengen_visa")
CHANCE_PERMIT_FOR_ANOTHER_PURPOSE = f.CURRENT_TITLE_NORM.among("104c") & ~f.APPLICATION_PURPOSES.within("25a", "25b")
REFLECTION_RUNS = ~f.REFLECTION_PERIOD_UNTIL.by(AS_OF - days(1))
INTERIM_UNDECIDED = f.REMEDY_FILED.among("interim_80_5") & unless_known(
    f.COURT_PROTECTION,
    f.COURT_PROTECTION.not_among("interim_granted", "interim_granted_80_5", "interim_granted_123", "suspensive_by_law"),
)
NO_TITLE = f.CURRENT_STATUS.not_among("residence_permit", "settlement_permit", "national_visa")

ROWS = (
    Row(
        1,
        f.FREE_MOVEMENT_STATUS.among("eu_eea_citizen", "family_of_eu_citizen", "swiss", "turkish_association_right"),
        False,
        "Freizügigkeit oder Assoziationsrecht",
        (aufenthg("1", 2, nr=1), aufenthg("50", 1), freizuegg("7")),
        passes_over_open=True,
    ),
    Row(
        2,
        f.COURT_PROTECTION.among("interim_granted_80_5", "suspensive_by_law"),
        False,
        "aufschiebende Wirkung der Klage",
        (aufenthg("58", 2, 2), decision(VGH_BW_SUSPENSIVE_EFFECT)),
        passes_over_open=True,
    ),
    Row(3, f.CURRENT_STATUS.among("settlement_permit"), False, "unbefristeter Titel", (aufenthg("50", 1),), "Papier"),
    Row(
        4,
        f.CURRENT_STATUS.among("title_other_schengen_state") & TITLE_RUNS,
        None,
        "Titel eines anderen Schengen-Staats: Er trägt nur kurze Aufenthalte (Art. 21 SDÜ); bitte prüfen",
        (aufenthg("50", 1),),
        "Gültigkeit des Titels",
    ),
    Row(
        4,
        f.CURRENT_STATUS.among("residence_permit", "national_visa", "schengen_visa", "visa_free_stay") & TITLE_RUNS,
        False,
        "gültiger Titel, gültiges Visum oder visumfreier Aufenthalt",
        (aufenthg("50", 1),),
        "Gültigkeit des Titels",
    ),
    Row(
        5,
        f.CURRENT_STATUS.among("fiction_81_3", "fiction_81_4", "fiction_ordered_81_4_3") & NO_DECISION_ON_THE_TITLE,
        False,
        "Fiktion ohne Entscheidung über den Antrag",
        (aufenthg("81", 3, 1), aufenthg("81", 4)),
        "letzter Bescheid",
    ),
    Row(
        6,
        all_of(
            TITLE_EXPIRED,
            APPLIED_IN_TIME,
            ~SCHENGEN_VISA,
            f.DECISION_KIND.among("none"),
            ~CHANCE_PERMIT_FOR_ANOTHER_PURPOSE,
        ),
        False,
        "rechtzeitiger Antrag: Der Titel gilt kraft Gesetzes weiter, die Bescheinigung weist es nur nach",
        (aufenthg("81", 4, "1, 2"), aufenthg("104c", 2, 3)),
        "Ablauf des Titels, Tag des Antrags, letzter Bescheid",
    ),
    Row(
        7,
        f.CURRENT_STATUS.among("asylum_gestattung")
        & f.DECISION_KIND.among("bamf_o_u_or_inadmissible", "bamf_transfer"),
        None,
        "Gestattung, aber Bescheid als offensichtlich unbegründet, unzulässig oder zur Überstellung; bitte prüfen",
        (asylg("67", 1, nr="5, 6"), asylg("75")),
        "letzter Bescheid",
    ),
    Row(
        7,
        f.CURRENT_STATUS.among("asylum_gestattung"),
        False,
        "Aufenthaltsgestattung",
        (asylg("55", 1),),
        "Papier",
    ),
    Row(
        8,
        f.ASYLUM_HISTORY.among("recognised_refugee", "recognised_subsidiary") & NO_TITLE,
        False,
        "Schutz zuerkannt: Der Aufenthalt gilt bis zum Titel als erlaubt",
        (aufenthg("25", 1, 3), aufenthg("25", 2, 3)),
        passes_over_open=True,
    ),
    Row(
        9,
        f.CURRENT_STATUS.among("duldung"),
        True,
        "Eine Duldung lässt die Ausreisepflicht unberührt",
        (aufenthg("60a", 3), aufenthg("58", 2)),
        "Papier",
    ),
    Row(
        10,
        f.CURRENT_STATUS.among("late_application_81_3_s2"),
        True,
        "verspäteter Antrag: Nur die Abschiebung ist ausgesetzt",
        (aufenthg("58", 2, 1, nr=2), aufenthg("81", 3, 2)),
        "Papier",
    ),
    Row(
        11,
        f.CURRENT_STATUS.among("gueb") & any_of(INTERIM_UNDECIDED, f.REFLECTION_PERIOD_UNTIL.known & REFLECTION_RUNS),
        None,
        "Grenzübertrittsbescheinigung, aber Eilantrag offen oder Bedenkzeit läuft; bitte prüfen",
        (aufenthg("59", 6), aufenthg("59", 7)),
        passes_over_open=True,
    ),
    Row(
        11,
        f.CURRENT_STATUS.among("gueb"),
        True,
        "Grenzübertrittsbescheinigung",
        (aufenthg("59", 6), aufenthg("58", 2)),
        "Papier",
    ),
    # Row 16 of the catalogue, where it counts: before a refusal could decide.
    Row(
        12,
        f.COURT_PROTECTION.among("interim_granted"),
        None,
        "Eilbeschluss, dessen Art nicht bekannt ist: Nur § 80 Abs. 5 VwGO beseitigt die Vollziehbarkeit; bitte prüfen",
        (vwgo("80", 5), vwgo("123")),
        passes_over_open=True,
    ),
    Row(
        12,
        all_of(
            f.DECISION_KIND.among("abh_refusal_title"),
            f.DECISION_SERVED_ON.known,
            f.COURT_PROTECTION.known,
        ),
        True,
        "Ablehnung des Titels ohne angeordnete aufschiebende Wirkung",
        (aufenthg("84", 1, nr=1), aufenthg("58", 2, 2), vwgo("80", 5)),
        "Zustellung des Bescheids und Eilverfahren",
    ),
    Row(
        13,
        f.DECISION_KIND.among("abh_revocation_or_expulsion"),
        None,
        "Widerruf oder Ausweisung: aufschiebende Wirkung, wenn nicht der Sofortvollzug angeordnet ist; bitte prüfen",
        (vwgo("80"), aufenthg("84", 2, 1)),
        "letzter Bescheid",
    ),
    Row(
        14,
        TITLE_EXPIRED & any_of(SCHENGEN_VISA, f.APPLICATION_FILED_ON.after(f.TITLE_VALID_UNTIL)),
        True,
        "Titel abgelaufen, ohne dass ein rechtzeitiger Antrag ihn fortgelten lässt",
        (aufenthg("58", 2, 1, nr=2), aufenthg("81", 4, 2), decision(BVERWG_SCHENGEN_VISA)),
        "Ablauf des Titels und Tag des Antrags",
    ),
    Row(
        15,
        f.ENTRY_MODE.among("no_visa_or_title"),
        True,
        "unerlaubte Einreise und keine der anderen Lagen",
        (aufenthg("58", 2, 1, nr=1),),
        "Einreise",
    ),
)
