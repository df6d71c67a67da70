"""Conflicts keep how sure the comparator was, and the desk what its decisions taught of each kind.

Until now a score was the sureness times the kind's weight: stored ones are divided by the weights of that time.
"""

from django.db import migrations, models
from django.db.models import F, Value
from django.db.models.functions import Least

KINDS = [
    "name-spelling", "second-reference", "quote-wording", "real-word", "translation", "attribution", "role",
    "temporal-change", "figure", "date", "place", "setting", "hedging", "quote-marks", "foreign-residue", "spelling",
    "grammar", "inconsistency", "other-event", "provenance", "style",
]
WEIGHTS = {
    "second-reference": 0.9, "quote-wording": 0.95, "translation": 0.8, "role": 0.9, "temporal-change": 0.4,
    "attribution": 0.9, "setting": 0.8, "hedging": 0.9, "figure": 0.85, "date": 0.8, "place": 0.8,
    "inconsistency": 0.8, "quote-marks": 0.75, "foreign-residue": 0.8, "grammar": 0.8, "spelling": 0.8,
    "other-event": 0.5,
}


def divide(apps, schema_editor):
    conflicts = apps.get_model("factcheck", "Conflict").objects.using(schema_editor.connection.alias)
    for kind in KINDS:
        sureness = Least(F("score") / Value(WEIGHTS.get(kind, 1.0)), Value(1.0))
        conflicts.filter(kind=kind).update(sureness=sureness)


class Migration(migrations.Migration):
    dependencies = [("factcheck", "0002_append_only")]
    operations = [
        migrations.CreateModel(
            name="Calibration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[(kind, kind) for kind in KINDS], max_length=20, unique=True)),
                ("slope", models.FloatField(help_text="of the line on the log-odds, never below 0")),
                ("intercept", models.FloatField()),
                ("decisions", models.PositiveIntegerField(help_text="how many it was fitted from")),
                ("fitted_at", models.DateTimeField()),
            ],
            options={"ordering": ["kind"]},
        ),
        migrations.AddField(
            model_name="conflict",
            name="sureness",
            field=models.FloatField(default=0.0, help_text="how sure the comparator was, 0 to 1"),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="conflict",
            name="score",
            field=models.FloatField(help_text="the probability that an editor acts, times the cost of the error"),
        ),
        migrations.RunPython(divide, migrations.RunPython.noop),
    ]
