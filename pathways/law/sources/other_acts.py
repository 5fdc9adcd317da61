"""Acts of the Union, treaties and rules of the Länder that are cited."""

from __future__ import annotations

from pathways.law.sources.act import elsewhere

_EUR_LEX = "https://eur-lex.europa.eu"

eu_2024_1347 = elsewhere(
    "eu_2024_1347",
    "VO (EU) 2024/1347",
    "Verordnung (EU) 2024/1347 (Anerkennungsverordnung)",
    f"{_EUR_LEX}/eli/reg/2024/1347/oj",
    in_articles=True,
)
eu_2024_1348 = elsewhere(
    "eu_2024_1348",
    "VO (EU) 2024/1348",
    "Verordnung (EU) 2024/1348 (Asylverfahrensverordnung)",
    f"{_EUR_LEX}/eli/reg/2024/1348/oj",
    in_articles=True,
)
eu_2024_1351 = elsewhere(
    "eu_2024_1351",
    "VO (EU) 2024/1351",
    "Verordnung (EU) 2024/1351 (Asyl- und Migrationsmanagementverordnung)",
    f"{_EUR_LEX}/eli/reg/2024/1351/oj",
    in_articles=True,
)
visakodex = elsewhere(
    "visakodex",
    "Visakodex",
    "Verordnung (EG) Nr. 810/2009 über einen Visakodex der Gemeinschaft",
    f"{_EUR_LEX}/eli/reg/2009/810/oj",
    in_articles=True,
)
rl_2004_81 = elsewhere(
    "rl_2004_81",
    "RL 2004/81/EG",
    "Richtlinie 2004/81/EG über Aufenthaltstitel für Opfer des Menschenhandels",
    f"{_EUR_LEX}/eli/dir/2004/81/oj",
    in_articles=True,
)
rl_2024_1712 = elsewhere(
    "rl_2024_1712",
    "RL (EU) 2024/1712",
    "Richtlinie (EU) 2024/1712 zur Änderung der Richtlinie 2011/36/EU gegen den Menschenhandel",
    f"{_EUR_LEX}/eli/dir/2024/1712/oj",
    in_articles=True,
)
emrk = elsewhere(
    "emrk",
    "EMRK",
    "Konvention zum Schutz der Menschenrechte und Grundfreiheiten",
    "https://www.echr.coe.int/documents/d/echr/convention_deu",
    in_articles=True,
)
sdue = elsewhere(
    "sdue",
    "SDÜ",
    "Übereinkommen zur Durchführung des Übereinkommens von Schengen",
    f"{_EUR_LEX}/legal-content/DE/TXT/?uri=CELEX:42000A0922(02)",
    in_articles=True,
)

hfkvo_nrw = elsewhere("hfkvo_nrw", "HFKVO NRW", "Härtefallkommissionsverordnung Nordrhein-Westfalen vom 14.12.2004")
nhaertekvo = elsewhere(
    "nhaertekvo",
    "NHärteKVO",
    "Niedersächsische Härtefallkommissionsverordnung (Stand 2015/16; Neufassung offen)",
)
saechshfkvo = elsewhere("saechshfkvo", "SächsHFKVO", "Sächsische Härtefallkommissionsverordnung")
bayhfkomv = elsewhere(
    "bayhfkomv",
    "BayHFKomV",
    "Bayerische Härtefallkommissionsverordnung vom 8.8.2006",
    "https://www.gesetze-bayern.de/Content/Document/BayHFKomV",
)

OTHER_ACTS = (
    eu_2024_1347, eu_2024_1348, eu_2024_1351, visakodex, rl_2004_81, rl_2024_1712, emrk, sdue,
    hfkvo_nrw, nhaertekvo, saechshfkvo, bayhfkomv,
)  # fmt: skip
