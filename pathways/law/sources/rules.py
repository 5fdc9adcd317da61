"""Administrative rules and official practice that are cited; they bind authorities, not courts."""

from __future__ import annotations

from pathways.engine.citations import Citation, Source, SourceKind


def _rule(key: str, name: str, full_name: str, url: str = "", *, unverified: bool = False) -> Source:
    return Source(key, SourceKind.REGULATION, name, full_name, url, unverified)


def _practice(key: str, name: str, full_name: str, url: str = "", *, unverified: bool = False) -> Source:
    return Source(key, SourceKind.PRACTICE, name, full_name, url, unverified)


AVWV = _rule(
    "avwv",
    "AVwV",
    "Allgemeine Verwaltungsvorschrift zum Aufenthaltsgesetz vom 26.10.2009 (GMBl. S. 878)",
    "https://www.verwaltungsvorschriften-im-internet.de/bsvwvbund_26102009_MI31284060.htm",
)
VAB_BERLIN = _rule("vab_berlin", "VAB Berlin", "Verfahrenshinweise zum Aufenthalt in Berlin")
HAMBURG_VICTIMS = _rule(
    "m26196",
    "Hamburg, Weisung vom 19.4.2018 (M26196)",
    "Freie und Hansestadt Hamburg, Weisung zu Opfern von Menschenhandel vom 19.4.2018",
    "https://www.asyl.net/rsdb/m26196",
)
NDS_OLD = _rule("nds_old", "Nds. AH", "Niedersächsische Anwendungshinweise zum AufenthG vor 2009 (Kopie PRO ASYL)")
LAND_OLD = _rule("land_old", "Ältere Landesweisung", "Ältere Landesweisung zum AufenthG (Kopie PRO ASYL)")
SH_PROCEDURE = _rule(
    "sh_procedure",
    "SH Verfahrensgrundsätze 25.9.2025",
    "Härtefallkommission Schleswig-Holstein, Verfahrensgrundsätze vom 25.9.2025",
)
AA_INSTRUCTION = _rule(
    "aa_instruction",
    "AA-Weisung",
    "Interne Weisung des Auswärtigen Amts zu Härtefallanzeigen, gelesen nur in Zusammenfassungen "
    "(Flüchtlingsrat NRW; Ehrenamt Essen; PRO ASYL/Paritätischer); bindet Gerichte nicht",
)
AA_PRACTICE = _practice("aa_practice", "Praxis des Auswärtigen Amts", "Verwaltungspraxis der Auslandsvertretungen")
BAMF_CIRCULAR = _practice(
    "bamf_02_26",
    "BAMF, Trägerrundschreiben 02/26",
    "Bundesamt für Migration und Flüchtlinge, Trägerrundschreiben Integrationskurse 02/26 vom 9.2.2026",
)
BAMF_IRAN = _practice(
    "bamf_iran",
    "BAMF, Seite zu Aufnahmen aus dem Iran (15.11.2024)",
    "Bundesamt für Migration und Flüchtlinge, Seite zu Aufnahmen aus dem Iran, Stand 15.11.2024",
)
HFK_RP = _practice("hfk_rp", "Rheinland-Pfalz, Entwurf der HFK-Verordnung", "Landesverordnung RP, Entwurf 2023/24")
HFK_NI_DRAFT = _practice(
    "hfk_ni_draft",
    "Niedersachsen, Entwurf zur NHärteKVO",
    "Sechste Änderung der Niedersächsischen Härtefallkommissionsverordnung, Kabinettsentwurf Herbst 2025",
)
HFK_SL = _practice("hfk_sl", "Saarland, FAQ der Härtefallkommission", "Härtefallkommission des Saarlandes, FAQ")
HFK_SH = _practice(
    "hfk_sh",
    "Schleswig-Holstein, Seite der Härtefallkommission",
    "Härtefallkommission Schleswig-Holstein, Seite auf schleswig-holstein.de",
)
HFK_HE = _practice(
    "hfk_he", "Hessen, Praxis der Härtefallkommission", "Härtefallkommission Hessen, § 6a HFKG und Praxis"
)
HFK_BE = _practice(
    "hfk_be", "Berlin, Praxis der Härtefallkommission", "Härtefallkommission Berlin, Seite auf berlin.de"
)
VISA_EXTENSION_PRACTICE = _practice(
    "visa_extension_practice",
    "Verwaltungspraxis zur Visumverlängerung",
    "Verwaltungspraxis zur Visumverlängerung",
)
PRACTICE = _practice("practice", "Praxis", "Erfahrung aus der Beratung, keine Rechtsregel")
UNCHECKED_PRACTICE = _practice(
    "unchecked_practice",
    "Ungeprüfte Praxis",
    "Angaben zur Praxis, für die keine Quelle gelesen wurde",
    unverified=True,
)


def rule(source: Source, place: str = "", *, unverified: bool = False) -> Citation:
    """One of the rules or practices above, or a place in it (``"Nr. 4"``, ``"1.1"``)."""
    return Citation(source, f"{source.name}, {place}" if place else source.name, source.url, unverified)


def avwv(number: str, *, unverified: bool = False) -> Citation:
    """A number of the Allgemeine Verwaltungsvorschrift of 2009, which was never adapted to later law."""
    return Citation(AVWV, f"AVwV {number}", AVWV.url, unverified)


def nds_old(number: str) -> Citation:
    """A number of the Lower Saxon instructions from before 2009."""
    return Citation(NDS_OLD, f"Nds. AH {number}")


def vab_berlin(number: str, day: str) -> Citation:
    """A number of the Berlin instructions as read on a day (``"A.25.4a"``, ``"4.3.2020"``)."""
    return Citation(VAB_BERLIN, f"VAB Berlin {number} ({day})")


RULES = tuple(value for value in tuple(globals().values()) if isinstance(value, Source))
