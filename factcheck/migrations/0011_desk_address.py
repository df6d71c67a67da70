"""Where the desk of a source answers queries, and the deed of having sent one."""

from django.db import migrations, models

DEEDS = ["decide", "bulk", "silence", "restore", "hand", "undo", "redo", "move", "issue", "send"]


class Migration(migrations.Migration):
    dependencies = [("factcheck", "0010_several")]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="deed",
            field=models.CharField(choices=[(deed, deed) for deed in DEEDS], max_length=10),
        ),
        migrations.AddField(
            model_name="source",
            name="desk_address",
            field=models.EmailField(blank=True, default="", help_text="where the agency's desk answers queries", max_length=254),
            preserve_default=False,
        ),
    ]
