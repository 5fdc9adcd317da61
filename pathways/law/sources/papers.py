"""Parliamentary papers, reports of associations and press that are cited."""

from __future__ import annotations

from pathways.engine.citations import Citation, Source, SourceKind


def _paper(key: str, name: str, full_name: str, url: str = "", *, unverified: bool = False) -> Source:
    return Source(key, SourceKind.PAPER, name, full_name, url, unverified)


def _bt(number: str, about: str = "", *, unverified: bool = False) -> Source:
    """A paper of the Bundestag with its official address."""
    term, serial = number.split("/")
    url = f"https://dserver.bundestag.de/btd/{term}/{serial.zfill(5)[:3]}/{term}{serial.zfill(5)}.pdf"
    name = f"BT-Drs. {number}"
    return Source(
        f"bt_{term}_{serial}",
        SourceKind.PARLIAMENT,
        name,
        f"Bundestagsdrucksache {number}{', ' if about else ''}{about}",
        url,
        unverified,
    )


WD = _paper(
    "wd",
    "WD",
    "Wissenschaftliche Dienste des Deutschen Bundestages, Humanitäre Aufenthaltstitel (Ausarbeitung 2024)",
)
WD_2015 = _paper(
    "wd_2015",
    "WD 3 - 3000 - 322/15",
    "Wissenschaftliche Dienste des Deutschen Bundestages, WD 3 - 3000 - 322/15",
)

BT_15_420 = _bt("15/420", "Entwurf des Zuwanderungsgesetzes")
BT_18_4097 = _bt("18/4097", "Neubestimmung des Bleiberechts")
BT_19_14640 = _bt("19/14640")
BT_19_21795 = _bt("19/21795", unverified=True)
BT_20_5676 = _bt("20/5676", "über hib 128/2023")
BT_20_11101 = _bt("20/11101", "Ausländerzentralregister zum 31.12.2023")
BT_21_166 = _bt("21/166")
BT_21_321 = _bt("21/321", "Aussetzung des Familiennachzugs zu subsidiär Schutzberechtigten")
BT_21_1353 = _bt("21/1353", "Antwort der Bundesregierung zu Aufnahmen russischer Staatsangehöriger")
LT_MV_7_3745 = Source(
    "lt_mv_7_3745",
    SourceKind.PARLIAMENT,
    "LT-Drs. MV 7/3745",
    "Landtag Mecklenburg-Vorpommern, Drucksache 7/3745 (2019)",
)

FR_NRW = _paper("fr_nrw", "Flüchtlingsrat NRW", "Flüchtlingsrat Nordrhein-Westfalen, Bericht zu humanitären Visa")
KOK = _paper("kok", "KOK", "KOK – Bundesweiter Koordinierungskreis gegen Menschenhandel e. V., Veröffentlichungen")
ASYL_NET = _paper("asyl_net", "asyl.net", "Informationsverbund Asyl & Migration, asyl.net", "https://www.asyl.net/")
ASYL_NET_HARDSHIP = _paper(
    "asyl_net_hardship",
    "asyl.net, „Das Härtefallverfahren“",
    "Informationsverbund Asyl & Migration, „Das Härtefallverfahren“",
)
FAMILY_ASYL_NET = _paper(
    "family_asyl_net",
    "familie.asyl.net",
    "Informationsverbund Asyl & Migration, familie.asyl.net",
    "https://familie.asyl.net/",
)
RESETTLEMENT_PORTAL = _paper(
    "resettlement", "Resettlement-Portal", "Resettlement-Portal, Übersicht der Landesaufnahmeprogramme"
)
LAND_PROGRAMMES_2026 = _paper(
    "land_programmes_2026",
    "Suche nach Landesprogrammen 2025/26",
    "Suche nach offenen Landesaufnahmeprogrammen in den Jahren 2025 und 2026, ohne vollständige Quelle",
    unverified=True,
)
BMJV_DRAFT = _paper(
    "bmjv_draft",
    "BMJV, Referentenentwurf 10/2025",
    "Bundesministerium der Justiz und für Verbraucherschutz, Entwurf zu §§ 232 ff. StGB, Oktober 2025",
)
KOCH = _paper("koch", "Koch", "Koch, in: Kluth/Hornung/Koch, Handbuch Zuwanderungsrecht, 3. Aufl. 2020, § 4")
HAILBRONNER = _paper("hailbronner", "Hailbronner", "Hailbronner, Ausländerrecht, § 22 und § 23 AufenthG")
KLUTH_BOLEY = _paper("kluth_boley", "Kluth/Boley", "Kluth/Boley, Kommentierung zu § 22 AufenthG")

STANDARD = _paper("standard", "Štandard", "Štandard, Bericht zur russischen Emigration")
PRESS_2022 = _paper("press_2022", "Presse 5/2022", "t-online, n-tv, Mai 2022")
PRESS_28_2_2024 = _paper("press_2024", "Pressetext vom 28.2.2024", "Pressetext vom 28.2.2024 (A. Riechelmann)")
TAZ_2025 = _paper("taz_2025", "taz 10/11 2025", "die tageszeitung, Oktober und November 2025")
TAZ_2026 = _paper("taz_2026", "taz 8.1.2026", "die tageszeitung, 8.1.2026")
DPA_2026 = _paper("dpa_2026", "dpa 3.1.2026", "Deutsche Presse-Agentur, 3.1.2026")
EVANGELISCHE_ZEITUNG = _paper(
    "evangelische_zeitung", "evangelische-zeitung.de", "Evangelische Zeitung, zu Rheinland-Pfalz"
)


def paper(source: Source, place: str = "", *, unverified: bool = False) -> Citation:
    """One of the papers above, or a place in it (``"S. 80"``, ``"Antwort zu 7, 11–13"``)."""
    return Citation(source, f"{source.name}, {place}" if place else source.name, source.url, unverified)


def bt(number: str, place: str = "", *, unverified: bool = False) -> Citation:
    """A paper of the Bundestag by its number (``"21/1353"``); KeyError where it is not among the sources."""
    return paper(_BUNDESTAG[f"BT-Drs. {number}"], place, unverified=unverified)


def wd(section: int | str) -> Citation:
    """A section of the paper of the Wissenschaftliche Dienste."""
    return paper(WD, f"Abschnitt {section}")


def wd_fn(number: int) -> Citation:
    """A footnote of the paper of the Wissenschaftliche Dienste."""
    return paper(WD, f"Fn. {number}")


PAPERS = tuple(value for value in tuple(globals().values()) if isinstance(value, Source))
_BUNDESTAG = {source.name: source for source in PAPERS if source.kind is SourceKind.PARLIAMENT}
