"""Section E, first part: why the person needs a stay, and what speaks for or against it."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo

GROUND_TYPES = SomeOf(
    id="ground_types",
    section="E",
    label="Gründe für den Aufenthalt",
    label_en="Grounds for the stay",
    ask="Weshalb braucht die Person gerade jetzt einen Aufenthalt? (mehrere möglich)",
    ask_en="Why does the person need to stay or come now? (several possible)",
    burden=1,
    choices=(
        Choice("medical_treatment", "medizinische Behandlung", "medical treatment"),
        Choice("care_of_relative", "Pflege von Angehörigen durch die Person", "the person cares for a relative"),
        Choice(
            "finish_school_or_training",
            "Abschluss von Schule, Ausbildung oder Studium",
            "completion of school, training or study",
        ),
        Choice("birth_or_maternity_protection", "Geburt, Mutterschutz", "birth, maternity protection"),
        Choice("dying_or_death_of_relative", "Sterben oder Tod von Angehörigen", "dying or death of a relative"),
        Choice("court_or_authority_case", "Gerichts- oder Behördenverfahren", "court or authority proceedings"),
        Choice("witness", "Zeugenaussage", "testimony as a witness"),
        Choice(
            "domestic_violence_or_forced_marriage",
            "häusliche Gewalt oder Zwangsheirat",
            "domestic violence or forced marriage",
        ),
        Choice("family_unity", "Einheit der Familie", "family unity"),
        Choice("long_integration", "lange Integration", "long integration"),
        Choice("danger_to_life_abroad", "Gefahr für Leib oder Leben im Ausland", "danger to life and limb abroad"),
        Choice("other", "anderer Grund", "another ground"),
        Choice("none", "kein besonderer Grund", "no particular ground"),
        Choice("care_by_relative", "Pflege der Person durch Angehörige", "the person is cared for by a relative"),
        Choice(
            "stabilisation_after_violence_or_exploitation",
            "Stabilisierung nach Gewalt oder Ausbeutung",
            "stabilisation after violence or exploitation",
        ),
    ),
)

URGENT_REASONS_25_4_1 = YesNo(
    id="urgent_reasons_25_4_1",
    section="E",
    label="Dringende humanitäre oder persönliche Gründe (§ 25 Abs. 4 S. 1)",
    label_en="Urgent humanitarian or personal reasons (§ 25 Abs. 4 S. 1)",
    ask="Ist der Grund dringend – wäre die Ausreise gerade jetzt nicht zumutbar?",
    ask_en="Is the reason urgent – would leaving right now be unreasonable?",
    burden=1,
    judgement=True,
)

GROUND_IS_TEMPORARY = YesNo(
    id="ground_is_temporary",
    section="E",
    label="Grund ist vorübergehend",
    label_en="Ground is temporary",
    ask="Endet dieser Grund absehbar (auch wenn die Person lieber länger bliebe)?",
    ask_en="Will this reason foreseeably end (even if the person would rather stay longer)?",
    burden=1,
    judgement=True,
    note_de="Es geht um den Grund, nicht um den Wunsch der Person.",
    note_en="This is about the ground, not about the person’s wish.",
)

GROUND_END_DATE = Day(
    id="ground_end_date",
    section="E",
    label="Voraussichtliches Ende des Grundes",
    label_en="Expected end of the ground",
    ask="Bis wann etwa (OP, Prüfung, Geburt, Verhandlung)?",
    ask_en="Until about when (operation, exam, birth, hearing)?",
)

PERMANENT_INTENT = YesNo(
    id="permanent_intent",
    section="E",
    label="Wunsch nach Daueraufenthalt",
    label_en="Wish to stay permanently",
    ask="Möchte die Person eigentlich auf Dauer bleiben?",
    ask_en="Would the person actually like to stay permanently?",
    burden=1,
    note_de="Der Wunsch schadet nicht, wenn daneben ein vorübergehender Grund besteht.",
    note_en="The wish does no harm where there is a temporary ground besides.",
)

ONLY_ACHIEVABLE_IN_GERMANY = YesNo(
    id="only_achievable_in_germany",
    section="E",
    label="Ziel nur in Deutschland zumutbar erreichbar",
    label_en="Aim reasonably attainable only in Germany",
    ask="Lässt sich das Ziel zumutbar auch aus dem oder im Ausland erreichen? (Antwort „nein“ = nur hier)",
    ask_en="Can the aim reasonably be reached from or in another country as well?",
    burden=1,
    judgement=True,
    asked_in_reverse=True,
    note=(
        "Meaning of the value unchanged: yes = reasonably attainable only in Germany. The screen asks the reverse and "
        "stores the inverted answer."
    ),
    note_de="Gefragt wird umgekehrt: „nein“ heißt, das Ziel ist zumutbar nur in Deutschland zu erreichen.",
    note_en=(
        "The question is put the other way round: “no” means that the aim can reasonably be reached only in Germany."
    ),
)

ACUTE_DANGER_ABROAD = YesNo(
    id="acute_danger_abroad",
    section="E",
    label="Konkrete Gefahr für Leib oder Leben im Ausland",
    label_en="Concrete danger to life and limb abroad",
    ask="Besteht im Ausland eine konkrete Gefahr für Leib oder Leben dieser Person?",
    ask_en="Is there a concrete danger to this person’s life or health abroad?",
    burden=2,
    sensitive=True,
    judgement=True,
)

INTERNATIONAL_LAW_GROUND_22 = YesNo(
    id="international_law_ground_22",
    section="E",
    label="Völkerrechtlicher Grund (§ 22 S. 1)",
    label_en="Ground of international law (§ 22 S. 1)",
    ask="Gibt es einen völkerrechtlichen Grund (z. B. Bitte des UNHCR, Vertragspflicht)?",
    ask_en="Is there a reason under international law (for example a request of UNHCR, a treaty duty)?",
    judgement=True,
)

COMPELLING_HUMANITY_22 = YesNo(
    id="compelling_humanity_22",
    section="E",
    label="Unabweisbares Gebot der Menschlichkeit (§ 22 S. 1)",
    label_en="Compelling demand of humanity (§ 22 S. 1)",
    ask="Ist die Aufnahme aus Ihrer Sicht ein unabweisbares Gebot der Menschlichkeit?",
    ask_en="In your view, is admission an inescapable demand of humanity?",
    burden=1,
    judgement=True,
)

PROMPT_ADMISSION_NEEDED = YesNo(
    id="prompt_admission_needed",
    section="E",
    label="Baldige Aufnahme unerlässlich",
    label_en="Prompt admission indispensable",
    ask="Muss die Aufnahme bald geschehen, weil sonst der Schaden eintritt?",
    ask_en="Must admission happen soon because harm would otherwise occur?",
    burden=1,
    judgement=True,
)

OTHER_ENTRY_ROUTE = OneOf(
    id="other_entry_route",
    section="E",
    label="Anderer Weg der Einreise",
    label_en="Other route of entry",
    ask="Steht ein anderes Visum wirklich offen und ist es zumutbar?",
    ask_en="Is another visa really open and reasonable?",
    judgement=True,
    note_de="Ein ausgesetzter oder praktisch verschlossener Weg steht nicht offen.",
    note_en="A route that is suspended or closed in practice is not open.",
    choices=(
        Choice("none_seen", "keiner ersichtlich", "none seen"),
        Choice("possible_unclear", "möglich, aber unklar", "possible but unclear"),
        Choice("open_and_reasonable", "offen und zumutbar", "open and reasonable"),
    ),
)

INDIVIDUAL_SPECIAL_SITUATION = YesNo(
    id="individual_special_situation",
    section="E",
    label="Besondere Lage im Einzelfall",
    label_en="Special situation in the individual case",
    ask="Unterscheidet sich der Fall deutlich von anderen in derselben Lage? (Notiz: Wodurch?)",
    ask_en="Does this case differ clearly from others in the same position?",
    burden=1,
    judgement=True,
)

BURDEN_IS_GENERAL = YesNo(
    id="burden_is_general",
    section="E",
    label="Belastung trifft andere ebenso",
    label_en="Burden is shared by others alike",
    ask="Trifft die Belastung andere in derselben Lage genauso?",
    ask_en="Does the burden hit others in the same position just as hard?",
    burden=1,
    judgement=True,
)

PUBLIC_INTEREST_STATEMENT = OneOf(
    id="public_interest_statement",
    section="E",
    label="Erklärung einer Behörde zum öffentlichen Interesse",
    label_en="Authority’s statement on the public interest",
    ask=(
        "Hat eine Behörde, die Staatsanwaltschaft oder ein Gericht schriftlich erklärt, dass die Person hier gebraucht "
        "wird?"
    ),
    ask_en="Has an authority, prosecutor or court stated in writing that the person is needed here?",
    choices=(
        Choice("none", "keine", "none"),
        Choice(
            "authority_requests_presence",
            "Behörde, Staatsanwaltschaft oder Gericht hält die Anwesenheit für nötig",
            "authority, prosecutor or court asks for the presence",
        ),
    ),
)

EXCEPTIONAL_HARDSHIP_IF_LEAVING = YesNo(
    id="exceptional_hardship_if_leaving",
    section="E",
    label="Außergewöhnliche Härte bei Ausreise",
    label_en="Extraordinary hardship if leaving",
    ask="Wäre die Ausreise eine ganz außergewöhnliche, unerträgliche Härte? (Notiz: Warum?)",
    ask_en="Would leaving be a quite exceptional, unbearable hardship?",
    burden=2,
    judgement=True,
)

GERMANY_LINK = SomeOf(
    id="germany_link",
    section="E",
    label="Beziehung zu Deutschland",
    label_en="Link to Germany",
    ask="Welche Beziehung hat die Person zu Deutschland?",
    ask_en="Which links does the person have with Germany?",
    choices=(
        Choice("none", "keine", "none"),
        Choice("family", "Familie", "family"),
        Choice("former_stay", "früherer Aufenthalt", "former stay"),
        Choice("work_for_german_institution", "Arbeit für eine deutsche Einrichtung", "work for a German institution"),
        Choice("language", "deutsche Sprache", "German language"),
        Choice("sponsor", "aufnahmebereite Person oder Einrichtung", "person or institution ready to receive"),
    ),
)

ALTERNATIVE_ADMISSION_STATE = YesNo(
    id="alternative_admission_state",
    section="E",
    label="Anderer Aufnahmestaat liegt näher",
    label_en="Another state is closer to admit",
    ask="Könnte ein anderer Staat eher aufnehmen oder hat die Person dort einen sicheren Aufenthalt?",
    ask_en="Could another state rather admit the person, or is the person safe there?",
    burden=1,
    judgement=True,
)

ROOTS_IN_GERMANY = OneOf(
    id="roots_in_germany",
    section="E",
    label="Verwurzelung in Deutschland",
    label_en="Roots in Germany",
    ask="Wie stark ist die Person hier verwurzelt (Sprache, Arbeit, Schule, Beziehungen)?",
    ask_en="How strongly is the person rooted here (language, work, school, relationships)?",
    burden=1,
    judgement=True,
    choices=(
        Choice("weak", "schwach", "weak"),
        Choice("medium", "mittel", "medium"),
        Choice("strong", "stark", "strong"),
    ),
)

TIES_HOME_COUNTRY = OneOf(
    id="ties_home_country",
    section="E",
    label="Bindungen im Herkunftsland",
    label_en="Ties in the home country",
    ask="Welche tragfähigen Bindungen gibt es noch im Herkunftsland?",
    ask_en="Which sustaining ties are left in the home country?",
    burden=1,
    judgement=True,
    choices=(
        Choice("none", "keine tragfähigen", "none that hold"),
        Choice("weak", "schwach", "weak"),
        Choice("strong", "stark", "strong"),
    ),
)
