"""The log, with the triggers that keep it append-only."""

from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

import advisor.logbook.models
from advisor.logbook import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Chain",
            fields=[
                ("id", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("length", models.PositiveBigIntegerField(default=0, verbose_name="Länge")),
                ("head", models.BinaryField(default=bytes, verbose_name="Prüfwert des letzten Eintrags")),
                (
                    "office",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                        verbose_name="Stelle",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kette",
                "verbose_name_plural": "Ketten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", django.db.models.functions.comparison.Coalesce("office_id", 0))),
                        name="chain_of_its_office",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(verbose_name="Nummer")),
                ("at", models.DateTimeField(verbose_name="Zeitpunkt")),
                (
                    "action",
                    models.CharField(
                        choices=advisor.logbook.models.known_actions, max_length=40, verbose_name="Vorgang"
                    ),
                ),
                ("case", models.UUIDField(db_index=True, null=True, verbose_name="Fall")),
                ("subject", models.CharField(blank=True, max_length=200, verbose_name="Gegenstand")),
                ("details", models.BinaryField(null=True, verbose_name="Einzelheiten, verschlüsselt")),
                ("previous", models.BinaryField(verbose_name="Prüfwert davor")),
                ("digest", models.BinaryField(verbose_name="Prüfwert")),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Person",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                        verbose_name="Stelle",
                    ),
                ),
            ],
            options={
                "verbose_name": "Eintrag im Protokoll",
                "verbose_name_plural": "Einträge im Protokoll",
                "ordering": ("-number",),
                "constraints": [
                    models.UniqueConstraint(fields=("office", "number"), name="event_once_in_office"),
                    models.UniqueConstraint(
                        condition=models.Q(("office", None)), fields=("number",), name="event_once_without_office"
                    ),
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
