"""What faults planted under the action plan mean under the two later documents, where they do not ask the same."""

from __future__ import annotations

from made.book import Period, Plan, Status
from made.days import whole

from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE

_UNPUNISHED = "查实之后没有处理，方案也要求查处"
_IDLE = "查实借学术输送利益，没有任何处理"
_UNSAID = "是否查实没有登记"
_2022, _2023 = "gx-2022", "gx-2023"
_Line = tuple[Status, str, str, str, Period | None, tuple[str, ...], str]

_CASES: tuple[tuple[Status, str, str, str], ...] = (
    ("violated", f"{_2022}/2.4.17/unethical-practice-dealt-with", "AJ-A1", _UNPUNISHED),
    ("violated", f"{_2022}/2.2.10/interest-transfer-fought", "AJ-C5", "对涉案企业没有任何措施"),
    ("violated", f"{_2022}/2.2.10/interest-transfer-fought", "AJ-C4", "只约谈了企业"),
    ("violated", f"{_2022}/2.2.10/commercial-bribery-fought", "AJ-K2", _UNPUNISHED),
    ("violated", f"{_2022}/2.2.10/interest-transfer-fought", "AJ-T1", _IDLE),
    ("violated", f"{_2022}/2.3.14/many-warned", "AJ-T1", "没有通报"),
    ("violated", f"{_2023}/4.17/every-problem-found-is-punished", "AJ-T1", _IDLE),
    ("violated", f"{_2023}/4.17/every-problem-found-is-made-known", "AJ-T1", "没有通报"),
    ("undetermined", f"{_2022}/2.3.14/one-dealt-with", "AJ-B1", _UNSAID),
    ("undetermined", f"{_2022}/2.3.14/many-warned", "AJ-B1", _UNSAID),
    ("undetermined", f"{_2022}/2.3.14/lessons-drawn-from-each-case", "AJ-B1", _UNSAID),
    ("undetermined", f"{_2022}/2.4.17/unethical-practice-dealt-with", "AJ-B1", _UNSAID),
    ("undetermined", f"{_2022}/2.3.14/one-dealt-with", "AJ-Y4", _UNSAID),
    ("undetermined", f"{_2022}/2.3.14/many-warned", "AJ-Y4", _UNSAID),
    ("undetermined", f"{_2022}/2.3.14/lessons-drawn-from-each-case", "AJ-Y4", _UNSAID),
    ("undetermined", f"{_2022}/2.4.17/unethical-practice-dealt-with", "AJ-Y4", _UNSAID),
)
_CASH = f"{_2022}/2.4.18/no-red-packet-or-cash-gift-taken"
_JOINED = f"{_2022}/2.4.17/departments-join-forces"
_OTHERS: tuple[_Line, ...] = (
    ("undetermined", _CASH, "Benefit", "LY-A3", None, (), "2022年1月27日收受，不知道方案那天是否已经施行"),
    ("violated", _CASH, "Benefit", "LY-E1", None, ("礼金",), "收受患者礼金，方案不问是不是医务人员"),
    ("violated", _CASH, "Benefit", "LY-F1", None, ("礼金",), "行政人员收取患者礼金，方案也管"),
    ("violated", f"{_2023}/3.14/no-company-kickback", "Benefit", "LY-K5", None, (), "名为讲课费，换的是处方"),
    ("violated", f"{_2023}/3.14/no-company-kickback", "Benefit", "LY-K6", None, (), "名为科研经费，换的是使用产品"),
    ("undetermined", f"{_2022}/2.3.11/rep-visits-registered", "RepVisit", "LF-A8", None, (), "有没有来访记录不明"),
    ("violated", _JOINED, "HealthAuthority", CITY, whole(2023), (), "没有别的部门参与，不是联合"),
    ("undetermined", _JOINED, "HealthAuthority", PROVINCE, whole(2022), (), "有哪些部门参与没有登记"),
    (
        "undetermined",
        f"{_2022}/2.4.16/nine-rules-in-staff-training",
        "Hospital",
        HOSPITAL,
        whole(2024),
        (),
        "2024年2月的培训台账没有交来，也许有没有纳入九项准则的岗前教育",
    ),
)


def plant(plan: Plan) -> None:
    """Note what comes out under the later documents."""
    for status, rule, case, why in _CASES:
        plan.expect(status, rule, ("MisconductCase", case), why)
    for status, rule, kind, key, period, failed, why in _OTHERS:
        plan.expect(status, rule, (kind, key), why, period=period, failed=failed)
