"""D: „unabweisbares Gebot der Menschlichkeit“ (§ 22 S. 1 AufenthG)."""

from __future__ import annotations

from pathways.engine.conditions import AS_OF
from pathways.engine.days import months, years
from pathways.law.facts import (
    ACUTE_DANGER_ABROAD,
    ALTERNATIVE_ADMISSION_STATE,
    BIRTH_DATE,
    BURDEN_IS_GENERAL,
    CHILD_AFFECTED,
    GROUND_TYPES,
    MEDICAL_EVIDENCE,
    ONLY_ACHIEVABLE_IN_GERMANY,
    OTHER_ENTRY_ROUTE,
    PROMPT_ADMISSION_NEEDED,
    PROTECTION_IN_OTHER_STATE,
    REFERENCE_PERSON_HARM,
    TREATMENT_ELSEWHERE,
)
from pathways.law.indications.point import contra, orientation, pro
from pathways.law.sources import avwv, decision, emrk, gg, paper, rule, wd_fn
from pathways.law.sources import decisions as d
from pathways.law.sources.papers import FAMILY_ASYL_NET
from pathways.law.sources.rules import AA_INSTRUCTION

_NOT_YET_18 = BIRTH_DATE.after(AS_OF - years(18))
_SOON_18 = _NOT_YET_18 & BIRTH_DATE.by(AS_OF + months(12) - years(18))

COMPELLING_HUMANITY = (
    pro(
        "D1",
        "Erhebliche, unausweichliche Gefahr, kein anderer Ausweg",
        ACUTE_DANGER_ABROAD.yes & ALTERNATIVE_ADMISSION_STATE.no,
        avwv("22.1.1.2"),
        paper(FAMILY_ASYL_NET),
        wd_fn(3),
        decision(d.OVG_NRW_HUMANITY, "Rn. 52"),
    ),
    pro(
        "D2",
        "Abschied ist nur noch jetzt möglich",
        GROUND_TYPES.among("dying_or_death_of_relative") & PROMPT_ADMISSION_NEEDED.yes,
        rule(AA_INSTRUCTION),
    ),
    pro(
        "D3",
        "Ohne baldige Behandlung droht schwerer Schaden",
        TREATMENT_ELSEWHERE.among("not_available") & MEDICAL_EVIDENCE.not_among("none") & PROMPT_ADMISSION_NEEDED.yes,
        rule(AA_INSTRUCTION),
        wd_fn(7),
    ),
    pro(
        "D4",
        "Das Kind erleidet ohne die Eltern schweren Schaden",
        REFERENCE_PERSON_HARM.yes & CHILD_AFFECTED.yes,
        decision(d.VG_BERLIN_CHILD_ILL, "LS 2, 3"),
        gg("6"),
        emrk("8"),
    ),
    pro(
        "D5",
        "Das Kind wird binnen zwölf Monaten 18: Die Zeit läuft ab, der Nachteil ist endgültig",
        CHILD_AFFECTED.yes & _SOON_18,
        orientation(decision(d.BVERWG_COMING_OF_AGE), "Volljährigkeit beendet den Nachzugsanspruch"),
    ),
    pro("D6", "Gerade Deutschland kann helfen", ONLY_ACHIEVABLE_IN_GERMANY.yes, wd_fn(6)),
    contra(
        "D1",
        "Hilfe ist anderswo erreichbar",
        ALTERNATIVE_ADMISSION_STATE.yes | PROTECTION_IN_OTHER_STATE.not_among("none"),
        rule(AA_INSTRUCTION),
    ),
    contra(
        "D2",
        "Hart, aber ein verbreitetes Schicksal; die Aufnahme ist Ausnahme",
        BURDEN_IS_GENERAL.yes,
        wd_fn(4),
    ),
    contra("D3", "Kein Zeitdruck", PROMPT_ADMISSION_NEEDED.no, wd_fn(7)),
    contra(
        "D4",
        "Der reguläre Weg ist zumutbar",
        OTHER_ENTRY_ROUTE.among("open_and_reasonable"),
        avwv("22.1.1"),
    ),
    contra("D5", "Behandlung ist erreichbar", TREATMENT_ELSEWHERE.among("available"), rule(AA_INSTRUCTION)),
)
