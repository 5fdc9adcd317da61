"""I: „sachgerecht“ (§ 25 Abs. 4a S. 2 Nr. 1 AufenthG); Staatsanwaltschaft oder Gericht entscheiden."""

from __future__ import annotations

from pathways.engine.conditions import AS_OF
from pathways.engine.days import days
from pathways.law.facts import (
    CRIMINAL_CASE_STAGE,
    EXPLOITATION_PLACE,
    FURTHER_TESTIMONY_NEEDED,
    PROSECUTOR_STATEMENT,
    REFLECTION_PERIOD_UNTIL,
    TESTIMONY_GIVEN,
    VICTIM_EVIDENCE,
    WILLING_TO_TESTIFY,
)
from pathways.law.indications.point import contra, pro
from pathways.law.sources import aufenthg, paper, rule, stgb
from pathways.law.sources.papers import KOK
from pathways.law.sources.rules import HAMBURG_VICTIMS

# I-5 (statements held to be false by the prosecutor) rests on a note alone and is left out.
PRESENCE_APPROPRIATE = (
    pro(
        "I1",
        "Zur Aussage bereit in einem laufenden Verfahren",
        WILLING_TO_TESTIFY.among("yes") & CRIMINAL_CASE_STAGE.among("investigation", "charges_or_trial"),
        aufenthg("25", "4a", 2, nr="1, 3"),
    ),
    pro(
        "I2",
        "Weitere Vernehmung oder Hauptverhandlung steht an",
        FURTHER_TESTIMONY_NEEDED.yes,
        aufenthg("25", "4a", 2, nr=1, quote="erschwert wäre"),
    ),
    pro(
        "I3",
        "Angaben haben die Ermittlungen vorangebracht",
        TESTIMONY_GIVEN.among("police", "prosecutor"),
        aufenthg("25", "4a", 2, nr=1, quote="erschwert wäre"),
    ),
    pro(
        "I4",
        "Die Ermittlungsbehörden sehen die Person als Opfer",
        VICTIM_EVIDENCE.among("police_or_prosecutor_assumes_victim", "judgment"),
        rule(HAMBURG_VICTIMS),
    ),
    pro(
        "I5",
        "Fachberatungsstelle kann den Ermittlungsbehörden den Beweiswert erklären; Anfrage stellen",
        VICTIM_EVIDENCE.among("specialist_counselling_report", "credible_own_statement"),
        paper(KOK),
        aufenthg("72", 6),
    ),
    pro(
        "I6",
        "Das Gericht kann die Anwesenheit selbst für sachgerecht halten",
        CRIMINAL_CASE_STAGE.among("charges_or_trial"),
        aufenthg("25", "4a", 2, nr=1, quote="oder dem Strafgericht"),
    ),
    pro(
        "I7",
        "Noch keine Eile: Bedenkzeit läuft",
        REFLECTION_PERIOD_UNTIL.after(AS_OF - days(1)),
        aufenthg("59", 7),
    ),
    contra(
        "I1",
        "Staatsanwaltschaft verneint; Gericht oder neue Beweislage können das ändern",
        PROSECUTOR_STATEMENT.among("presence_not_needed"),
        aufenthg("25", "4a", 2, nr=1),
    ),
    contra(
        "I2",
        "Aussage ist vollständig gesichert",
        TESTIMONY_GIVEN.among("video") & FURTHER_TESTIMONY_NEEDED.no,
        aufenthg("25", "4a", 2, nr=1),
    ),
    contra(
        "I3",
        "Kein laufendes Verfahren: Satz 3 prüfen",
        CRIMINAL_CASE_STAGE.among("ended_discontinued", "ended_no_suspicion", "ended_acquittal", "ended_conviction"),
        aufenthg("25", "4a", 3),
        paper(KOK),
    ),
    contra(
        "I4",
        "Ohne Aussagebereitschaft kein Titel nach Satz 1",
        WILLING_TO_TESTIFY.among("no"),
        aufenthg("25", "4a", 2, nr=3),
        aufenthg("52", 5, 1, nr=1),
    ),
    contra(
        "I6",
        "Tat im Ausland: Verfahren hier ungewiss (aber möglich)",
        EXPLOITATION_PLACE.not_among("germany") & CRIMINAL_CASE_STAGE.among("none"),
        stgb("6", nr=4),
    ),
)
