"""The court decisions that are cited, as they were seen in the courts' or asyl.net's databases."""

from __future__ import annotations

from datetime import date

from pathways.engine.citations import Citation, Source, SourceKind


def _short(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _seen(
    court: str,
    day: date,
    number: str,
    about: str = "",
    *,
    m: int | None = None,
    url: str = "",
    unverified: bool = False,
) -> Source:
    """A decision; ``m``: its number at asyl.net, which gives the link if there is no other."""
    url = url or (f"https://www.asyl.net/rsdb/m{m}" if m else "")
    name = f"{court} {_short(day)} – {number}"
    full_name = ", ".join(part for part in (name, f"asyl.net M{m}" if m else "", about) if part)
    key = f"{court} {number}".lower().replace("/", "-").replace(".", "-").replace(" ", "_")
    return Source(key, SourceKind.DECISION, name, full_name, url, unverified)


def _at_asyl_net(m: int, about: str, *, name: str = "") -> Source:
    """A decision known by its asyl.net number alone: court or date have not been seen."""
    name = name or f"asyl.net M{m}"
    return Source(f"m{m}", SourceKind.DECISION, name, f"{name}, {about}", f"https://www.asyl.net/rsdb/m{m}")


def _bverwg(day: date, number: str, about: str, *, m: int | None = None) -> Source:
    """A judgment of the Bundesverwaltungsgericht since 2002, with the address the court gives it."""
    address = f"https://www.bverwg.de/de/{day:%d%m%y}U{number.replace(' ', '')}.0"
    return _seen("BVerwG", day, number, about, m=m, url=address)


def _eugh(day: date, number: str, about: str, celex: str, *, m: int | None = None, unverified: bool = False) -> Source:
    url = f"https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:{celex}"
    return _seen("EuGH", day, number, about, m=m, url=url, unverified=unverified)


def decision(source: Source, place: str = "", *, unverified: bool = False) -> Citation:
    """A decision or a place in it (``"LS 2"``, ``"red. LS 4"``, ``"Rn. 41"``)."""
    return Citation(source, f"{source.name}, {place}" if place else source.name, source.url, unverified)


EUGH_HUMANITARIAN_VISA = _eugh(
    date(2017, 3, 7), "C-638/16 PPU", "keine Pflicht zu humanitären Visa", "62016CJ0638", unverified=True
)
EUGH_REFLECTION_PERIOD = _eugh(date(2022, 10, 20), "C-66/21", "O. T. E.: Bedenkzeit", "62021CJ0066")
EUGH_TRANSFER_TIME_LIMIT = _eugh(
    date(2023, 3, 30), "C-338/21", "Überstellungsfrist läuft in der Bedenkzeit weiter", "62021CJ0338", m=31404
)
EGMR_MA_DENMARK = _seen("EGMR", date(2021, 7, 9), "6697/18", "M. A. gegen Dänemark")
BVERFG_TIMELY_VISA_DECISION = _seen(
    "BVerfG",
    date(2025, 12, 4),
    "2 BvR 1511/25",
    "Anspruch auf rechtzeitige Entscheidung über den Visumantrag",
)

BVERWG_EQUAL_TREATMENT = _seen("BVerwG", date(2000, 9, 19), "1 C 19.99", "BVerwGE 112, 63")
BVERWG_SOLL_NO_CLAIM_2008 = _bverwg(date(2008, 12, 16), "1 C 37.07", "Soll-Norm ist kein gesetzlicher Anspruch")
BVERWG_ADMISSION_PROMISE = _bverwg(date(2011, 11, 15), "1 C 21.10", "zu § 23 Abs. 2 AufenthG")
BVERWG_STRICT_CLAIM = _bverwg(date(2015, 12, 17), "1 C 31.14", "gesetzlicher Anspruch in § 10 AufenthG")
BVERWG_SUBSEQUENT_APPLICATION = _bverwg(date(2016, 7, 12), "1 C 23.15", "auch Folgeanträge")
BVERWG_ENTRY_BAN_COMPETENCE = _bverwg(date(2018, 1, 25), "1 C 7.17", "Zuständigkeit bei § 11 Abs. 7 AufenthG")
BVERWG_SCHENGEN_VISA = _bverwg(date(2019, 11, 19), "1 C 22.18", "keine Fiktion bei Schengen-Visa")
BVERWG_SUBSIDIARY_FAMILY = _bverwg(date(2020, 12, 17), "1 C 30.19", "Familiennachzug zu subsidiär Geschützten", m=29408)
BVERWG_FEDERAL_CONSENT = _bverwg(date(2022, 3, 15), "1 A 1.21", "Einvernehmen des BMI nach § 23 Abs. 1 S. 3 AufenthG")
BVERWG_COMING_OF_AGE = _bverwg(date(2022, 12, 8), "1 C 56.20", "Volljährigkeit beendet den Nachzugsanspruch")

OVG_BB_SPECIAL_SITUATION = _seen("OVG BB", date(2018, 1, 8), "3 S 109.17", "Sondersituation, § 22 S. 1 AufenthG")
OVG_BB_SPECIAL_SITUATION_2020 = _seen("OVG BB", date(2020, 9, 22), "3 B 38.19", "§ 22 S. 1 AufenthG")
OVG_BB_SPECIAL_SITUATION_2022 = _seen("OVG BB", date(2022, 10, 5), "3 B 3/21", "§ 22 S. 1 AufenthG")
OVG_BB_HARDSHIP_36_2 = _seen("OVG BB", date(2014, 2, 27), "2 B 12.12", "zu § 36 Abs. 2 AufenthG", m=21808)
OVG_BB_LOCAL_STAFF = _seen("OVG BB", date(2021, 11, 3), "6 S 28/21", "§ 22 S. 2 AufenthG", m=30506)
OVG_BB_RU_CONSCRIPTS = _seen("OVG BB", date(2024, 8, 22), "12 B 17/23", "russische Wehrpflichtige", m=32833)
OVG_BB_RU_CONSCRIPTS_2 = _seen("OVG BB", date(2024, 8, 22), "12 B 18/23", "russische Wehrpflichtige", m=32833)
OVG_BB_DECLARATION_2 = _seen("OVG BB", date(2025, 8, 22), "6 S 44/25", "§ 22 S. 2 AufenthG")
OVG_BB_ADMISSION_23_2 = _seen("OVG BB", date(2025, 8, 26), "6 S 51/25", "zu § 23 Abs. 2 AufenthG")
OVG_BB_DECLARATION = _seen(
    "OVG BB", date(2025, 8, 28), "6 S 47/25", "Aufnahmeerklärung ist kein Verwaltungsakt", m=33676
)
OVG_BREMEN_SCHOOL = _seen("OVG Bremen", date(2006, 7, 21), "1 B 106/06", "Schulabschluss", m=10085)
OVG_BREMEN_VICTIM_PROVEN = _seen("OVG Bremen", date(2017, 8, 1), "1 B 109/17", "erwiesene Opferstellung", m=25334)
OVG_BREMEN_RELIANCE = _seen("OVG Bremen", date(2018, 2, 13), "1 B 268/17", "Vertrauen nach der Einreise", m=26100)
OVG_LSA_WARNING = _seen("OVG LSA", date(2011, 4, 14), "2 L 238/09", "Hinweis nach § 14 Abs. 1 S. 3 AsylG", m=18509)
OVG_NDS_TEMPORARY = _seen("OVG Nds", date(2005, 6, 27), "11 ME 96/05", "vorübergehender Zweck")
OVG_NDS_HARDSHIP = _seen("OVG Nds", date(2006, 2, 21), "1 LB 181/05", "Härtemaßstab; § 23a AufenthG")
OVG_NDS_CARE = _seen("OVG Nds", date(2007, 11, 1), "10 PA 96/07", "Pflege, zu § 25 Abs. 5 AufenthG")
OVG_NDS_NO_STAY = _seen("OVG Nds", date(2012, 9, 25), "8 ME 181/12", "kein Bleiberecht im Härtefallverfahren")
OVG_NDS_PURPOSES = _seen("OVG Nds", date(2018, 2, 28), "8 ME 1/18", "alle Aufenthaltszwecke im Antrag nennen")
OVG_NDS_DULDUNG_LIGHT_1 = _seen("OVG Nds", date(2021, 6, 9), "13 ME 587/20", "§ 5 Abs. 4 S. 2 NHärteKVO", m=29697)
OVG_NDS_DULDUNG_LIGHT_2 = _seen("OVG Nds", date(2021, 6, 23), "13 PA 96/21", "§ 5 Abs. 4 S. 2 NHärteKVO", m=29784)
OVG_NRW_HUMANITY = _seen("OVG NRW", date(1998, 7, 8), "17 A 517/96", "unabweisbares Gebot der Menschlichkeit")
OVG_NRW_OFFENCES = _seen("OVG NRW", date(2005, 9, 26), "18 B 1476/05", "Straftaten, § 23a AufenthG", m=7333)
OVG_SAARLAND_HOME_DANGERS = _seen("OVG Saarland", date(2006, 3, 27), "2 Q 45/05", "Gefahren im Herkunftsstaat")
OVG_SAARLAND_EXTENSION = _seen("OVG Saarland", date(2006, 10, 17), "2 Q 25/06", "§ 25 Abs. 4 S. 2 AufenthG")
OVG_SCHLESWIG_NO_STAY = _seen(
    "OVG Schleswig", date(2025, 12, 19), "6 MB 41/25", "kein Bleiberecht im Härtefallverfahren"
)
OVG_BAUTZEN_SUSPENSION = _seen("OVG Bautzen", date(2025, 12, 5), "3 A 401/24", "§ 4 Abs. 5 SächsHFKVO")
VGH_BW_PERMIT_TO_EXTEND = _seen("VGH BW", date(2005, 2, 9), "11 S 1099/04", "§ 25 Abs. 4 S. 2 AufenthG", m=7829)
VGH_BW_SUSPENSIVE_EFFECT = _seen("VGH BW", date(2007, 11, 20), "11 S 2364/07", "Vollziehbarkeit")
VGH_BW_HARDSHIP_EXTENSION = _seen(
    "VGH BW",
    date(2025, 10, 20),
    "11 S 1807/25",
    "keine Rechte aus § 23a AufenthG, auch bei der Verlängerung",
    m=33789,
)
VGH_HESSEN_STRICT_CLAIM = _seen("VGH Hessen", date(2014, 10, 1), "6 A 2206/13", "§ 10 AufenthG", m=22493)
VGH_MUENCHEN_ROOTS = _seen("VGH München", date(2023, 7, 25), "19 ZB 23.870", "Verwurzelung; Art. 8 EMRK")
VGH_MUENCHEN_ADMISSION_23_2 = _seen("VGH München", date(2025, 6, 27), "19 CE 25.966", "zu § 23 Abs. 2 AufenthG")

VG_BERLIN_CHILD_ILL = _seen("VG Berlin", date(2017, 11, 7), "36 K 92.17 V", "krankes Kind in Deutschland")
VG_BERLIN_CONSCRIPTS_2023 = _seen("VG Berlin", date(2023, 8, 11), "12 K 48/23 A", "aufgehoben", m=32834)
VG_BERLIN_CONSCRIPTS_1 = _seen("VG Berlin", date(2025, 1, 20), "33 K 504/24 A", "subsidiärer Schutz")
VG_BERLIN_CONSCRIPTS_2 = _seen("VG Berlin", date(2025, 1, 20), "33 K 519/24 A", "subsidiärer Schutz")
VG_BERLIN_CONSCRIPTS_3 = _seen("VG Berlin", date(2025, 7, 2), "12 K 210/24 A", "subsidiärer Schutz")
VG_BERLIN_ARBITRARINESS = _seen("VG Berlin", date(2025, 7, 14), "24 K 98/24 V", "nur Willkürkontrolle")
VG_BERLIN_NO_RELIANCE = _seen("VG Berlin", date(2026, 1, 6), "41 L 763/25 V", "kein Vertrauensschutz")
VG_BERLIN_VISA_CLAIM = _seen("VG Berlin", date(2026, 1, 16), "33 L 585/25 V", "Abkehr war willkürlich", m=33966)
VG_BRAUNSCHWEIG_SCHOOL = _seen(
    "VG Braunschweig", date(2005, 9, 1), "5 A 15/05", "Schulabschluss, mehr als sechs Monate"
)
VG_BRAUNSCHWEIG_INDEPENDENT = _seen(
    "VG Braunschweig", date(2006, 1, 10), "6 B 432/05", "§ 25 Abs. 4 S. 1 und 2 AufenthG"
)
VG_DUESSELDORF_REFLECTION = _seen(
    "VG Düsseldorf", date(2017, 6, 12), "7 K 6086/17.A", "§ 59 Abs. 7 bindet das BAMF", m=25770
)
VG_FREIBURG_SUSPENSIVE = _seen("VG Freiburg", date(2008, 6, 27), "1 K 737/08", "zitiert VGH BW 11 S 2364/07")

VG_BERLIN_ADMISSION_23_2 = Source(
    "vg_berlin_40_l_144-25_a",
    SourceKind.DECISION,
    "VG Berlin – 40 L 144/25 A",
    "VG Berlin, 40 L 144/25 A, zu § 23 Abs. 2 AufenthG (Datum nicht gesehen)",
)
M7805_TEMPORARY = _at_asyl_net(7805, "§ 25 Abs. 4 S. 1 AufenthG in der Fassung vor 2007")
M7830_EXCEPTIONAL_HARDSHIP = _at_asyl_net(7830, "außergewöhnliche Härte, § 25 Abs. 4 S. 2 AufenthG")
M30396_FORMAL_APPLICATION = _at_asyl_net(30396, "förmlicher Visumantrag bei § 22 AufenthG")

DECISIONS = tuple(value for value in tuple(globals().values()) if isinstance(value, Source))
