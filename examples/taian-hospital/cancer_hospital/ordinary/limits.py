"""The limits and rhythms that the document leaves open, as the invented hospital has set them."""

from __future__ import annotations

from cancer_hospital.ordinary.projects import STEPS
from made.book import Book

from qinglian_rules.facts.engine import ParameterValue

LEAVING_AUDIT_DAYS = 180
ACCEPTANCE_DAYS = 60
BOOKING_DAYS = 90
USE_CONTROL_DAYS = 60
REFUND_DAYS = 15
CORRECTION_DAYS = 30
PUNISHMENT_DAYS = 90
HEARING_DAYS = 90
REPORT_DAYS = 10
CASE_DAYS = 60
FINDING_DAYS = 30
ANALYSIS_DAYS = 31
ALERT_DAYS = 60
CONTACT_DAYS = 90
PASSPORT_DAYS = 10
DECISION_DAYS = 90
PORTFOLIO_DAYS = 30
PUBLICATION_DAYS = 20
EVALUATION_DAYS = 30
_DAYS = {
    "decision_execution_limit": DECISION_DAYS,
    "party_appraisal_limit": 45,
    "leaving_audit_limit": LEAVING_AUDIT_DAYS,
    "passport_limit": PASSPORT_DAYS,
    "talent_contact_interval": CONTACT_DAYS,
    "volume_analysis_interval": ANALYSIS_DAYS,
    "portfolio_limit": PORTFOLIO_DAYS,
    "random_check_publication_limit": PUBLICATION_DAYS,
    "volume_alert_lead": ALERT_DAYS,
    "acceptance_limit": ACCEPTANCE_DAYS,
    "intangible_booking_limit": BOOKING_DAYS,
    "use_control_limit": USE_CONTROL_DAYS,
    "joint_punishment_limit": PUNISHMENT_DAYS,
    "committee_notice": 2,
    "presidents_meeting_notice": 1,
    "presidency_report_limit": 31,
    "reportable_limit": REPORT_DAYS,
    "hearing_validity": HEARING_DAYS,
    "refund_limit": REFUND_DAYS,
    "irregular_use_limit": CORRECTION_DAYS,
    "indicator_evaluation_limit": EVALUATION_DAYS,
    "political_case_limit": CASE_DAYS,
    "political_finding_limit": FINDING_DAYS,
    "case_reform_limit": CASE_DAYS,
    "corruption_sanction_limit": CASE_DAYS,
    "four_winds_limit": FINDING_DAYS,
    "early_measure_limit": FINDING_DAYS,
    "four_forms_limit": CASE_DAYS,
}
_OTHERS = {
    "branch_congress_cycle": "季度",
    "branch_committee_cycle": "月",
    "party_group_cycle": "月",
    "party_lecture_cycle": "季度",
    "economic_audit_cycle": "年",
    "paid_concurrent_kinds": "高校、学会协会",
    "construction_approvals": "、".join(STEPS),
    "committee_quorum": "2/3",
    "presidents_meeting_quorum": "1/2",
    "talks_cycle": "月",
    "internal_audit_cycle": "半年",
    "self_check_cycle": "季度",
    "pay_adjustment_cycle": "年",
    "education_cycle": "季度",
    "political_supervision_cycle": "季度",
    "four_winds_cycle": "季度",
}


def write(book: Book) -> None:
    """Write all limits."""
    for parameter, value in {**{name: f"{days}天" for name, days in _DAYS.items()}, **_OTHERS}.items():
        name = f"ta-2024/{parameter}"
        book.add(
            ParameterValue(body=None, parameter=name, start=None, end=None, value=value, source="泰肿示〔2024〕41号")
        )
