"""A translation knows which German text it was made from; one of before knows none and has to be written again."""

from __future__ import annotations

from django.db import migrations, models

from advisor.texts import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("texts", "0001_revisions_and_releases")]

    operations = [
        # SQLite copies the table for a new column, and a trigger on another table names it.
        migrations.RunPython(remove, install),
        migrations.AddField(
            model_name="revision",
            name="german",
            field=models.CharField(blank=True, default="", max_length=16, verbose_name="deutsche Vorlage"),
            preserve_default=False,
        ),
        migrations.RunPython(install, remove),
    ]
