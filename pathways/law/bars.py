"""The bars of §§ 1, 5 Abs. 4, 10 and 11 AufenthG that the eight titles share, with the ways around them."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import ALWAYS, NEVER, Condition, all_of, any_of, finer_first, never_no, once_known
from pathways.engine.criteria import bar, information
from pathways.engine.dated import Span
from pathways.engine.pathway import Criterion, Disputed, Indication, Remedy, Rule, Side
from pathways.law.disputes import (
    BAR_WITHOUT_WARNING,
    FREE_MOVEMENT_AND_TITLES,
    OLD_REJECTIONS_AFTER_GEAS,
    OVERSTAY_BAN,
    QUALIFIED_REJECTION_2024_TO_2026,
)
from pathways.law.facts import (
    ASYLUM_14_NOTICE,
    ASYLUM_HISTORY,
    ASYLUM_MU_BASIS,
    ASYLUM_PREVIOUS_REJECTION,
    ASYLUM_REJECTION_SERVED_ON,
    ASYLUM_REJECTION_TYPE,
    CURRENT_TITLE_NORM,
    ENTRY_BAN,
    FREE_MOVEMENT_STATUS,
    LAND_CONSENT_10_1,
    LEFT_GERMANY_AFTER_ASYLUM,
    NATIONALITY,
    SECURITY_CONCERN,
    SECURITY_GROUND,
)
from pathways.law.situations import ABROAD, ASYLUM_PENDING, FREE_MOVEMENT, TITLE_SURVIVES_ASYLUM
from pathways.law.sources import (
    asylg,
    aufenthg,
    aufenthv,
    avwv,
    decision,
    freizuegg,
)
from pathways.law.sources.decisions import (
    BVERWG_ENTRY_BAN_COMPETENCE,
    BVERWG_SOLL_NO_CLAIM_2008,
    BVERWG_STRICT_CLAIM,
    BVERWG_SUBSEQUENT_APPLICATION,
    OVG_LSA_WARNING,
    VGH_HESSEN_STRICT_CLAIM,
)

SCOPE = bar(
    "g_scope",
    "Das Aufenthaltsgesetz gilt für die Person.",
    cite=(
        aufenthg("1", 2, nr="1–3"),
        aufenthg("2", 1),
        freizuegg("11", 14),
        aufenthv("28"),
        aufenthg("4", 2),
    ),
    holds=FREE_MOVEMENT_STATUS.among("none", "turkish_association_right", "loss_determined"),
    fails_on=once_known(NATIONALITY, NATIONALITY.among("DE")) | FREE_MOVEMENT_STATUS.among("german"),
    disputed=(Disputed(FREE_MOVEMENT_AND_TITLES, FREE_MOVEMENT),),
    remedies=(
        Remedy(
            "Solange die Befreiung besteht, gilt das Gesetz nicht; nach ihrem Ende neu prüfen.",
            (aufenthg("1", 2, nr="2, 3"),),
            FREE_MOVEMENT_STATUS.among("exempt_diplomatic"),
        ),
    ),
    proof=("Pass", "Freizügigkeitsbescheinigung", "Verlustfeststellung"),
    sources=(freizuegg("11", 14, "1, 2"),),
    hint="Assoziationsrecht EU–Türkei: Der Titel bestätigt nur das Recht (§ 4 Abs. 2), eine Ausreisepflicht fehlt.",
)

NO_SECURITY_GROUND = Rule(
    holds=finer_first(SECURITY_CONCERN, SECURITY_CONCERN.among("none"), SECURITY_GROUND.no),
    fails_on=once_known(SECURITY_CONCERN, SECURITY_CONCERN.among("asserted_in_decision", "order_58a")),
)
SECURITY_REMEDIES = (
    Remedy(
        "Ein bloßer Verdacht genügt nicht; Akteneinsicht nehmen und anwaltlich vertreten lassen.",
        (aufenthg("5", 4), aufenthg("54", 1, nr="2, 4")),
        SECURITY_CONCERN.among("suspicion_only"),
    ),
    Remedy(
        "Erkennbare Abstandnahme („es sei denn“) darlegen und belegen.",
        (aufenthg("54", 1, nr=2),),
        SECURITY_CONCERN.among("dissociated"),
    ),
    Remedy("Klären, worauf die Bedenken beruhen.", (aufenthg("5", 4),), SECURITY_GROUND.yes),
)

SECURITY = bar(
    "g_security_bar",
    "Kein Ausweisungsinteresse nach § 54 Abs. 1 Nr. 2 oder 4 und keine Abschiebungsanordnung (zwingende Versagung).",
    cite=(aufenthg("5", 4), aufenthg("54", 1, nr="2, 4"), aufenthg("58a")),
    holds=NO_SECURITY_GROUND.holds,
    fails_on=NO_SECURITY_GROUND.fails_on,
    remedies=SECURITY_REMEDIES,
    proof=("Schreiben der Sicherheitsbehörde", "Verfügungen", "BAMF-Akte"),
    sources=(avwv("25.1.3"), avwv("25.4.1.2")),
    hint="§ 54 Abs. 1 Nr. 2a, 3 und 5 zählen hier nicht. Bis 31.12.2015: § 54 Nr. 5–5b a.F. [UNVERIFIED]",
)

LIFTING = (aufenthg("11", 4, 2),)

NO_ENTRY_BAN = Rule(never_no(ENTRY_BAN.among("none", "lifted", "conditional_not_started")))
ENTRY_BAN_REMEDIES = (
    Remedy(
        "Aufhebung im selben Schreiben beantragen: Sie soll erfolgen, wenn die Voraussetzungen eines Titels aus "
        "Abschnitt 5 vorliegen.",
        LIFTING,
        ENTRY_BAN.among("in_force", "with_expulsion", "bamf_11_7", "overstay_11_6"),
        span=Span(date(2015, 8, 1)),
    ),
    Remedy(
        "Befristung der Sperrwirkung beantragen.",
        (aufenthg("11", 1, former="in der Fassung bis 31.7.2015", unverified=True),),
        ENTRY_BAN.among("in_force", "with_expulsion", "bamf_11_7", "overstay_11_6"),
        span=Span(None, date(2015, 7, 31), unverified=True),
    ),
    Remedy(
        "Die Aufhebung ist grundsätzlich ausgeschlossen; Ausnahme durch die oberste Landesbehörde. Anwaltlich prüfen.",
        (aufenthg("11", "5a, 5b"),),
        ENTRY_BAN.among("security_11_5a_5b"),
    ),
)

NO_BAN = bar(
    "g_entry_ban",
    "Kein wirksames Einreise- und Aufenthaltsverbot; besteht eines, soll es aufgehoben werden.",
    cite=(aufenthg("11", 1, 3), aufenthg("11", 2), *LIFTING, aufenthg("11", "5a, 5b, 6, 7")),
    holds=NO_ENTRY_BAN.holds,
    remedies=ENTRY_BAN_REMEDIES,
    disputed=(Disputed(OVERSTAY_BAN, ENTRY_BAN.among("overstay_11_6"), Span(date(2024, 2, 27))),),
    speaks=(
        Indication(
            None,
            Side.AGAINST,
            "Verbot aus Gründen der Sicherheit: Die Aufhebung ist grundsätzlich ausgeschlossen.",
            ENTRY_BAN.among("security_11_5a_5b"),
            (aufenthg("11", "5a, 5b"),),
        ),
    ),
    proof=("Bescheid mit dem Verbot", "AZR-Auszug", "SIS-Auskunft"),
    sources=(decision(BVERWG_ENTRY_BAN_COMPETENCE),),
)

CONSENT = Remedy(
    "Zustimmung der obersten Landesbehörde wegen wichtiger Interessen der Bundesrepublik einholen.",
    (aufenthg("10", 1),),
    ASYLUM_PENDING,
)
CHECK_LAPSE = Remedy(
    "Der von der Ausländerbehörde erteilte Titel darf trotz Asylantrag verlängert werden; zuerst prüfen, ob er durch "
    "den Asylantrag erloschen ist.",
    (aufenthg("10", 2), aufenthg("51", 1, nr=8)),
    ASYLUM_PENDING,
)
NO_PENDING_ASYLUM = any_of(ABROAD, ~ASYLUM_PENDING, LAND_CONSENT_10_1.yes)
EXTENSION_DESPITE_ASYLUM = Rule(never_no(any_of(~ASYLUM_PENDING, LAND_CONSENT_10_1.yes, TITLE_SURVIVES_ASYLUM)))


def asylum_pending(holds: Condition, fails_on: Condition = NEVER, *more: Disputed) -> Criterion:
    """§ 10 Abs. 1, 2 for one title: when a pending asylum procedure does not stand in the way, and when it does."""
    return bar(
        "g_asylum_pending",
        "Kein laufendes Asylverfahren, oder der Titel darf trotzdem erteilt oder verlängert werden.",
        cite=(aufenthg("10", 1, 1), aufenthg("10", 2)),
        holds=holds,
        fails_on=fails_on,
        in_extension=EXTENSION_DESPITE_ASYLUM,
        disputed=more,
        remedies=(CONSENT, CHECK_LAPSE),
        proof=("BAMF-Schreiben", "Aufenthaltsgestattung"),
        sources=(
            decision(BVERWG_STRICT_CLAIM),
            decision(BVERWG_SOLL_NO_CLAIM_2008),
            decision(VGH_HESSEN_STRICT_CLAIM),
            decision(BVERWG_SUBSEQUENT_APPLICATION),
        ),
    )


SECTION_5_ONLY = information(
    "g_asylum_section5_only",
    "Nach unanfechtbarer Ablehnung oder Rücknahme des Asylantrags darf vor der Ausreise nur ein Titel des Abschnitts 5 "
    "erteilt werden – alle acht gehören dazu; andere Titel nur bei einem Anspruch.",
    cite=aufenthg("10", 3, 1),
    trigger=ASYLUM_HISTORY.among("rejected_final", "withdrawn") & ~LEFT_GERMANY_AFTER_ASYLUM.yes,
    sources=(aufenthg("10", 3, "3–5"),),
)

REJECTED_FINALLY = ASYLUM_HISTORY.among("rejected_final")
LAST_REJECTION_QUALIFIED = any_of(
    REJECTED_FINALLY & ASYLUM_REJECTION_TYPE.among("manifestly_unfounded"),
    ~REJECTED_FINALLY & ASYLUM_PREVIOUS_REJECTION.among("manifestly_unfounded"),
)
# § 104 Abs. 19: the old grounds bar for rejections up to 27.2.2024; since 12.6.2026 Art. 42 VO (EU) 2024/1348 does.
BARRING_BASIS = any_of(
    ASYLUM_MU_BASIS.among("old_30_3_nr1_6") & ASYLUM_REJECTION_SERVED_ON.by(date(2024, 2, 27)),
    ASYLUM_MU_BASIS.among("geas_42_1_c_d_f_or_3_b"),
)
# Neither § 104 Abs. 19 nor the grounds of 2024 nor Art. 42 cover a rejection of that time on the ground of before.
OLD_GROUND_APPLIED_LATE = all_of(
    LAST_REJECTION_QUALIFIED,
    ASYLUM_MU_BASIS.among("old_30_3_nr1_6"),
    ASYLUM_REJECTION_SERVED_ON.after(date(2024, 2, 27)),
    ASYLUM_REJECTION_SERVED_ON.by(date(2026, 6, 11)),
)
NOT_REJECTED = ASYLUM_HISTORY.among("never", "recognised_refugee", "recognised_subsidiary", "revoked")
# § 10 Abs. 3 S. 3 Hs. 2: no bar where the conditions of § 25 Abs. 3 are fulfilled; a removal ban is their usual case.
PERHAPS_25_3 = ASYLUM_HISTORY.among("ban_60_5_7") | once_known(CURRENT_TITLE_NORM, CURRENT_TITLE_NORM.among("25_3"))
QUALIFIED_REJECTION_BARS = all_of(
    ~ABROAD,
    ~NOT_REJECTED,
    ~PERHAPS_25_3,
    LAST_REJECTION_QUALIFIED,
    BARRING_BASIS,
    ASYLUM_14_NOTICE.yes,
    LEFT_GERMANY_AFTER_ASYLUM.no,
)
NO_QUALIFIED_REJECTION = Rule(
    holds=any_of(
        NOT_REJECTED,
        ~LAST_REJECTION_QUALIFIED,
        LEFT_GERMANY_AFTER_ASYLUM.yes,
        ASYLUM_MU_BASIS.among("other_ground"),
        ABROAD,
    ),
    fails_on=QUALIFIED_REJECTION_BARS,
)

QUALIFIED_REJECTION = bar(
    "g_asylum_mu_bar",
    "Der Asylantrag wurde nicht aus einem sperrenden Grund als offensichtlich unbegründet abgelehnt.",
    cite=(aufenthg("10", 3, "2, 3"), aufenthg("104", 19)),
    holds=NO_QUALIFIED_REJECTION.holds,
    fails_on=NO_QUALIFIED_REJECTION.fails_on,
    in_extension=Rule(NO_QUALIFIED_REJECTION.holds, NEVER),
    disputed=(
        Disputed(QUALIFIED_REJECTION_2024_TO_2026, ASYLUM_MU_BASIS.among("rueckfvg_30_1_nr3_7")),
        Disputed(OLD_REJECTIONS_AFTER_GEAS, OLD_GROUND_APPLIED_LATE, Span(date(2026, 6, 12))),
        Disputed(BAR_WITHOUT_WARNING, LAST_REJECTION_QUALIFIED & ASYLUM_14_NOTICE.no),
    ),
    remedies=(
        Remedy(
            "Vollständigen Bescheid mit Gründen und Zustellung prüfen: Grund und Datum entscheiden über die Sperre.",
            (aufenthg("10", 3, 2), aufenthg("104", 19), asylg("30")),
            LAST_REJECTION_QUALIFIED,
        ),
        Remedy(
            "Abschiebungsverbot: Sind die Voraussetzungen des § 25 Abs. 3 erfüllt, gilt die Sperre nicht; diesen Titel "
            "zuerst klären.",
            (aufenthg("10", 3, 3), aufenthg("25", 3)),
            PERHAPS_25_3,
        ),
        Remedy(
            "Die Sperre endet mit der Ausreise und gilt nicht bei einem Anspruch oder wenn § 25 Abs. 3 erfüllt ist.",
            (aufenthg("10", 3, "2, 3"),),
            LAST_REJECTION_QUALIFIED,
        ),
    ),
    proof=("vollständiger BAMF-Bescheid (Tenor und Gründe)", "Merkblatt nach § 14 Abs. 1 S. 3 AsylG"),
    sources=(decision(OVG_LSA_WARNING), aufenthg("25a", 4), aufenthg("25b", 5, 2)),
)

DEROGATED = Rule(ALWAYS)


def derogated(criterion: Criterion) -> Criterion:
    """§ 23a Abs. 1 S. 1: grant and extension depart from this bar; it never stands in the way."""
    return criterion.but(rule=DEROGATED, in_extension=None, disputed=(), remedies=(), speaks=())
