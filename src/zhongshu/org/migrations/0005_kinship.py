"""Relatives as declared. They are part of the edition of the organisation, too."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "org_kinship"
ACTS = ("insert", "update", "delete")
SQLITE_TRIGGER = """
CREATE TRIGGER org_kinship_new_edition_{act} AFTER {act} ON org_kinship BEGIN
  DELETE FROM org_edition;
  INSERT INTO org_edition (id, token) VALUES (1, lower(hex(randomblob(16))));
END
"""


def watch(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(
            f"CREATE TRIGGER {TABLE}_new_edition BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
            "FOR EACH STATEMENT EXECUTE FUNCTION org_next_edition()"
        )
        return
    for act in ACTS:
        editor.execute(SQLITE_TRIGGER.format(act=act))


def look_away(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP TRIGGER {TABLE}_new_edition ON {TABLE}")
        return
    for act in ACTS:
        editor.execute(f"DROP TRIGGER {TABLE}_new_edition_{act}")


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0004_charge_period'),
    ]

    operations = [
        migrations.CreateModel(
            name='Kinship',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('spouse', '夫妻'), ('lineal', '直系血亲'), ('collateral', '三代以内旁系血亲'), ('in_law', '近姻亲')], max_length=10)),
                ('declared_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('declared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.person')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='org.person')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='org.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='org_kinship_in_order'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('first', 'second'), name='org_kinship_once')],
            },
        ),
        migrations.RunPython(watch, look_away),
    ]
