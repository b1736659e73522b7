"""What lies on a desk is counted by its part in it, too: both indexes of desks hold all that is asked."""

from django.db import migrations, models

NAMED = models.Q(("done_at__isnull", True), ("holder_person__isnull", False))
UNNAMED = models.Q(("done_at__isnull", True), ("holder_person__isnull", True))


class Migration(migrations.Migration):
    dependencies = [("matters", "0008_parts_only")]
    operations = [
        migrations.RemoveIndex("assignment", "assignment_my_desk"),
        migrations.RemoveIndex("assignment", "assignment_unit_desk"),
        migrations.AddIndex(
            "assignment",
            models.Index(
                fields=["holder_person", "due", "id", "role", "done_at"],
                name="assignment_my_desk",
                condition=NAMED,
            ),
        ),
        migrations.AddIndex(
            "assignment",
            models.Index(
                fields=["holder_unit", "due", "id", "role", "done_at", "holder_person"],
                name="assignment_unit_desk",
                condition=UNNAMED,
            ),
        ),
    ]
