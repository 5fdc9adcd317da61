"""Cases get a key of their own, under which answers, notes, names and evidence are sealed; and a life and a team.

What stood in clear is sealed by this migration. SQLite keeps the old pages until `VACUUM`; see docs/security.md.
"""

from __future__ import annotations

import json
import uuid
import zlib

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from advisor.vault.services import new_key

_JSON = {"ensure_ascii": False, "separators": (",", ":")}


def seal(apps, schema_editor):
    case_model, answer_model = apps.get_model("cases", "Case"), apps.get_model("cases", "Answer")
    for case in case_model.objects.using(schema_editor.connection.alias).iterator():
        key, safe = new_key()
        case.key_id = key.pk
        case.save(update_fields=["key"])
        for person in case.persons.all():
            person.uuid = uuid.uuid4()
            if person.label != "Hauptperson":
                person.sealed_label = safe.seal_text(f"label/{person.uuid}", person.label)
            person.save(update_fields=["uuid", "sealed_label"])
            for row in answer_model.objects.filter(person=person):
                slot = safe.blind(f"answer/{person.uuid}", row.fact_id)
                text = json.dumps([row.fact_id, row.state, row.value, row.proof, row.note], **_JSON)
                sealed = safe.seal_text(f"answer/{person.uuid}/{slot.hex()}", text)
                answer_model.objects.filter(pk=row.pk).update(slot=slot, sealed=sealed)
        for row in case.assessments.all():
            row.uuid = uuid.uuid4()
            text = json.dumps({"answers": row.answers, "report": row.report}, **_JSON)
            row.sealed = safe.seal(f"assessment/{row.uuid}", zlib.compress(text.encode()))
            row.save(update_fields=["uuid", "sealed"])


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
        ("vault", "0001_data_keys"),
        ("accounts", "0002_several_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "case",
            "key",
            models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="case",
                to="vault.datakey",
                verbose_name="Schlüssel",
            ),
        ),
        migrations.AddField(
            "case",
            "kind",
            models.CharField(
                choices=[
                    ("advice", "Beratung"),
                    ("support", "längere Begleitung"),
                    ("hardship", "Härtefallverfahren"),
                ],
                default="advice",
                max_length=20,
                verbose_name="Art des Falls",
            ),
        ),
        migrations.AddField(
            "case",
            "state",
            models.CharField(
                choices=[
                    ("open", "offen"),
                    ("waiting", "wartet"),
                    ("closed", "abgeschlossen"),
                    ("archived", "archiviert"),
                ],
                default="open",
                max_length=20,
                verbose_name="Stand",
            ),
        ),
        migrations.AddField("case", "closed_on", models.DateField("abgeschlossen am", null=True, blank=True)),
        migrations.AddField("case", "destroy_on", models.DateField("wird vernichtet am", null=True, blank=True)),
        migrations.AddField(
            "case", "office_wide", models.BooleanField("für alle Beratenden der Stelle", default=False)
        ),
        # What an office shared until now it goes on sharing; only new cases are one's own at first.
        migrations.RunSQL("UPDATE cases_case SET office_wide = true", migrations.RunSQL.noop),
        migrations.AddField("person", "uuid", models.UUIDField(null=True, editable=False)),
        migrations.AddField("person", "sealed_label", models.BinaryField("Bezeichnung", default=bytes)),
        migrations.AddField("answer", "slot", models.BinaryField("Ort", max_length=16, null=True)),
        migrations.AddField("answer", "sealed", models.BinaryField("Antwort", null=True)),
        migrations.AddField("assessment", "uuid", models.UUIDField(null=True, editable=False)),
        migrations.AddField("assessment", "sealed", models.BinaryField("Antworten und Ergebnis", null=True)),
        migrations.RunPython(seal, elidable=False),
    ]
