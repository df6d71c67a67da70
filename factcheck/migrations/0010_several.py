"""An approval may name several readings that stand together."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("factcheck", "0009_entry_phrase")]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="also",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
