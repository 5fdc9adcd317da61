"""Section A: the person, where the person is, and how the person came."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo
from pathways.law.facts.countries import NATIONALITIES

LOCATION = OneOf(
    id="location",
    section="A",
    label="Aufenthaltsort",
    label_en="Place of stay",
    ask=(
        "Wo hält sich die Person im Moment auf – in Deutschland, im Herkunftsland, in einem anderen Land oder an der "
        "Grenze/im Transit?"
    ),
    ask_en="Where is the person now: in Germany, in the home country, in another country, at a border or in transit?",
    note=(
        "The place of stay. A short journey with a valid title (no lapse under § 51 Abs. 1 Nr. 6, 7) still counts as "
        "in_germany. abroad_unspecified: abroad, country not known."
    ),
    note_de="Eine kurze Reise mit gültigem Titel zählt weiter als Aufenthalt in Deutschland.",
    note_en="A short journey with a valid permit still counts as being in Germany.",
    choices=(
        Choice("in_germany", "in Deutschland", "in Germany"),
        Choice("abroad_home_country", "im Ausland, im Herkunftsland", "abroad, in the home country"),
        Choice("abroad_third_country", "im Ausland, in einem Drittstaat", "abroad, in a third country"),
        Choice("border_or_transit", "an der Grenze oder im Transit", "at the border or in transit"),
        Choice("abroad_unspecified", "im Ausland, Staat nicht bekannt", "abroad, country not known"),
    ),
)

NATIONALITY = SomeOf(
    id="nationality",
    section="A",
    label="Staatsangehörigkeit",
    label_en="Nationality",
    ask="Welche Staatsangehörigkeit(en) hat die Person? Ist sie vielleicht staatenlos?",
    ask_en="Which nationality or nationalities does the person have? Could the person be stateless?",
    note_de="Alle Staatsangehörigkeiten angeben, auch die deutsche.",
    note_en="Name all nationalities, the German one too.",
    choices=NATIONALITIES,
)

FREE_MOVEMENT_STATUS = OneOf(
    id="free_movement_status",
    section="A",
    label="Freizügigkeit oder Sonderstatus",
    label_en="Free movement or special status",
    ask=(
        "Gilt für die Person EU-Freizügigkeit, die Schweizer Freizügigkeit, das Assoziationsrecht EU–Türkei, eine "
        "Befreiung (Diplomaten) oder ist sie (auch) Deutsche? Wurde ein Verlust festgestellt?"
    ),
    ask_en=(
        "Does the person (also) have German nationality, or rights under EU, Swiss or EU–Turkey rules, or is the "
        "person exempt? Has a loss of such a right been formally decided?"
    ),
    burden=1,
    derived=True,
    note=(
        "Pre-filled from nationality (DE → german; EU/EEA state → eu_eea_citizen; CH → swiss), to be confirmed. "
        "loss_determined: the authority has determined loss or absence of free movement."
    ),
    note_de=(
        "Vorschlag nach der Staatsangehörigkeit, bitte prüfen. Verlust: Die Behörde hat Verlust oder Nichtbestehen der "
        "Freizügigkeit festgestellt."
    ),
    note_en=(
        "Proposed from the nationality, please check. Loss: the authority has determined that free movement was lost "
        "or never existed."
    ),
    choices=(
        Choice("none", "nichts davon", "none of these"),
        Choice("german", "(auch) deutsche Staatsangehörigkeit", "(also) German nationality"),
        Choice("eu_eea_citizen", "Staatsangehörigkeit eines EU- oder EWR-Staates", "citizen of an EU or EEA state"),
        Choice(
            "family_of_eu_citizen",
            "Familienangehörige einer Unionsbürgerin oder eines Unionsbürgers",
            "family member of an EU citizen",
        ),
        Choice("swiss", "Schweizer Freizügigkeit", "Swiss free movement"),
        Choice(
            "turkish_association_right",
            "Assoziationsrecht EU–Türkei (ARB 1/80)",
            "EU–Türkiye association right (Decision 1/80)",
        ),
        Choice(
            "loss_determined",
            "Verlust oder Nichtbestehen der Freizügigkeit festgestellt",
            "loss or absence of free movement formally determined",
        ),
        Choice(
            "exempt_diplomatic",
            "vom Aufenthaltstitel befreit (diplomatischer oder konsularischer Dienst)",
            "exempt from the permit requirement (diplomatic or consular service)",
        ),
    ),
)

BIRTH_DATE = Day(
    id="birth_date",
    section="A",
    label="Geburtsdatum",
    label_en="Date of birth",
    ask="Wann ist die Person geboren (auch ungefähr)?",
    ask_en="When was the person born (roughly is enough)?",
    note_de="Ist der Tag nicht bekannt, genügen Monat oder Jahr.",
    note_en="If the day is not known, month or year is enough.",
)

UNACCOMPANIED_MINOR = YesNo(
    id="unaccompanied_minor",
    section="A",
    label="Unbegleitet minderjährig",
    label_en="Unaccompanied minor",
    ask="Ist die Person minderjährig und ohne sorgeberechtigte Eltern hier?",
    ask_en="Is the person under 18 and here without parents or guardians?",
    burden=1,
)

LEGAL_REPRESENTATION = OneOf(
    id="legal_representation",
    section="A",
    label="Gesetzliche Vertretung",
    label_en="Legal representation",
    ask="Wer darf für die Person Anträge stellen?",
    ask_en="Who may file applications for the person?",
    burden=1,
    choices=(
        Choice("adult", "volljährig, handelt selbst", "adult, acts alone"),
        Choice("minor_with_parents", "minderjährig, Eltern vertreten", "minor, represented by parents"),
        Choice("minor_with_guardian", "minderjährig, Vormund bestellt", "minor, guardian appointed"),
        Choice(
            "minor_without_representative",
            "minderjährig, ohne gesetzliche Vertretung",
            "minor, without a legal representative",
        ),
        Choice(
            "adult_with_care",
            "volljährig, rechtliche Betreuung",
            "adult, with a court-appointed legal guardian (rechtliche Betreuung)",
        ),
    ),
)

FEDERAL_STATE = OneOf(
    id="federal_state",
    section="A",
    label="Bundesland",
    label_en="Federal state",
    ask="In welchem Bundesland wohnt die Person bzw. zu wem will sie ziehen? Welche Ausländerbehörde ist zuständig?",
    ask_en=(
        "In which federal state does the person live, or to which one would the person move? Which authority is "
        "responsible?"
    ),
    note_de="Es zählt das Land der zuständigen Ausländerbehörde.",
    note_en="What counts is the state of the competent immigration authority (Ausländerbehörde).",
    choices=(
        Choice("BW", "Baden-Württemberg", "Baden-Württemberg"),
        Choice("BY", "Bayern", "Bavaria"),
        Choice("BE", "Berlin", "Berlin"),
        Choice("BB", "Brandenburg", "Brandenburg"),
        Choice("HB", "Bremen", "Bremen"),
        Choice("HH", "Hamburg", "Hamburg"),
        Choice("HE", "Hessen", "Hesse"),
        Choice("MV", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
        Choice("NI", "Niedersachsen", "Lower Saxony"),
        Choice("NW", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
        Choice("RP", "Rheinland-Pfalz", "Rhineland-Palatinate"),
        Choice("SL", "Saarland", "Saarland"),
        Choice("SN", "Sachsen", "Saxony"),
        Choice("ST", "Sachsen-Anhalt", "Saxony-Anhalt"),
        Choice("SH", "Schleswig-Holstein", "Schleswig-Holstein"),
        Choice("TH", "Thüringen", "Thuringia"),
    ),
)

LAST_ENTRY_DATE = Day(
    id="last_entry_date",
    section="A",
    label="Letzte Einreise",
    label_en="Last entry",
    ask="Wann ist die Person zuletzt nach Deutschland eingereist?",
    ask_en="When did the person last enter Germany?",
)

ENTRY_MODE = OneOf(
    id="entry_mode",
    section="A",
    label="Art der Einreise",
    label_en="Manner of entry",
    ask="Wie ist die Person eingereist – mit welchem Visum, visumfrei, ohne Papiere, oder ist sie hier geboren?",
    ask_en="How did the person enter: with which visa, visa-free, without papers – or born here?",
    burden=1,
    choices=(
        Choice("national_visa", "mit nationalem Visum (D)", "with a national visa (D)"),
        Choice("schengen_visa", "mit Schengen-Visum (C)", "with a Schengen visa (C)"),
        Choice("visa_free", "erlaubt ohne Visum", "lawfully without a visa"),
        Choice("no_visa_or_title", "ohne das nötige Visum oder einen Titel", "without the required visa or permit"),
        Choice("born_in_germany", "in Deutschland geboren", "born in Germany"),
        Choice(
            "title_of_other_eu_state",
            "mit Aufenthaltstitel eines anderen EU-Staates",
            "with a residence permit of another EU state",
        ),
    ),
)

CONTINUOUS_STAY_SINCE = Day(
    id="continuous_stay_since",
    section="A",
    label="Ununterbrochen in Deutschland seit",
    label_en="In Germany without a break since",
    ask="Seit wann lebt die Person ohne größere Unterbrechung in Deutschland?",
    ask_en="Since when has the person lived in Germany without a longer break?",
    note_de="Auch Zeiten mit Duldung oder Gestattung zählen mit.",
    note_en="Times with a Duldung or Gestattung count as well.",
)

LAWFUL_STAY_SINCE = Day(
    id="lawful_stay_since",
    section="A",
    label="Ununterbrochen rechtmäßiger Aufenthalt seit",
    label_en="Lawful stay without a break since",
    ask="Seit wann ist der Aufenthalt ununterbrochen rechtmäßig (Titel, Visum, Fiktion)?",
    ask_en="Since when has the stay been lawful without a break (permit, visa, certificate of continued validity)?",
    note_de="Zeiten mit Duldung zählen nicht.",
    note_en="Times with a Duldung do not count.",
)
