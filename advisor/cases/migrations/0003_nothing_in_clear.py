"""The columns in clear go; apart from the sealing, because PostgreSQL alters no table with pending row checks."""

from __future__ import annotations

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_sealed_and_shared")]

    operations = [
        migrations.RemoveConstraint("answer", "one_answer_a_question"),
        migrations.RemoveConstraint("answer", "answer_has_a_value_or_a_reason"),
        *(migrations.RemoveField("answer", name) for name in ("fact_id", "state", "value", "proof", "note")),
        *(migrations.RemoveField("assessment", name) for name in ("answers", "report")),
        migrations.RemoveField("person", "label"),
        migrations.AlterField(
            "case",
            "key",
            models.OneToOneField(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="case",
                to="vault.datakey",
                verbose_name="Schlüssel",
            ),
        ),
        migrations.AlterField("person", "uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
        migrations.AlterField("assessment", "uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
        migrations.AlterField("answer", "slot", models.BinaryField("Ort", max_length=16)),
        migrations.AlterField("answer", "sealed", models.BinaryField("Antwort")),
        migrations.AlterField("assessment", "sealed", models.BinaryField("Antworten und Ergebnis")),
        migrations.AddConstraint(
            "answer", models.UniqueConstraint(fields=("person", "slot"), name="one_answer_a_question")
        ),
        migrations.AddConstraint(
            "case",
            models.CheckConstraint(
                condition=models.Q(("closed_on", None), ("state__in", ("open", "waiting")))
                | models.Q(("closed_on__isnull", False), ("state__in", ("closed", "archived"))),
                name="case_closed_on_a_day",
            ),
        ),
        migrations.CreateModel(
            name="CaseAccess",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("member", "gehört zum Team"),
                            ("outside", "mit Begründung"),
                            ("asked", "zur Prüfung vorgelegt"),
                        ],
                        max_length=20,
                        verbose_name="Grund",
                    ),
                ),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="bis")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="am")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="von",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access",
                        to="cases.case",
                        verbose_name="Fall",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Person",
                    ),
                ),
            ],
            options={
                "verbose_name": "Zugang",
                "verbose_name_plural": "Zugänge",
                "indexes": [models.Index(fields=["user", "kind"], name="access_of_a_person")],
                "constraints": [models.UniqueConstraint(fields=("case", "user", "kind"), name="one_access_a_reason")],
            },
        ),
    ]
