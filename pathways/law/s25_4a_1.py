"""§ 25 Abs. 4a S. 1 AufenthG: victims of human trafficking during the criminal proceedings."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import ALWAYS, any_of, finer_first, never_no, once_known
from pathways.engine.criteria import NOT_ASKED, bar, extension, formal, information, mandatory
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.pathway import Disputed, Grant, Pathway, Remedy, Rule
from pathways.law import facts as f
from pathways.law.bars import (
    CONSENT,
    ENTRY_BAN_REMEDIES,
    NO_BAN,
    NO_ENTRY_BAN,
    NO_PENDING_ASYLUM,
    QUALIFIED_REJECTION,
    SCOPE,
    SECTION_5_ONLY,
    SECURITY,
    asylum_pending,
)
from pathways.law.disputes import ASYLUM_BARS_FOR_VICTIMS
from pathways.law.indications import PRESENCE_APPROPRIATE
from pathways.law.modes import mode_rows
from pathways.law.points import contra
from pathways.law.requirements import (
    APPLICATION,
    BIOMETRICS,
    CAPACITY,
    GROUND_PERSISTS_OR_OPEN,
    LAPSE_BY_ASYLUM,
    MUST_WAIVE,
    PENDING_PROCEEDINGS,
    section_5,
)
from pathways.law.situations import (
    ASYLUM_PENDING,
    CASE_PERHAPS_IN_GERMANY,
    CRIMINAL_CASE_RUNS,
    ENDED_BY_JUDGMENT,
)
from pathways.law.sources import aufenthg, avwv, decision, rl_2004_81, rule, stgb, vab_berlin, wd_fn
from pathways.law.sources.decisions import BVERWG_SOLL_NO_CLAIM_2008, BVERWG_STRICT_CLAIM, EUGH_REFLECTION_PERIOD
from pathways.law.sources.rules import HAMBURG_VICTIMS

NORM = aufenthg("25", "4a", 1)

TRAFFICKING = f.EXPLOITATION_FORM.among(
    "sexual", "forced_prostitution", "labour", "begging", "criminal_acts", "organ", "slavery_debt_bondage"
)
SEEN_AS_VICTIM = f.VICTIM_EVIDENCE.among("police_or_prosecutor_assumes_victim", "judgment")

CONTACT_BROKEN = finer_first(
    f.PERPETRATOR_CONTACT,
    f.PERPETRATOR_CONTACT.among("ended", "one_sided_by_perpetrator"),
    f.PERPETRATOR_CONTACT_ENDED.yes,
)
CONTACT_BY_CHOICE = once_known(f.PERPETRATOR_CONTACT, f.PERPETRATOR_CONTACT.among("ongoing_voluntary"))
WILLING = f.WILLING_TO_TESTIFY.among("yes")
UNWILLING = f.WILLING_TO_TESTIFY.among("no")

# Three months since 26.11.2011 (now § 59 Abs. 7); before at least one (§ 50 Abs. 2a a.F.). Both days rest on memory.
ONE_MONTH = Span(date(2007, 8, 28), date(2011, 11, 25), unverified=True)
THREE_MONTHS = Span(date(2011, 11, 26), unverified=True)
OLD_REFLECTION = aufenthg("50", "2a", former="in der Fassung bis 25.11.2011", unverified=True)

REFLECTION = (
    Remedy(
        "Bedenkzeit von mindestens einem Monat verlangen; Fachberatungsstelle einschalten.",
        (OLD_REFLECTION,),
        span=ONE_MONTH,
    ),
    Remedy(
        "Bedenkzeit von mindestens drei Monaten verlangen; Fachberatungsstelle einschalten.",
        (aufenthg("59", 7, "1, 2"),),
        span=THREE_MONTHS,
    ),
)

THREE_MONTHS_TO_REFLECT = information(
    "p25_4a_1_reflection",
    "Bedenkzeit: Bei konkreten Anhaltspunkten beträgt die Ausreisefrist mindestens drei Monate; so lange wird "
    "nicht vollstreckt.",
    cite=aufenthg("59", 7, "1–3"),
    trigger=f.EXPLOITATION_FORM.some
    & any_of(~f.ENFORCEABLY_REQUIRED_TO_LEAVE.no, f.DEPARTURE_DEADLINE.known, f.TRANSFER_TO_OTHER_STATE.yes)
    & ~WILLING,
    considers=(f.REFLECTION_PERIOD_UNTIL, f.VICTIM_EVIDENCE, f.CRIMINAL_CASE_STAGE),
    speaks=(
        contra(
            "Freiwilliger Kontakt nach der Belehrung kann die Bedenkzeit beenden.",
            CONTACT_BY_CHOICE,
            aufenthg("59", 7, 3, nr=2),
        ),
    ),
    proof=("Stellungnahme der Fachberatung",),
    sources=(rl_2004_81.whole(), decision(EUGH_REFLECTION_PERIOD), avwv("50.2a.1.2", unverified=True)),
    span=THREE_MONTHS,
)
REFLECTION_PERIOD = (
    THREE_MONTHS_TO_REFLECT.but(
        says="Bedenkzeit: Bei konkreten Anhaltspunkten beträgt die Ausreisefrist mindestens einen Monat.",
        cite=(OLD_REFLECTION,),
        speaks=(),
        sources=(rl_2004_81.whole(), avwv("50.2a.1.2", unverified=True)),
        span=ONE_MONTH,
    ),
    THREE_MONTHS_TO_REFLECT,
)

PATHWAY = Pathway(
    id="p25_4a_1",
    title="Opfer von Menschenhandel während des Strafverfahrens",
    cite=NORM,
    grant=Dated(
        (
            Edition(Grant.MAY, Span(date(2007, 8, 28), date(2015, 7, 31), unverified=True)),
            Edition(Grant.SHOULD, Span(date(2015, 8, 1), unverified=True)),
        )
    ),
    consequence="Der Titel soll erteilt werden, auch bei vollziehbarer Ausreisepflicht.",
    modes=mode_rows("25_4a_1", "25_unspecified", "old_law"),
    title_norm=f.CURRENT_TITLE_NORM,
    criteria=(
        SCOPE,
        mandatory(
            "p25_4a_1_victim",
            "Die Person ist Opfer einer Straftat nach §§ 232–233a StGB.",
            cite=(NORM, stgb("6", nr=4), stgb("232–233a")),
            holds=TRAFFICKING & SEEN_AS_VICTIM,
            fails_on=f.EXPLOITATION_FORM.only("none"),
            in_extension=NOT_ASKED,
            considers=(f.EXPLOITATION_PLACE, f.UNDER_21_AT_OFFENCE),
            remedies=(
                Remedy(
                    "Fachberatung einschalten; nachfragen, was im Einzelnen geschah (Zwang, Schulden, Missverhältnis).",
                    (stgb("232", 1, 2),),
                    f.EXPLOITATION_FORM.some,
                ),
            ),
            proof=("Vermerk von Polizei oder Staatsanwaltschaft", "Stellungnahme der Fachberatung", "Anklage"),
            sources=(wd_fn(27),),
            hint="Menschenraub (§ 234 StGB) gehört nicht dazu. Ein Tatort im Ausland schließt nie aus.",
            unverified="engerer Straftatenkatalog vor 2016",
        ),
        mandatory(
            "p25_4a_1_presence_appropriate",
            "Staatsanwaltschaft oder Strafgericht halten die Anwesenheit für sachgerecht.",
            cite=aufenthg("25", "4a", 2, nr=1),
            holds=f.PROSECUTOR_STATEMENT.among("presence_appropriate"),
            fails_on=f.PROSECUTOR_STATEMENT.among("presence_not_needed"),
            speaks=PRESENCE_APPROPRIATE,
            considers=(f.CRIMINAL_CASE_COUNTRY,),
            remedies=(
                Remedy(
                    "Stellungnahme der Staatsanwaltschaft einholen oder anmahnen.",
                    (aufenthg("72", 6, 1),),
                    f.PROSECUTOR_STATEMENT.among("not_asked", "asked_no_answer"),
                ),
                Remedy(
                    "Das Gericht kann anders entscheiden; neue Beweise vorlegen.",
                    (aufenthg("25", "4a", 2, nr=1),),
                    f.PROSECUTOR_STATEMENT.among("presence_not_needed"),
                ),
            ),
            proof=("schriftliche Erklärung von Staatsanwaltschaft oder Gericht",),
            sources=(aufenthg("72", 6), rule(HAMBURG_VICTIMS)),
        ),
        mandatory(
            "p25_4a_1_contact_broken",
            "Jede Verbindung zu den Beschuldigten ist abgebrochen.",
            cite=aufenthg("25", "4a", 2, nr=2),
            holds=CONTACT_BROKEN,
            fails_on=CONTACT_BY_CHOICE,
            remedies=(
                Remedy(
                    "Sichere Unterkunft; die Bedenkzeit ist gerade dafür da, sich zu lösen.",
                    (aufenthg("59", 7, 3, nr=2), aufenthg("52", 5, 2)),
                ),
            ),
            proof=("Stellungnahme der Fachberatung", "neue Adresse"),
            sources=(aufenthg("59", 7, 3, nr=2), aufenthg("52", 5, 2)),
        ),
        mandatory(
            "p25_4a_1_willing",
            "Die Person hat ihre Bereitschaft erklärt, als Zeugin oder Zeuge auszusagen.",
            cite=aufenthg("25", "4a", 2, nr=3),
            holds=WILLING,
            fails_on=UNWILLING,
            remedies=(
                *REFLECTION,
                Remedy("Die Bereitschaft kann später erklärt werden.", (aufenthg("25", "4a", 2, nr=3),), UNWILLING),
            ),
            proof=("unterschriebene Erklärung", "Vernehmungsprotokoll"),
        ),
        mandatory(
            "p25_4a_1_proceedings",
            "Ein Strafverfahren wegen dieser Tat läuft; Ermittlungen genügen.",
            cite=aufenthg("25", "4a", 2, nr=1),
            holds=CRIMINAL_CASE_RUNS & CASE_PERHAPS_IN_GERMANY,
            fails_on=ENDED_BY_JUDGMENT & CASE_PERHAPS_IN_GERMANY,
            remedies=(
                Remedy(
                    "Eine Aussage kann Ermittlungen auslösen; eingestellte Verfahren können wieder aufgenommen werden.",
                    (aufenthg("25", "4a", 2, nr=1),),
                    f.CRIMINAL_CASE_STAGE.among(
                        "none", "ended_discontinued", "ended_no_suspicion", "prosecution_impossible"
                    ),
                ),
                Remedy(
                    "Verfahren nur im Ausland: Auch ein deutsches kann eröffnet werden.",
                    (stgb("6", nr=4),),
                    ~CASE_PERHAPS_IN_GERMANY,
                ),
                Remedy("Nach dem Urteil: Satz 3 prüfen.", (aufenthg("25", "4a", 3),), ENDED_BY_JUDGMENT),
            ),
            proof=("Aktenzeichen",),
        ),
        *REFLECTION_PERIOD,
        formal(
            "p25_4a_1_part_stay",
            "Staatsanwaltschaft oder Gericht wurden beteiligt.",
            cite=(aufenthg("72", 6, "1, 2"), aufenthg("87", 5, nr=1)),
            hint="Pflicht der Ausländerbehörde; daran erinnern.",
        ),
        extension(
            "p25_4a_1_not_revocable",
            "Es besteht kein Widerrufsgrund.",
            cite=(aufenthg("52", 5, 1, nr="1–3"), aufenthg("52", 5, 2)),
            holds=WILLING & CONTACT_BROKEN,
            fails_on=UNWILLING | CONTACT_BY_CHOICE,
            remedies=REFLECTION,
            hint="„Soll widerrufen werden“; auch bei voraussichtlich falschen Angaben oder sonstigem Wegfall.",
        ),
        bar(
            "p25_4a_1_pending_asylum",
            "Kein laufendes Asylverfahren, oder die oberste Landesbehörde stimmt zu; „soll“ ist kein Anspruch.",
            cite=aufenthg("10", 1, 1),
            holds=never_no(NO_PENDING_ASYLUM),
            in_extension=Rule(ALWAYS),
            disputed=(Disputed(ASYLUM_BARS_FOR_VICTIMS, ASYLUM_PENDING),),
            remedies=(CONSENT,),
            sources=(decision(BVERWG_STRICT_CLAIM), decision(BVERWG_SOLL_NO_CLAIM_2008)),
            unverified="Spannung mit Art. 8 RL 2004/81/EG",
        ),
        bar(
            "p25_4a_1_entry_ban",
            "Ein Einreise- und Aufenthaltsverbot soll aufgehoben werden.",
            cite=(aufenthg("11", 1, 3), aufenthg("11", 4, 2)),
            holds=NO_ENTRY_BAN.holds,
            remedies=ENTRY_BAN_REMEDIES,
            sources=(vab_berlin("A.25.4a", "3/2020"), rule(HAMBURG_VICTIMS)),
            hint="Ausnahmefälle sind in Berlin mit der Staatsanwaltschaft abzustimmen.",
        ),
        CAPACITY,
        APPLICATION,
        *section_5(MUST_WAIVE, visa=MUST_WAIVE),
        SECURITY,
        NO_BAN,
        asylum_pending(never_no(NO_PENDING_ASYLUM)),
        SECTION_5_ONLY,
        QUALIFIED_REJECTION.but(contested=ASYLUM_BARS_FOR_VICTIMS),
        PENDING_PROCEEDINGS,
        BIOMETRICS,
        LAPSE_BY_ASYLUM,
        GROUND_PERSISTS_OR_OPEN,
    ),
)
