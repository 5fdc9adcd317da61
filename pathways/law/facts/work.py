"""Section F: work, language, school and training."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf

EMPLOYMENT = OneOf(
    id="employment",
    section="F",
    label="Arbeit oder Ausbildung",
    label_en="Work or training",
    ask="Arbeitet die Person (erlaubt), gibt es ein Angebot oder einen Ausbildungsvertrag?",
    ask_en="Is the person working (permitted), is there an offer or a training contract?",
    choices=(
        Choice("none", "keine", "none"),
        Choice("permitted_job", "erlaubte Beschäftigung", "permitted employment"),
        Choice("job_offer", "Arbeitsangebot", "job offer"),
        Choice("training_contract", "Ausbildungsvertrag", "training contract"),
        Choice("not_permitted_to_work", "Arbeit nicht erlaubt", "not permitted to work"),
    ),
)

GERMAN_LEVEL = OneOf(
    id="german_level",
    section="F",
    label="Deutschkenntnisse",
    label_en="Level of German",
    ask="Wie gut spricht die Person Deutsch – gibt es Zertifikate?",
    ask_en="How good is the person’s German? Any certificates?",
    choices=(
        Choice("none", "keine", "none"),
        Choice("a1", "A1", "A1"),
        Choice("a2", "A2", "A2"),
        Choice("b1", "B1", "B1"),
        Choice("b2_plus", "B2 oder höher", "B2 or higher"),
    ),
)

SCHOOL_OR_TRAINING = OneOf(
    id="school_or_training",
    section="F",
    label="Schule, Ausbildung, Studium",
    label_en="School, training, study",
    ask="Geht die Person hier zur Schule, in Ausbildung oder ins Studium – und seit wann?",
    ask_en="Does the person attend school, training or university here?",
    note_de="Beginn und geplanten Abschluss in der Notiz festhalten.",
    note_en="Record the beginning and the planned end in the note.",
    choices=(
        Choice("none", "nichts davon", "none of these"),
        Choice("attending_school", "besucht die Schule", "attending school"),
        Choice("school_completed_de", "Schulabschluss in Deutschland", "school completed in Germany"),
        Choice("vocational_training", "in Berufsausbildung", "in vocational training"),
        Choice("study", "im Studium", "studying"),
    ),
)
