"""Who has a story open, and the index of the search with the triggers that keep it in step, on both engines."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from factcheck.models import search_index


def make_index(apps, schema_editor):
    for statement in search_index.table(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)
    search_index.keep_in_step(schema_editor.connection)
    search_index.rebuild(schema_editor.connection.alias)


def drop_index(apps, schema_editor):
    for statement in search_index.drops(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("factcheck", "0006_deciding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seen_at", models.DateTimeField()),
                (
                    "conflict",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="factcheck.conflict",
                    ),
                ),
                (
                    "editor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="factcheck.story",
                    ),
                ),
            ],
            options={
                "ordering": ["editor"],
                "constraints": [models.UniqueConstraint(fields=("editor", "story"), name="presence_once")],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
