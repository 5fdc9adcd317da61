"""Section E, first part: why the person needs a stay, and what speaks for or against it."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo

GROUND_TYPES = SomeOf(
    id="ground_types",
    section="E",
    label="ground_types",
    label_en="ground_types",
    ask="Weshalb braucht die Person gerade jetzt einen Aufenthalt? (mehrere möglich)",
    ask_en="Why does the person need to stay or come now? (several possible)",
    burden=1,
    choices=(
        Choice("medical_treatment", "medical_treatment", "medical_treatment"),
        Choice("care_of_relative", "care_of_relative", "care_of_relative"),
        Choice("finish_school_or_training", "finish_school_or_training", "finish_school_or_training"),
        Choice(
            "birth_or_maternity_protection", "birth_or_maternity_protection", "birth_or_maternity_protection"
        ),
        Choice("dying_or_death_of_relative", "dying_or_death_of_relative", "dying_or_death_of_relative"),
        Choice("court_or_authority_case", "court_or_authority_case", "court_or_authority_case"),
        Choice("witness", "witness", "witness"),
        Choice(
            "domestic_violence_or_forced_marriage",
            "domestic_violence_or_forced_marriage",
            "domestic_violence_or_forced_marriage",
        ),
        Choice("family_unity", "family_unity", "family_unity"),
        Choice("long_integration", "long_integration", "long_integration"),
        Choice("danger_to_life_abroad", "danger_to_life_abroad", "danger_to_life_abroad"),
        Choice("other", "other", "other"),
        Choice("none", "none", "none"),
        Choice("care_by_relative", "care_by_relative", "care_by_relative"),
        Choice(
            "stabilisation_after_violence_or_exploitation",
            "stabilisation_after_violence_or_exploitation",
            "stabilisation_after_violence_or_exploitation",
        ),
    ),
)

URGENT_REASONS_25_4_1 = YesNo(
    id="urgent_reasons_25_4_1",
    section="E",
    label="urgent_reasons_25_4_1",
    label_en="urgent_reasons_25_4_1",
    ask="Ist der Grund dringend – wäre die Ausreise gerade jetzt nicht zumutbar?",
    ask_en="Is the reason urgent – would leaving right now be unreasonable?",
    burden=1,
    judgement=True,
)

GROUND_IS_TEMPORARY = YesNo(
    id="ground_is_temporary",
    section="E",
    label="ground_is_temporary",
    label_en="ground_is_temporary",
    ask="Endet dieser Grund absehbar (auch wenn die Person lieber länger bliebe)?",
    ask_en="Will this reason foreseeably end (even if the person would rather stay longer)?",
    burden=1,
    judgement=True,
)

GROUND_END_DATE = Day(
    id="ground_end_date",
    section="E",
    label="ground_end_date",
    label_en="ground_end_date",
    ask="Bis wann etwa (OP, Prüfung, Geburt, Verhandlung)?",
    ask_en="Until about when (operation, exam, birth, hearing)?",
)

PERMANENT_INTENT = YesNo(
    id="permanent_intent",
    section="E",
    label="permanent_intent",
    label_en="permanent_intent",
    ask="Möchte die Person eigentlich auf Dauer bleiben?",
    ask_en="Would the person actually like to stay permanently?",
    burden=1,
)

ONLY_ACHIEVABLE_IN_GERMANY = YesNo(
    id="only_achievable_in_germany",
    section="E",
    label="only_achievable_in_germany",
    label_en="only_achievable_in_germany",
    ask="Lässt sich das Ziel zumutbar auch aus dem oder im Ausland erreichen? (Antwort „nein“ = nur hier)",
    ask_en="Can the aim reasonably be reached from or in another country as well?",
    burden=1,
    judgement=True,
    asked_in_reverse=True,
    note=(
        "Meaning of the value unchanged: yes = reasonably attainable only in Germany. The screen asks the "
        "reverse and stores the inverted answer."
    ),
)

ACUTE_DANGER_ABROAD = YesNo(
    id="acute_danger_abroad",
    section="E",
    label="acute_danger_abroad",
    label_en="acute_danger_abroad",
    ask="Besteht im Ausland eine konkrete Gefahr für Leib oder Leben dieser Person?",
    ask_en="Is there a concrete danger to this person’s life or health abroad?",
    burden=2,
    sensitive=True,
    judgement=True,
)

INTERNATIONAL_LAW_GROUND_22 = YesNo(
    id="international_law_ground_22",
    section="E",
    label="international_law_ground_22",
    label_en="international_law_ground_22",
    ask="Gibt es einen völkerrechtlichen Grund (z. B. Bitte des UNHCR, Vertragspflicht)?",
    ask_en="Is there a reason under international law (for example a request of UNHCR, a treaty duty)?",
    judgement=True,
)

COMPELLING_HUMANITY_22 = YesNo(
    id="compelling_humanity_22",
    section="E",
    label="compelling_humanity_22",
    label_en="compelling_humanity_22",
    ask="Ist die Aufnahme aus Ihrer Sicht ein unabweisbares Gebot der Menschlichkeit?",
    ask_en="In your view, is admission an inescapable demand of humanity?",
    burden=1,
    judgement=True,
)

PROMPT_ADMISSION_NEEDED = YesNo(
    id="prompt_admission_needed",
    section="E",
    label="prompt_admission_needed",
    label_en="prompt_admission_needed",
    ask="Muss die Aufnahme bald geschehen, weil sonst der Schaden eintritt?",
    ask_en="Must admission happen soon because harm would otherwise occur?",
    burden=1,
    judgement=True,
)

OTHER_ENTRY_ROUTE = OneOf(
    id="other_entry_route",
    section="E",
    label="other_entry_route",
    label_en="other_entry_route",
    ask="Steht ein anderes Visum wirklich offen und ist es zumutbar?",
    ask_en="Is another visa really open and reasonable?",
    judgement=True,
    choices=(
        Choice("none_seen", "none_seen", "none_seen"),
        Choice("possible_unclear", "possible_unclear", "possible_unclear"),
        Choice("open_and_reasonable", "open_and_reasonable", "open_and_reasonable"),
    ),
)

INDIVIDUAL_SPECIAL_SITUATION = YesNo(
    id="individual_special_situation",
    section="E",
    label="individual_special_situation",
    label_en="individual_special_situation",
    ask="Unterscheidet sich der Fall deutlich von anderen in derselben Lage? (Notiz: Wodurch?)",
    ask_en="Does this case differ clearly from others in the same position?",
    burden=1,
    judgement=True,
)

BURDEN_IS_GENERAL = YesNo(
    id="burden_is_general",
    section="E",
    label="burden_is_general",
    label_en="burden_is_general",
    ask="Trifft die Belastung andere in derselben Lage genauso?",
    ask_en="Does the burden hit others in the same position just as hard?",
    burden=1,
    judgement=True,
)

PUBLIC_INTEREST_STATEMENT = OneOf(
    id="public_interest_statement",
    section="E",
    label="public_interest_statement",
    label_en="public_interest_statement",
    ask="Hat eine Behörde, StA oder ein Gericht schriftlich erklärt, dass die Person hier gebraucht wird?",
    ask_en="Has an authority, prosecutor or court stated in writing that the person is needed here?",
    choices=(
        Choice("none", "none", "none"),
        Choice("authority_requests_presence", "authority_requests_presence", "authority_requests_presence"),
    ),
)

EXCEPTIONAL_HARDSHIP_IF_LEAVING = YesNo(
    id="exceptional_hardship_if_leaving",
    section="E",
    label="exceptional_hardship_if_leaving",
    label_en="exceptional_hardship_if_leaving",
    ask="Wäre die Ausreise eine ganz außergewöhnliche, unerträgliche Härte? (Notiz: Warum?)",
    ask_en="Would leaving be a quite exceptional, unbearable hardship?",
    burden=2,
    judgement=True,
)

GERMANY_LINK = SomeOf(
    id="germany_link",
    section="E",
    label="germany_link",
    label_en="germany_link",
    ask="Welche Beziehung hat die Person zu Deutschland?",
    ask_en="Which links does the person have with Germany?",
    choices=(
        Choice("none", "none", "none"),
        Choice("family", "family", "family"),
        Choice("former_stay", "former_stay", "former_stay"),
        Choice("work_for_german_institution", "work_for_german_institution", "work_for_german_institution"),
        Choice("language", "language", "language"),
        Choice("sponsor", "sponsor", "sponsor"),
    ),
)

ALTERNATIVE_ADMISSION_STATE = YesNo(
    id="alternative_admission_state",
    section="E",
    label="alternative_admission_state",
    label_en="alternative_admission_state",
    ask="Könnte ein anderer Staat eher aufnehmen oder hat die Person dort einen sicheren Aufenthalt?",
    ask_en="Could another state rather admit the person, or is the person safe there?",
    burden=1,
    judgement=True,
)

ROOTS_IN_GERMANY = OneOf(
    id="roots_in_germany",
    section="E",
    label="roots_in_germany",
    label_en="roots_in_germany",
    ask="Wie stark ist die Person hier verwurzelt (Sprache, Arbeit, Schule, Beziehungen)?",
    ask_en="How strongly is the person rooted here (language, work, school, relationships)?",
    burden=1,
    judgement=True,
    choices=(
        Choice("weak", "weak", "weak"),
        Choice("medium", "medium", "medium"),
        Choice("strong", "strong", "strong"),
    ),
)

TIES_HOME_COUNTRY = OneOf(
    id="ties_home_country",
    section="E",
    label="ties_home_country",
    label_en="ties_home_country",
    ask="Welche tragfähigen Bindungen gibt es noch im Herkunftsland?",
    ask_en="Which sustaining ties are left in the home country?",
    burden=1,
    judgement=True,
    choices=(
        Choice("none", "none", "none"),
        Choice("weak", "weak", "weak"),
        Choice("strong", "strong", "strong"),
    ),
)
