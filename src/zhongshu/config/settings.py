"""Settings, read once from the environment. Reference: docs/reference/settings.md."""

from pathlib import Path
from typing import Any

from zhongshu.config import env

PACKAGE = Path(__file__).resolve().parent.parent
HOME = env.folder("ZHONGSHU_HOME", "var")

DEBUG = env.flag("ZHONGSHU_DEBUG")
DEMO = env.flag("ZHONGSHU_DEMO")
SECRET_KEY = env.secret_key(HOME)
SECRET_KEY_FALLBACKS = env.listing("ZHONGSHU_OLD_SECRET_KEYS")
ALLOWED_HOSTS = env.listing("ZHONGSHU_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env.listing("ZHONGSHU_TRUSTED_ORIGINS")
BEHIND_TLS = env.flag("ZHONGSHU_BEHIND_TLS")

INSTALLED_APPS = [
    "zhongshu.ui",
    "zhongshu.platform.accounts",
    "zhongshu.platform.journal",
    "zhongshu.platform.numbering",
    "zhongshu.platform.workdays",
    "zhongshu.platform.files",
    "zhongshu.platform.jobs",
    "zhongshu.platform.search",
    "zhongshu.platform.notify",
    "zhongshu.platform.usecases",
    "zhongshu.org",
    "zhongshu.matters",
    "zhongshu.archive",
    "zhongshu.approvals",
    "zhongshu.supervision",
    "zhongshu.inspections",
    "zhongshu.assets",
    "zhongshu.finance",
    "zhongshu.welfare",
    "zhongshu.portal",
    "zhongshu.api",
    "zhongshu.cli",
    "ninja",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "zhongshu.ui.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "zhongshu.config.middleware.Sessions",
    "zhongshu.config.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "zhongshu.config.middleware.ActorMiddleware",
    "zhongshu.config.refusals.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATE_LOADERS = [("zhongshu.ui.quick.loader.Loader", ["django.template.loaders.app_directories.Loader"])]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": DEBUG,
        "OPTIONS": {
            **({} if DEBUG else {"loaders": TEMPLATE_LOADERS}),
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "zhongshu.config.context.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

FORM_RENDERER = "zhongshu.ui.quick.widgets.Renderer"
ROOT_URLCONF = "zhongshu.config.urls"
WSGI_APPLICATION = "zhongshu.config.wsgi.application"
DATABASES = env.databases(HOME)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "zhongshu.platform.accounts.backends.AccountBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": env.number("ZHONGSHU_PASSWORD_LENGTH", 10)},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "accounts:log-in"
LOGIN_REDIRECT_URL = "portal:home"
LOGOUT_REDIRECT_URL = "accounts:log-in"

# Rule G-02 {S}: tries are limited, an idle session ends. The numbers are settings.
AXES_FAILURE_LIMIT = env.number("ZHONGSHU_LOGIN_TRIES", 5)
AXES_COOLOFF_TIME = env.number("ZHONGSHU_LOGIN_LOCK_MINUTES", 15) / 60
# Wrong tries from one address under any name; 0 for no limit: behind a proxy all come from its address.
LOGIN_TRIES_PER_ADDRESS = env.number("ZHONGSHU_LOGIN_TRIES_PER_ADDRESS", 0 if BEHIND_TLS else 50)
# Rule G-01 {S}: passwords are changed from time to time; 0 for never.
PASSWORD_DAYS = env.number("ZHONGSHU_PASSWORD_DAYS", 0 if DEMO else 90)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "zhongshu.platform.accounts.views.session.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Who must have a second factor (rule G-03 {S}): off, admins, all. Who has one is always asked for it.
SECOND_FACTOR = env.choice("ZHONGSHU_SECOND_FACTOR", ("off", "admins", "all"), "off" if DEMO else "admins")
SESSION_IDLE_MINUTES = env.number("ZHONGSHU_IDLE_MINUTES", 30)
SESSION_HOURS = env.number("ZHONGSHU_SESSION_HOURS", 12)
SESSION_COOKIE_AGE = 7 * 24 * 60 * 60  # ended before (ActorMiddleware); by it we know whose a late submit is
CSRF_FAILURE_VIEW = "zhongshu.platform.accounts.views.session.too_old"
SESSION_ENGINE = "zhongshu.platform.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
CSRF_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked by the proxy itself, without TLS
SECURE_REFERRER_POLICY = "same-origin"
SILENCED_SYSTEM_CHECKS = ["security.W002"]  # SecurityHeaders forbids frames on every answer
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = BEHIND_TLS

MESSAGE_STORAGE = "zhongshu.ui.sentences.Sentences"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "zs-language"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": env.text("ZHONGSHU_STATIC", "whitenoise.storage.CompressedManifestStaticFilesStorage")
    },
}
WHITENOISE_USE_FINDERS = DEBUG

FILES_ROOT = Path(env.text("ZHONGSHU_FILES", str(HOME / "files")))
ARCHIVE_ROOT = Path(env.text("ZHONGSHU_ARCHIVE", str(FILES_ROOT.parent / "archive")))
UPLOAD_LIMIT_BYTES = env.number("ZHONGSHU_UPLOAD_MB", 50) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000  # a long paper has hundreds of duties of a dozen fields each
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
JOURNAL_DIGEST = env.text("ZHONGSHU_JOURNAL_DIGEST", "sm3")
JOURNAL_SEAL_KEY = env.text("ZHONGSHU_SEAL_KEY_FILE", str(HOME / "seal.key"))
PRODUCTS_ROOT = Path(env.text("ZHONGSHU_PRODUCTS", str(HOME / "products")))
BACKUPS_ROOT = Path(env.text("ZHONGSHU_BACKUPS", str(HOME / "backups")))
BACKUPS_KEPT = env.number("ZHONGSHU_BACKUPS_KEPT", 7)
DIGEST_FROM = env.number("ZHONGSHU_DIGEST_FROM", 9)
QUIET_HOURS = (env.number("ZHONGSHU_QUIET_FROM", 20), env.number("ZHONGSHU_QUIET_UNTIL", 8))
FONTS_ROOT = Path(env.text("ZHONGSHU_FONTS", str(HOME / "fonts")))
SYSTEM_FONTS = env.flag("ZHONGSHU_SYSTEM_FONTS", True)
# So long a notice can be taken back by whoever caused it: it reaches nobody before.
TAKE_BACK_SECONDS = env.number("ZHONGSHU_TAKE_BACK_SECONDS", 10)

TASKS = {"default": {"BACKEND": env.text("ZHONGSHU_JOBS", "huey.contrib.djhuey.tasks_backend.HueyBackend")}}
HUEY = {
    "huey_class": env.text("ZHONGSHU_HUEY", "huey.SqliteHuey"),
    "name": "zhongshu",
    "filename": str(HOME / "jobs.sqlite3"),
    "immediate": False,
    "results": True,
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("ZHONGSHU_LOG", "WARNING")},
}

# Rules of local convention ({S conv.}/{M}/{D}): defaults, changed by a JSON file, never constants in code.
RULES: dict[str, Any] = {
    "D-04.alike_percent": 60,
    "D-04.days_apart": 60,
    "D-28.bases": [],  # titles of the Party's own texts the office holds: internal, none is shipped
    "D-19.default_working_days": {
        "instruction": 15,
        "meeting": 20,
        "superior": 30,
        "key_work": 60,
        "inspection": 20,
        "criticism": 15,
        "other": 30,
    },
    "D-19.default_calendar_days": {"petition": 60, "proposal": 90},
    "D-19.urgent_working_days": 5,
    "D-16.reading_working_days": 5,
    "D-13.objection_working_days": 5,
    "D-20.extensions_at_most": 2,
    "D-21.leader_signs": True,
    "D-23.yellow_working_days": 3,
    "D-23.rest_working_days": 10,
    "D-23.ladder": [
        {"after_working_days": 1, "slip": "note", "to": "holder"},
        {"after_working_days": 3, "slip": "urging", "to": "section_chief"},
        {"after_working_days": 5, "slip": "supervising", "to": "leader_in_charge"},
        {"after_working_days": 10, "slip": "interview", "to": "principal_leader"},
        {"after_working_days": 15, "slip": "circular", "to": "principal_leader"},
    ],
    "D-24.opens_working_days": {"weekly": 2, "monthly": 5, "quarterly": 10, "yearly": 15, "milestone": 5},
    "D-24.reminds_working_days": 1,
    "D-24.short_cycle_days": 91,
    "D-25.close_out_working_days": 5,
    "M-12.sign_weight": 1.7,  # from which a sentence bears signs of a duty; 2.5 makes one
    "M-12.nobody_named": True,  # a thing asked of nobody (要研究解决停车难问题) needs an answer as well
    "D-25.alike_percent": 60,
    "D-25.picture_bits": 12,
    "D-25.recheck_after_days": 90,
    "D-25.recheck_percent": 5,
    "D-25.recheck_working_days": 10,
    "D-26.figures_at_most": 10,
    "D-26.milestones_at_most": 12,
    "D-26.reports_a_month_at_most": 40,
    "D-30.reopen_days": 90,
    "D-30.suspended_at_most_days": 180,
    "W-04.papers": {
        "notice": "{prefix}督通〔{year}〕{n}号",
        "note": "{prefix}督提〔{year}〕{n}号",
        "urging": "{prefix}催〔{year}〕{n}号",
        "supervising": "{prefix}督函〔{year}〕{n}号",
        "interview": "{prefix}约谈〔{year}〕{n}号",
        "report": "{year}年第{n}期",
        "bulletin": "{prefix}督报〔{year}〕{n}号",
    },
    "F-04.rotation_years": 5,
    "F-07.picture_bits": 18,  # in so many of 256 bits may two photographs differ that are asked about
    # what a day of a trip may cost, in yuan: the newest in force, the most particular place first
    "F-09.standards": [
        {"item": "local_transport", "yuan": 80, "since": "2014-01-01", "paper": "差旅费管理办法"},
        {"item": "board", "yuan": 100, "since": "2014-01-01", "paper": "差旅费管理办法"},
    ],
    "F-10.people_at_most": {"second": 300, "third": 150, "fourth": 50},
    "F-11.never_paid": ["礼品", "礼金", "纪念品", "土特产", "旅游", "景点门票", "香烟"],
    "F-08.cash_limit_yuan": 1000,
    "F-08.cash_uses": ["travel"],
    "F-14.review_working_days": 3,
    "F-14.approve_working_days": 5,
    "F-14.pay_working_days": 5,
    "F-14.settle_days": 30,
    "F-12.classes": {
        "1": "土地、房屋及构筑物",
        "2": "通用设备",
        "3": "专用设备",
        "4": "文物和陈列品",
        "5": "图书、档案",
        "6": "家具、用具、装具及动植物",
    },
    "F-12.stocktake_months": 12,
    "F-12.stocktake_working_days": 20,
    "F-15.lead_working_days": 3,
    "F-15.ahead_working_days": 10,
    "F-15.answer_working_days": 15,
    "F-15.report_working_days": 2,
    "M-15.quorum_percent": 67,
    "M-16.split_within_days": 30,
    "A-03.retention": {"normal": "D10", "important": "D30", "major": "Y"},
    "A-03.retention_of_kind": {
        "request": "D10",
        "claim": "D30",
        "advance": "D30",
        "contract": "D30",
        "project": "Y",
    },
    "A-06.category": "WS",
    "A-06.class_code": "BGS",
    "A-06.code": "{fonds}-{category}·{year}-{retention}-{unit}-{item:04d}",
    **env.json_file("ZHONGSHU_RULES_FILE"),
}
