"""Texts of an office, with the triggers that keep them as they were written and released."""

from __future__ import annotations

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from advisor.texts import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0004_language"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveIntegerField(verbose_name="Nummer")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="freigegeben am")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="Anmerkung")),
                ("law_version", models.CharField(max_length=64, verbose_name="Rechtsstand")),
                ("explanation", models.TextField(blank=True, verbose_name="Begründung zu Musterfällen")),
                ("touched", models.JSONField(default=dict, verbose_name="Auswirkung")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="freigegeben von",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                        verbose_name="Stelle",
                    ),
                ),
            ],
            options={
                "verbose_name": "Freigabe von Texten",
                "verbose_name_plural": "Freigaben von Texten",
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slot", models.CharField(max_length=120, verbose_name="Platz")),
                ("language", models.CharField(default="de", max_length=10, verbose_name="Sprache")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveIntegerField(verbose_name="Nummer")),
                ("body", models.TextField(verbose_name="Text")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="Stand des Rechts")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="verfasst am")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="Anmerkung")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="wieder ansehen am")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verfasst von",
                    ),
                ),
                (
                    "made_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="texts.revision",
                        verbose_name="Vorlage",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                        verbose_name="Stelle",
                    ),
                ),
            ],
            options={
                "verbose_name": "Fassung",
                "verbose_name_plural": "Fassungen",
                "ordering": ("slot", "language", "-number"),
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slot", models.CharField(max_length=120, verbose_name="Platz")),
                ("language", models.CharField(default="de", max_length=10, verbose_name="Sprache")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="geprüft am")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="Stand des Rechts")),
                ("next_on", models.DateField(verbose_name="wieder ansehen am")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="Anmerkung")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="geprüft von",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                        verbose_name="Stelle",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="texts.revision",
                        verbose_name="Fassung",
                    ),
                ),
            ],
            options={
                "verbose_name": "Prüfung ohne Änderung",
                "verbose_name_plural": "Prüfungen ohne Änderung",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slot", models.CharField(max_length=120, verbose_name="Platz")),
                ("language", models.CharField(default="de", max_length=10, verbose_name="Sprache")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemeldet am")),
                ("sealed_message", models.BinaryField(verbose_name="Meldung")),
                ("settled_at", models.DateTimeField(null=True, verbose_name="erledigt am")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gemeldet von",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                        verbose_name="Stelle",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="erledigt von",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="texts.revision",
                        verbose_name="Fassung",
                    ),
                ),
            ],
            options={
                "verbose_name": "Meldung zu einem Text",
                "verbose_name_plural": "Meldungen zu Texten",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="ReleasedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slot", models.CharField(max_length=120, verbose_name="Platz")),
                ("language", models.CharField(default="de", max_length=10, verbose_name="Sprache")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verfasst von",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                        verbose_name="Stelle",
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="texts.release",
                        verbose_name="Freigabe",
                    ),
                ),
                (
                    "releaser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="freigegeben von",
                    ),
                ),
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="released",
                        to="texts.revision",
                        verbose_name="Fassung",
                    ),
                ),
            ],
            options={
                "verbose_name": "freigegebener Text",
                "verbose_name_plural": "freigegebene Texte",
                "ordering": ("release", "slot", "language"),
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("submitted", "zur Freigabe vorgelegt"),
                            ("returned", "zurückgegeben"),
                            ("commented", "kommentiert"),
                            ("withdrawn", "zurückgezogen"),
                        ],
                        max_length=20,
                        verbose_name="Schritt",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="am")),
                ("comment", models.TextField(blank=True, verbose_name="Kommentar")),
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
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="texts.revision",
                        verbose_name="Fassung",
                    ),
                ),
            ],
            options={
                "verbose_name": "Schritt",
                "verbose_name_plural": "Schritte",
                "ordering": ("pk",),
            },
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(fields=("office", "number"), name="release_once"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(fields=("office", "slot", "language", "number"), name="revision_once"),
        ),
        migrations.AddConstraint(
            model_name="releasedtext",
            constraint=models.CheckConstraint(
                condition=models.Q(("author", models.F("releaser")), _negated=True), name="released_by_somebody_else"
            ),
        ),
        migrations.AddConstraint(
            model_name="releasedtext",
            constraint=models.UniqueConstraint(fields=("release", "slot", "language"), name="released_once"),
        ),
        migrations.RunPython(install, remove),
    ]
