from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("finance", "0010_suspicions_today")]
    operations = [
        migrations.AddIndex("claim", models.Index(fields=["account_key"], name="finance_claim_account")),
    ]
