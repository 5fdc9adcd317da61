"""Section F: work, language, school and training."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf

EMPLOYMENT = OneOf(
    id="employment",
    section="F",
    label="employment",
    label_en="employment",
    ask="Arbeitet die Person (erlaubt), gibt es ein Angebot oder einen Ausbildungsvertrag?",
    ask_en="Is the person working (permitted), is there an offer or a training contract?",
    choices=(
        Choice("none", "none", "none"),
        Choice("permitted_job", "permitted_job", "permitted_job"),
        Choice("job_offer", "job_offer", "job_offer"),
        Choice("training_contract", "training_contract", "training_contract"),
        Choice("not_permitted_to_work", "not_permitted_to_work", "not_permitted_to_work"),
    ),
)

GERMAN_LEVEL = OneOf(
    id="german_level",
    section="F",
    label="german_level",
    label_en="german_level",
    ask="Wie gut spricht die Person Deutsch – gibt es Zertifikate?",
    ask_en="How good is the person’s German? Any certificates?",
    choices=(
        Choice("none", "none", "none"),
        Choice("a1", "a1", "a1"),
        Choice("a2", "a2", "a2"),
        Choice("b1", "b1", "b1"),
        Choice("b2_plus", "b2_plus", "b2_plus"),
    ),
)

SCHOOL_OR_TRAINING = OneOf(
    id="school_or_training",
    section="F",
    label="school_or_training",
    label_en="school_or_training",
    ask="Geht die Person hier zur Schule, in Ausbildung oder ins Studium – und seit wann?",
    ask_en="Does the person attend school, training or university here?",
    choices=(
        Choice("none", "none", "none"),
        Choice("attending_school", "attending_school", "attending_school"),
        Choice("school_completed_de", "school_completed_de", "school_completed_de"),
        Choice("vocational_training", "vocational_training", "vocational_training"),
        Choice("study", "study", "study"),
    ),
)
