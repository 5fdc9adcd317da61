"""The acts of the Federation that are cited, each with its official address."""

from __future__ import annotations

from pathways.law.sources.act import federal

aufenthg = federal(
    "aufenthg",
    "AufenthG",
    "Gesetz über den Aufenthalt, die Erwerbstätigkeit und die Integration von Ausländern im Bundesgebiet",
    "aufenthg_2004",
)
aufenthv = federal("aufenthv", "AufenthV", "Aufenthaltsverordnung", "aufenthv")
asylg = federal("asylg", "AsylG", "Asylgesetz", "asylvfg_1992")
asylblg = federal("asylblg", "AsylbLG", "Asylbewerberleistungsgesetz", "asylblg")
freizuegg = federal(
    "freizuegg",
    "FreizügG/EU",
    "Gesetz über die allgemeine Freizügigkeit von Unionsbürgern",
    "freiz_gg_eu_2004",
)
ukraine_fgv = federal(
    "ukraine_fgv",
    "UkraineAufenthFGV",
    "Verordnung zur Regelung der Fortgeltung der gemäß § 24 Absatz 1 des Aufenthaltsgesetzes erteilten "
    "Aufenthaltserlaubnisse für vorübergehend Schutzberechtigte aus der Ukraine",
    "ukraineaufenthfgv",
)
beschv = federal("beschv", "BeschV", "Beschäftigungsverordnung", "beschv_2013")
stag = federal("stag", "StAG", "Staatsangehörigkeitsgesetz", "stag")

sgb2 = federal("sgb2", "SGB II", "Sozialgesetzbuch Zweites Buch", "sgb_2")
sgb3 = federal("sgb3", "SGB III", "Sozialgesetzbuch Drittes Buch – Arbeitsförderung", "sgb_3")
sgb12 = federal("sgb12", "SGB XII", "Sozialgesetzbuch Zwölftes Buch – Sozialhilfe", "sgb_12")
sgb14 = federal("sgb14", "SGB XIV", "Sozialgesetzbuch Vierzehntes Buch – Soziale Entschädigung", "sgb_14")
bafoeg = federal("bafoeg", "BAföG", "Bundesausbildungsförderungsgesetz", "baf_g")
estg = federal("estg", "EStG", "Einkommensteuergesetz", "estg")
bkgg = federal("bkgg", "BKGG", "Bundeskindergeldgesetz", "bkgg_1996")
uhvorschg = federal("uhvorschg", "UhVorschG", "Unterhaltsvorschussgesetz", "uhvorschg")

gg = federal("gg", "GG", "Grundgesetz für die Bundesrepublik Deutschland", "gg", in_articles=True)
bgb = federal("bgb", "BGB", "Bürgerliches Gesetzbuch", "bgb")
stgb = federal("stgb", "StGB", "Strafgesetzbuch", "stgb")
stpo = federal("stpo", "StPO", "Strafprozessordnung", "stpo")
vwgo = federal("vwgo", "VwGO", "Verwaltungsgerichtsordnung", "vwgo")
vwvfg = federal("vwvfg", "VwVfG", "Verwaltungsverfahrensgesetz", "vwvfg")
rdg = federal("rdg", "RDG", "Rechtsdienstleistungsgesetz", "rdg")
schwarzarbg = federal("schwarzarbg", "SchwarzArbG", "Schwarzarbeitsbekämpfungsgesetz", "schwarzarbg_2004")
aueg = federal("aueg", "AÜG", "Arbeitnehmerüberlassungsgesetz", "a_g")

FEDERAL_ACTS = (
    aufenthg, aufenthv, asylg, asylblg, freizuegg, ukraine_fgv, beschv, stag,
    sgb2, sgb3, sgb12, sgb14, bafoeg, estg, bkgg, uhvorschg,
    gg, bgb, stgb, stpo, vwgo, vwvfg, rdg, schwarzarbg, aueg,
)  # fmt: skip
