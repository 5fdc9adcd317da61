"""Section A: the person, where the person is, and how the person came."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo
from pathways.law.facts.countries import NATIONALITIES

LOCATION = OneOf(
    id="location",
    section="A",
    label="location",
    label_en="location",
    ask=(
        "Wo hält sich die Person im Moment auf – in Deutschland, im Herkunftsland, in einem anderen Land "
        "oder an der Grenze/im Transit?"
    ),
    ask_en=(
        "Where is the person now: in Germany, in the home country, in another country, at a border or in "
        "transit?"
    ),
    note=(
        "The place of stay. A short journey with a valid title (no lapse under § 51 Abs. 1 Nr. 6, 7) still "
        "counts as in_germany. abroad_unspecified: abroad, country not known."
    ),
    choices=(
        Choice("in_germany", "in_germany", "in_germany"),
        Choice("abroad_home_country", "abroad_home_country", "abroad_home_country"),
        Choice("abroad_third_country", "abroad_third_country", "abroad_third_country"),
        Choice("border_or_transit", "border_or_transit", "border_or_transit"),
        Choice("abroad_unspecified", "abroad_unspecified", "abroad_unspecified"),
    ),
)

NATIONALITY = SomeOf(
    id="nationality",
    section="A",
    label="nationality",
    label_en="nationality",
    ask="Welche Staatsangehörigkeit(en) hat die Person? Ist sie vielleicht staatenlos?",
    ask_en="Which nationality or nationalities does the person have? Could the person be stateless?",
    choices=NATIONALITIES,
)

FREE_MOVEMENT_STATUS = OneOf(
    id="free_movement_status",
    section="A",
    label="free_movement_status",
    label_en="free_movement_status",
    ask=(
        "Gilt für die Person EU-Freizügigkeit, die Schweizer Freizügigkeit, das Assoziationsrecht EU–Türkei, "
        "eine Befreiung (Diplomaten) oder ist sie (auch) Deutsche? Wurde ein Verlust festgestellt?"
    ),
    ask_en=(
        "Does the person (also) have German nationality, or rights under EU, Swiss or EU–Turkey rules, or is "
        "the person exempt? Has a loss of such a right been formally decided?"
    ),
    burden=1,
    derived=True,
    note=(
        "Pre-filled from nationality (DE → german; EU/EEA state → eu_eea_citizen; CH → swiss), to be "
        "confirmed. loss_determined: the authority has determined loss or absence of free movement."
    ),
    choices=(
        Choice("none", "none", "none"),
        Choice("german", "german", "german"),
        Choice("eu_eea_citizen", "eu_eea_citizen", "eu_eea_citizen"),
        Choice("family_of_eu_citizen", "family_of_eu_citizen", "family_of_eu_citizen"),
        Choice("swiss", "swiss", "swiss"),
        Choice("turkish_association_right", "turkish_association_right", "turkish_association_right"),
        Choice("loss_determined", "loss_determined", "loss_determined"),
        Choice("exempt_diplomatic", "exempt_diplomatic", "exempt_diplomatic"),
    ),
)

BIRTH_DATE = Day(
    id="birth_date",
    section="A",
    label="birth_date",
    label_en="birth_date",
    ask="Wann ist die Person geboren (auch ungefähr)?",
    ask_en="When was the person born (roughly is enough)?",
)

UNACCOMPANIED_MINOR = YesNo(
    id="unaccompanied_minor",
    section="A",
    label="unaccompanied_minor",
    label_en="unaccompanied_minor",
    ask="Ist die Person minderjährig und ohne sorgeberechtigte Eltern hier?",
    ask_en="Is the person under 18 and here without parents or guardians?",
    burden=1,
)

LEGAL_REPRESENTATION = OneOf(
    id="legal_representation",
    section="A",
    label="legal_representation",
    label_en="legal_representation",
    ask="Wer darf für die Person Anträge stellen?",
    ask_en="Who may file applications for the person?",
    burden=1,
    choices=(
        Choice("adult", "adult", "adult"),
        Choice("minor_with_parents", "minor_with_parents", "minor_with_parents"),
        Choice("minor_with_guardian", "minor_with_guardian", "minor_with_guardian"),
        Choice(
            "minor_without_representative", "minor_without_representative", "minor_without_representative"
        ),
        Choice("adult_with_care", "adult_with_care", "adult_with_care"),
    ),
)

FEDERAL_STATE = OneOf(
    id="federal_state",
    section="A",
    label="federal_state",
    label_en="federal_state",
    ask=(
        "In welchem Bundesland wohnt die Person bzw. zu wem will sie ziehen? Welche Ausländerbehörde ist "
        "zuständig?"
    ),
    ask_en=(
        "In which federal state does the person live, or to which one would the person move? Which authority "
        "is responsible?"
    ),
    choices=(
        Choice("BW", "BW", "BW"),
        Choice("BY", "BY", "BY"),
        Choice("BE", "BE", "BE"),
        Choice("BB", "BB", "BB"),
        Choice("HB", "HB", "HB"),
        Choice("HH", "HH", "HH"),
        Choice("HE", "HE", "HE"),
        Choice("MV", "MV", "MV"),
        Choice("NI", "NI", "NI"),
        Choice("NW", "NW", "NW"),
        Choice("RP", "RP", "RP"),
        Choice("SL", "SL", "SL"),
        Choice("SN", "SN", "SN"),
        Choice("ST", "ST", "ST"),
        Choice("SH", "SH", "SH"),
        Choice("TH", "TH", "TH"),
    ),
)

LAST_ENTRY_DATE = Day(
    id="last_entry_date",
    section="A",
    label="last_entry_date",
    label_en="last_entry_date",
    ask="Wann ist die Person zuletzt nach Deutschland eingereist?",
    ask_en="When did the person last enter Germany?",
)

ENTRY_MODE = OneOf(
    id="entry_mode",
    section="A",
    label="entry_mode",
    label_en="entry_mode",
    ask=(
        "Wie ist die Person eingereist – mit welchem Visum, visumfrei, ohne Papiere, oder ist sie hier "
        "geboren?"
    ),
    ask_en="How did the person enter: with which visa, visa-free, without papers – or born here?",
    burden=1,
    choices=(
        Choice("national_visa", "national_visa", "national_visa"),
        Choice("schengen_visa", "schengen_visa", "schengen_visa"),
        Choice("visa_free", "visa_free", "visa_free"),
        Choice("no_visa_or_title", "no_visa_or_title", "no_visa_or_title"),
        Choice("born_in_germany", "born_in_germany", "born_in_germany"),
        Choice("title_of_other_eu_state", "title_of_other_eu_state", "title_of_other_eu_state"),
    ),
)

CONTINUOUS_STAY_SINCE = Day(
    id="continuous_stay_since",
    section="A",
    label="continuous_stay_since",
    label_en="continuous_stay_since",
    ask="Seit wann lebt die Person ohne größere Unterbrechung in Deutschland?",
    ask_en="Since when has the person lived in Germany without a longer break?",
)

LAWFUL_STAY_SINCE = Day(
    id="lawful_stay_since",
    section="A",
    label="lawful_stay_since",
    label_en="lawful_stay_since",
    ask="Seit wann ist der Aufenthalt ununterbrochen rechtmäßig (Titel, Visum, Fiktion)?",
    ask_en=(
        "Since when has the stay been lawful without a break (permit, visa, certificate of continued "
        "validity)?"
    ),
)
