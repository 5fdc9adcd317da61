"""Routes through the family: reunification, own right after separation, return, free movement."""

from __future__ import annotations

from datetime import date

from pathways.engine.dated import Span
from pathways.engine.routes import Referral
from pathways.law.deadlines import Hint
from pathways.law.disputes import SUSPENSION_AND_NEW_SUBSIDIARY_TITLES
from pathways.law.facts import (
    CURRENT_TITLE_NORM,
    FAMILY_IN_GERMANY,
    FAMILY_RELATION,
    FREE_MOVEMENT_STATUS,
    GERMANY_LINK,
    GROUND_TYPES,
    MARITAL_COHABITATION_UNTIL,
)
from pathways.law.referrals.groups import FAMILY
from pathways.law.sources import aufenthg, aufenthv, eu_2024_1351, freizuegg

_SUBSIDIARY = FAMILY_IN_GERMANY.among("subsidiary")
_SUBSIDIARY_TITLE = "Familie subsidiär Schutzberechtigter"
_RESTING = (
    "Der Nachzug nach § 36a ruht vom 24.7.2025 bis zum Ende des 23.7.2027. Für Härtefälle bleibt § 22 S. 1 "
    "(Härtefallanzeige an das IOM-Familienunterstützungsprogramm)"
)

FAMILY_ROUTES: tuple[Referral, ...] = (
    Referral(
        id="r_family_german",
        group=FAMILY,
        title="Familie mit Deutschen",
        says="Aufenthaltserlaubnis als Ehegatte, Kind oder Elternteil (Anspruch). Mit Duldung nach Eheschließung oder "
        "Geburt im Inland auch ohne Ausreise möglich.",
        when=FAMILY_IN_GERMANY.among("german") & FAMILY_RELATION.among("spouse", "minor_child", "parent_of_minor"),
        cite=(aufenthg("28"), aufenthv("39", satz=1, nr=5), aufenthg("10", 3, 3)),
        check=("Bei einem Anspruch steht § 10 Abs. 3 nicht entgegen.",),
    ),
    Referral(
        id="r_family_foreigner",
        group=FAMILY,
        title="Familie von Menschen mit Niederlassungs- oder Erwerbstitel",
        says="Ehegatten- und Kindernachzug nach den allgemeinen Regeln.",
        when=FAMILY_IN_GERMANY.among("settled_or_work_title"),
        cite=(aufenthg("27"), aufenthg("29", 1), aufenthg("30"), aufenthg("32")),
        check=("Ehegatten: einfache Deutschkenntnisse (A1, § 30 Abs. 1 S. 1 Nr. 2) oder eine Ausnahme davon?",),
    ),
    Referral(
        id="r_family_refugee",
        group=FAMILY,
        title="Familie von Flüchtlingen und Asylberechtigten",
        says="Erleichterter Nachzug von Ehegatten und Kindern, bei Minderjährigen der Eltern.",
        when=FAMILY_IN_GERMANY.among("refugee"),
        cite=(aufenthg("29", 2), aufenthg("30"), aufenthg("32"), aufenthg("36", 1)),
        warning="Frist von drei Monaten nach der Anerkennung für den erleichterten Nachzug (§ 29 Abs. 2 S. 2 Nr. 1).",
    ),
    Referral(
        id="r_family_subsidiary",
        group=FAMILY,
        title=_SUBSIDIARY_TITLE,
        says="Nachzug nach den allgemeinen Regeln; vom 17.3.2016 bis zum 31.7.2018 ausgesetzt.",
        when=_SUBSIDIARY,
        cite=(
            aufenthg("29"),
            aufenthg("30"),
            aufenthg("32"),
            aufenthg("36"),
            aufenthg("104", 13, former="a.F.", unverified=True),
        ),
        span=Span(until=date(2018, 7, 31), unverified=True),
    ),
    Referral(
        id="r_family_subsidiary",
        group=FAMILY,
        title=_SUBSIDIARY_TITLE,
        says="Nachzug aus humanitären Gründen nach § 36a (Ermessen, Kontingent).",
        when=_SUBSIDIARY,
        cite=(aufenthg("36a", 1),),
        span=Span(date(2018, 8, 1), date(2025, 7, 23)),
    ),
    Referral(
        id="r_family_subsidiary",
        group=FAMILY,
        title=_SUBSIDIARY_TITLE,
        says=f"{_RESTING} oder ein anderer Status der Bezugsperson.",
        when=_SUBSIDIARY,
        cite=(aufenthg("36a"), aufenthg("104", 14), aufenthg("22", satz=1)),
        check=("Hat die Bezugsperson einen anderen Titel in Aussicht, etwa eine Niederlassungserlaubnis?",),
        warning="Nicht „ausgeschlossen“ sagen: Ob die Aussetzung die seit dem 12.6.2026 erteilten Titel erfasst, ist "
        "umstritten. Anwaltlich prüfen lassen.",
        dispute=SUSPENSION_AND_NEW_SUBSIDIARY_TITLES,
        span=Span(date(2025, 7, 24), date(2027, 7, 23)),
    ),
    Referral(
        id="r_family_subsidiary",
        group=FAMILY,
        title=_SUBSIDIARY_TITLE,
        says="Nachzug aus humanitären Gründen nach § 36a (Ermessen, Kontingent); die Aussetzung endete am 23.7.2027.",
        when=_SUBSIDIARY,
        cite=(aufenthg("36a", 1), aufenthg("104", 14)),
        check=("Gilt die Aussetzung inzwischen länger?",),
        span=Span(since=date(2027, 7, 24)),
    ),
    Referral(
        id="r_family_hum",
        group=FAMILY,
        title="Familie von Menschen mit humanitärem Titel",
        says="Je nach Titel der Bezugsperson nur aus völkerrechtlichen, humanitären oder politischen Gründen, gar "
        "nicht oder nach den allgemeinen Regeln.",
        when=FAMILY_IN_GERMANY.among("humanitarian_title"),
        cite=(aufenthg("29", 3),),
        check=("Welche Norm trägt den Titel der Bezugsperson?",),
    ),
    Referral(
        id="r_36_2",
        group=FAMILY,
        title="Sonstige Familienangehörige",
        says="Nachzug zur Vermeidung einer außergewöhnlichen Härte (Ermessen).",
        when=FAMILY_RELATION.among("other", "adult_child", "parent_of_adult", "sibling"),
        cite=(aufenthg("36", 2),),
        check=("Ist eine Seite auf die Lebenshilfe der anderen angewiesen, gerade in Deutschland?",),
    ),
    Referral(
        id="r_31",
        group=FAMILY,
        title="Eigenes Aufenthaltsrecht nach der Trennung",
        says="Verlängerung nach drei Jahren Ehe in Deutschland oder bei besonderer Härte, etwa häuslicher Gewalt. Vor "
        "§ 25 Abs. 4 S. 2 prüfen: Eine außergewöhnliche Härte wird nicht verlangt.",
        when=CURRENT_TITLE_NORM.among("28", "30", "31")
        & (MARITAL_COHABITATION_UNTIL.known | GROUND_TYPES.among("domestic_violence_or_forced_marriage")),
        cite=(aufenthg("31", "1, 2"), aufenthg("28", 3)),
        check=(
            "Wie lange bestand die eheliche Lebensgemeinschaft in Deutschland (ab dem ersten Tag des Zusammenlebens)?",
        ),
    ),
    Referral(
        id="r_37",
        group=FAMILY,
        title="Wiederkehr nach Zwangsverheiratung",
        says="Wer früher rechtmäßig hier gelebt hat, kann nach einer Zwangsverheiratung zurückkehren.",
        when=GROUND_TYPES.among("domestic_violence_or_forced_marriage") & GERMANY_LINK.among("former_stay"),
        cite=(aufenthg("37", "2, 2a"), aufenthg("51", 4, 2)),
        check=("Ist der frühere Titel überhaupt erloschen?",),
    ),
    Referral(
        id="r_eu",
        group=FAMILY,
        title="Freizügigkeit",
        says="Zuerst das Freizügigkeitsrecht prüfen, auch für nahestehende Personen. Das Aufenthaltsgesetz gilt, wo "
        "es günstiger ist oder wenn der Verlust des Rechts festgestellt ist.",
        when=FREE_MOVEMENT_STATUS.among("eu_eea_citizen", "family_of_eu_citizen", "swiss", "loss_determined"),
        cite=(freizuegg("3a"), freizuegg("11", 14), aufenthv("28")),
    ),
)

FAMILY_HINTS: tuple[Hint, ...] = (
    Hint(
        "r_ams_family",
        "Familie in mehreren Mitgliedstaaten",
        "Sucht jemand aus der Familie in einem anderen EU-Staat Schutz, kann Deutschland wegen der Familie zuständig "
        "sein.",
        (eu_2024_1351.whole(unverified=True),),
    ),
)
