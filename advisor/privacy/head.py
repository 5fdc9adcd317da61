"""What every document starts and ends with: who is responsible, how far it can be relied on, what is still open."""

from __future__ import annotations

from advisor.accounts.models import Office
from advisor.privacy.parts import UNVERIFIED, Bullets, Paragraph, Section, Table, blank
from advisor.web.operator import Operator


def responsible(office: Office, cite: str) -> Section:
    """The controller and whoever else has to be named; what the program cannot know is a gap."""
    operator = Operator.from_settings()
    host = ", ".join((operator.name, *operator.address, operator.email)) if operator.name else blank("Betreiber")
    return Section(
        "Verantwortliche und Ansprechpersonen",
        (
            Table(
                "Verantwortliche und Ansprechpersonen",
                ("Wer", "Angaben"),
                (
                    (
                        "Verantwortlicher (Art. 4 Nr. 7 DSGVO)",
                        (office.name, blank("Rechtsform, Anschrift, Vertretung")),
                    ),
                    ("Erreichbar unter", blank("Telefon, E-Mail")),
                    (
                        "Datenschutzbeauftragte (Art. 37 DSGVO, § 38 BDSG)",
                        blank("Name und Kontakt, oder warum niemand benannt werden muss"),
                    ),
                    (
                        "Betrieb des Servers",
                        (host, blank("Vertrag nach Art. 28 DSGVO, wenn nicht der Träger selbst den Server betreibt")),
                    ),
                    ("Gemeinsam Verantwortliche (Art. 26 DSGVO)", blank("wer, oder: keine")),
                ),
            ),
        ),
        cite,
    )


def reservation() -> Section:
    """What nobody may read into the document."""
    return Section(
        "Was dieser Entwurf ist",
        (
            Paragraph(
                "Das Programm hat diesen Entwurf aus seinen eigenen Fragen, Regeln, Rollen und Einstellungen "
                "gemacht. Er beschreibt das Programm, nicht Ihre Stelle. Er ersetzt keine Rechtsberatung und keine "
                "Prüfung durch Ihre Datenschutzbeauftragten. Gültig wird er erst, wenn Ihr Träger ihn geprüft, "
                "ergänzt und beschlossen hat."
            ),
            Bullets(
                (
                    f"{blank()} heißt: Das kann nur Ihr Träger wissen oder entscheiden.",
                    f"{UNVERIFIED} heißt: Diese Aussage hat noch niemand an der Quelle geprüft.",
                    "Für kirchliche Träger können statt der DSGVO eigene Regeln gelten (Art. 91 DSGVO), zum Beispiel "
                    f"das DSG-EKD oder das KDG. {blank('gilt die DSGVO?')}",
                )
            ),
        ),
    )
