"""J: „humanitäre oder persönliche Gründe oder öffentliche Interessen“ (§ 25 Abs. 4a S. 3 AufenthG)."""

from __future__ import annotations

from pathways.law.facts import (
    CRIMINAL_CASE_STAGE,
    OFFENCE_WEIGHT,
    PERPETRATOR_CONTACT,
    STAY_REASONS_AFTER_CASE,
    TESTIMONY_GIVEN,
    TIES_HOME_COUNTRY,
    VICTIM_EVIDENCE,
)
from pathways.law.indications.point import contra, orientation, pro
from pathways.law.sources import aufenthg, bt, decision, rule, sgb14, vab_berlin, wd_fn
from pathways.law.sources import decisions as d
from pathways.law.sources.rules import HAMBURG_VICTIMS

_BREMEN = decision(d.OVG_BREMEN_VICTIM_PROVEN)
_HAMBURG_4 = rule(HAMBURG_VICTIMS, "Nr. 4")
_REASONS = aufenthg("25", "4a", 3, quote="humanitäre oder persönliche Gründe")

REASONS_4A3 = (
    pro(
        "J1",
        "Vergeltung wegen der Aussage droht",
        STAY_REASONS_AFTER_CASE.among("reprisal_risk"),
        wd_fn(28),
        _HAMBURG_4,
    ),
    pro(
        "J2",
        "Keine Existenz, Ausgrenzung im Herkunftsland",
        STAY_REASONS_AFTER_CASE.among("no_livelihood_or_stigma_home"),
        wd_fn(28),
        _HAMBURG_4,
    ),
    pro(
        "J3",
        "Begonnene Traumatherapie",
        STAY_REASONS_AFTER_CASE.among("therapy_trauma"),
        _REASONS,
        bt("18/4097", "S. 41"),
    ),
    pro(
        "J4",
        "Kinder, Schule, Arbeit, Bindungen hier (persönliche Gründe)",
        STAY_REASONS_AFTER_CASE.among("children_or_integration"),
        _REASONS,
        bt("18/4097", "S. 41"),
    ),
    pro(
        "J5",
        "Lohn-, Schmerzensgeld- oder Entschädigungsverfahren läuft",
        STAY_REASONS_AFTER_CASE.among("compensation_or_civil_case"),
        _REASONS,
        sgb14("13", 2),
        sgb14("7"),
    ),
    pro("J6", "Hat vor Gericht ausgesagt", TESTIMONY_GIVEN.among("court"), _BREMEN),
    pro(
        "J7",
        "Opferstellung gerichtlich festgestellt",
        CRIMINAL_CASE_STAGE.among("ended_conviction") | VICTIM_EVIDENCE.among("judgment"),
        _BREMEN,
    ),
    pro(
        "J8",
        "Auch ohne Verurteilung möglich (Hamburg); streitig",
        CRIMINAL_CASE_STAGE.among("ended_acquittal", "ended_discontinued")
        & VICTIM_EVIDENCE.not_among("indication_only"),
        _HAMBURG_4,
    ),
    pro(
        "J9",
        "Weitere Verfahren brauchen die Person",
        STAY_REASONS_AFTER_CASE.among("public_interest"),
        aufenthg("25", "4a", 3),
    ),
    contra(
        "J1",
        "Anfangsverdacht nicht erhärtet: Opferstellung nicht nachgewiesen",
        CRIMINAL_CASE_STAGE.among("ended_discontinued", "ended_no_suspicion")
        & VICTIM_EVIDENCE.among("indication_only"),
        _BREMEN,
    ),
    contra(
        "J2",
        "Freiwilliger neuer Kontakt",
        PERPETRATOR_CONTACT.among("ongoing_voluntary"),
        orientation(aufenthg("52", 5, 2), "zu Satz 1"),
        _BREMEN,
    ),
    contra(
        "J3",
        "Keine Gründe benannt – mit Fachberatungsstelle klären",
        STAY_REASONS_AFTER_CASE.only("none"),
        aufenthg("25", "4a", 3),
    ),
    contra(
        "J4",
        "Schweres Ausweisungsinteresse kann den Regelfall durchbrechen",
        OFFENCE_WEIGHT.among("considerable"),
        orientation(vab_berlin("A.25.4a", "4.3.2020"), "zur Sperrwirkung"),
    ),
    contra(
        "J5",
        "Tragfähige Rückkehr möglich",
        TIES_HOME_COUNTRY.among("strong") & STAY_REASONS_AFTER_CASE.not_among("reprisal_risk"),
        aufenthg("25", "4a", 3, quote="erfordern"),
    ),
)
