"""The norms a residence title can stand on: of the present title and of what an application asks for."""

from __future__ import annotations

from pathways.engine.facts import Choice

TITLE_NORMS: tuple[Choice, ...] = (
    Choice("16a", "§ 16a (Berufsausbildung, Weiterbildung)", "§ 16a (vocational training)"),
    Choice("16b", "§ 16b (Studium)", "§ 16b (study)"),
    Choice("16d", "§ 16d (Anerkennung von Berufsqualifikationen)", "§ 16d (recognition of qualifications)"),
    Choice("16f", "§ 16f (Sprachkurs, Schulbesuch, Austausch)", "§ 16f (language course, school, exchange)"),
    Choice("16g", "§ 16g (Berufsausbildung für Ausreisepflichtige)", "§ 16g (training for persons required to leave)"),
    Choice("17", "§ 17 (Suche eines Ausbildungs- oder Studienplatzes)", "§ 17 (search for a training or study place)"),
    Choice("18a", "§ 18a (Fachkraft mit Berufsausbildung)", "§ 18a (skilled worker with vocational training)"),
    Choice("18b", "§ 18b (Fachkraft mit akademischer Ausbildung)", "§ 18b (skilled worker with a degree)"),
    Choice("18g", "§ 18g (Blaue Karte EU)", "§ 18g (Blue Card EU)"),
    Choice("19c", "§ 19c (sonstige Beschäftigung)", "§ 19c (other employment)"),
    Choice("19d", "§ 19d (qualifizierte Geduldete)", "§ 19d (qualified persons with a Duldung)"),
    Choice("20", "§ 20 (Arbeitsplatzsuche für Fachkräfte)", "§ 20 (job search for skilled workers)"),
    Choice("20a", "§ 20a (Chancenkarte)", "§ 20a (opportunity card)"),
    Choice("21", "§ 21 (selbständige Tätigkeit)", "§ 21 (self-employment)"),
    Choice("22_1", "§ 22 S. 1 (Aufnahme aus dem Ausland)", "§ 22 S. 1 (admission from abroad)"),
    Choice("22_2", "§ 22 S. 2 (Aufnahmeerklärung des BMI)", "§ 22 S. 2 (admission declared by the interior ministry)"),
    Choice("23_1", "§ 23 Abs. 1 (Landesanordnung)", "§ 23 Abs. 1 (order of a federal state)"),
    Choice("23_2", "§ 23 Abs. 2 (Aufnahmezusage des Bundes)", "§ 23 Abs. 2 (federal admission)"),
    Choice("23_4", "§ 23 Abs. 4 (Resettlement)", "§ 23 Abs. 4 (resettlement)"),
    Choice("23a", "§ 23a (Härtefall)", "§ 23a (hardship case)"),
    Choice("24", "§ 24 (vorübergehender Schutz)", "§ 24 (temporary protection)"),
    Choice("25_1", "§ 25 Abs. 1 (Asylberechtigte)", "§ 25 Abs. 1 (persons granted asylum)"),
    Choice(
        "25_2",
        "§ 25 Abs. 2 (Flüchtlinge, subsidiär Schutzberechtigte)",
        "§ 25 Abs. 2 (refugees, subsidiary protection)",
    ),
    Choice("25_3", "§ 25 Abs. 3 (Abschiebungsverbot)", "§ 25 Abs. 3 (removal ban)"),
    Choice("25_4_1", "§ 25 Abs. 4 S. 1 (vorübergehender Aufenthalt)", "§ 25 Abs. 4 S. 1 (temporary stay)"),
    Choice("25_4_2", "§ 25 Abs. 4 S. 2 (außergewöhnliche Härte)", "§ 25 Abs. 4 S. 2 (extraordinary hardship)"),
    Choice(
        "25_4a_1",
        "§ 25 Abs. 4a S. 1 (Opfer von Menschenhandel, Strafverfahren)",
        "§ 25 Abs. 4a S. 1 (trafficking victims, criminal case)",
    ),
    Choice(
        "25_4a_3",
        "§ 25 Abs. 4a S. 3 (Opfer von Menschenhandel, nach dem Verfahren)",
        "§ 25 Abs. 4a S. 3 (trafficking victims, after the case)",
    ),
    Choice("25_4b", "§ 25 Abs. 4b (Opfer von Arbeitsausbeutung)", "§ 25 Abs. 4b (victims of labour exploitation)"),
    Choice("25_5", "§ 25 Abs. 5 (Ausreise unmöglich)", "§ 25 Abs. 5 (departure impossible)"),
    Choice("25a", "§ 25a (gut integrierte Jugendliche)", "§ 25a (well-integrated young people)"),
    Choice("25b", "§ 25b (nachhaltige Integration)", "§ 25b (lasting integration)"),
    Choice("28", "§ 28 (Familiennachzug zu Deutschen)", "§ 28 (family of Germans)"),
    Choice("30", "§ 30 (Ehegattennachzug)", "§ 30 (spouses of foreigners)"),
    Choice("31", "§ 31 (eigenständiges Recht nach Trennung)", "§ 31 (independent right after separation)"),
    Choice("32", "§ 32 (Kindernachzug)", "§ 32 (children of foreigners)"),
    Choice("36", "§ 36 (Eltern, sonstige Angehörige)", "§ 36 (parents, other relatives)"),
    Choice(
        "36a", "§ 36a (Nachzug zu subsidiär Schutzberechtigten)", "§ 36a (family of persons with subsidiary protection)"
    ),
    Choice("37", "§ 37 (Wiederkehr)", "§ 37 (return)"),
    Choice(
        "38a",
        "§ 38a (langfristig Aufenthaltsberechtigte anderer EU-Staaten)",
        "§ 38a (long-term residents of other EU states)",
    ),
    Choice("104c", "§ 104c (Chancen-Aufenthaltsrecht)", "§ 104c (opportunity right of residence)"),
)
