from zhongshu.org.services.absence import end_leave, revoke_stand_in, set_leave, stand_in
from zhongshu.org.services.aliases import add_alias, forget_alias, note_alias, revoke_alias
from zhongshu.org.services.charge import put_in_charge
from zhongshu.org.services.charge_list import export_charges
from zhongshu.org.services.hand_over import hand_over
from zhongshu.org.services.import_tables import import_tables
from zhongshu.org.services.kinship import declare_kin, end_kinship
from zhongshu.org.services.leave_office import leave_office
from zhongshu.org.services.plan import Mistake, Plan, plan
from zhongshu.org.services.posts import (
    amend_person,
    appoint,
    create_post,
    end_appointment,
    enter_person,
    set_duties,
    take_on,
)
from zhongshu.org.services.rank import set_grade
from zhongshu.org.services.tables import MOST_BYTES, Tables, read
from zhongshu.org.services.template import template
from zhongshu.org.services.units import (
    amend_unit,
    close_unit,
    move_unit,
    open_unit,
    rename_unit,
)

__all__ = [
    "MOST_BYTES",
    "Mistake",
    "Plan",
    "Tables",
    "add_alias",
    "amend_person",
    "amend_unit",
    "appoint",
    "close_unit",
    "create_post",
    "declare_kin",
    "end_appointment",
    "end_kinship",
    "end_leave",
    "enter_person",
    "export_charges",
    "forget_alias",
    "hand_over",
    "import_tables",
    "leave_office",
    "move_unit",
    "note_alias",
    "open_unit",
    "plan",
    "put_in_charge",
    "read",
    "rename_unit",
    "revoke_alias",
    "revoke_stand_in",
    "set_duties",
    "set_grade",
    "set_leave",
    "stand_in",
    "take_on",
    "template",
]
