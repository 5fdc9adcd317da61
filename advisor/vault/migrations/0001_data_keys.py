"""The table of data keys."""

import uuid

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DataKey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField()),
                ("master", models.CharField(db_index=True, max_length=32)),
                ("created", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("rewrapped", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "Datenschlüssel",
                "verbose_name_plural": "Datenschlüssel",
            },
        ),
    ]
