"""The limits that the authorities have set for their area."""

from __future__ import annotations

from made.book import Book

from authority.ordinary.bodies import AUTHORITIES, MAIN
from qinglian_rules.facts.engine import ParameterValue

_SOURCE = "虚构市卫发〔2021〕9号"
_VALUES = {
    "gx-2021": {
        "inspection_cycle": "年",
        "interest_transfer_limit": "60天",
        "lead_transfer_limit": "30天",
        "campaign_entry_limit": "30天",
        "investigation_limit": "90天",
        "red_packet_sanction_limit": "60天",
        "surrender_limit": "3天",
        "notice_limit": "1天",
        "min_selected_use_share": "60%",
        "volume_monitoring_interval": "92天",
        "alert_limit": "7天",
        "comparison_cycle": "年",
        "front_rank": "3",
        "measure_limit": "30天",
        "removal_limit": "30分钟",
        "report_workdays": "5",
        "sanction_limit": "60天",
        "transfer_limit": "30天",
        "progress_cycle": "半年",
        "progress_workdays": "10",
        "task_split_limit": "60天",
        "credit_measure_limit": "90天",
        "investigation_start_limit": "60天",
        "bulletin_limit": "90天",
        "accountability_limit": "60天",
        "campaign_plan_limit": "60天",
        "publication_limit": "30天",
    },
    "gx-2022": {
        "feedback_limit": "60天",
        "five_ones_day": "2022-12-31",
        "campaign_screening_day": "2022-12-31",
        "practice_score_limit": "60天",
        "lead_investigation_limit": "90天",
        "practice_sanction_limit": "90天",
        "typical_case_limit": "90天",
        "crime_transfer_limit": "30天",
        "campaign_rectification_limit": "90天",
        "illegal_marketing_limit": "90天",
        "clean_hospital_plan_day": "2022-06-30",
        "plan_task_limit": "60天",
        "poor_performance_limit": "60天",
        "ten_prohibitions": "、".join(f"虚构第{number}项" for number in range(1, 11)),
        "usage_supervision_cycle": "年",
        "prescription_review_cycle": "年",
        "blacklist_limit": "60天",
        "cost_growth_limit": "10%",
        "quality_fault_limit": "90天",
        "warning_education_cycle": "年",
        "case_punished_limit": "90天",
        "case_warned_limit": "90天",
        "case_lessons_limit": "180天",
        "weakness_limit": "90天",
        "portfolio_limit": "30天",
        "selection_tracing_limit": "180天",
        "selection_sanction_limit": "90天",
        "young_cadre_age": "40",
        "adjustment_limit": "30天",
        "audit_cycle": "年",
        "term_audit_limit": "180天",
        "bribery_sanction_limit": "90天",
        "study_group_cycle": "年",
        "branch_study_cycle": "年",
        "political_list_cycle": "年",
        "political_supervision_cycle": "年",
        "political_rectification_limit": "90天",
        "branch_assembly_cycle": "年",
        "branch_committee_cycle": "年",
        "party_group_cycle": "年",
        "party_lecture_cycle": "年",
        "heart_talk_cycle": "年",
        "formalism_limit": "60天",
        "request_limit": "15天",
        "reportable_limit": "15天",
        "personal_matter_limit": "30天",
        "political_case_limit": "60天",
    },
    "gx-2023": {
        "leadership_cycle": "半年",
        "study_report_limit": "30天",
        "self_check_cycle": "年",
        "open_and_secret_cycle": "年",
        "finding_bulletin_limit": "30天",
        "rectification_limit": "90天",
        "honour_limit": "30天",
        "interest_transfer_limit": "60天",
        "care_self_check_cycle": "年",
        "repeat_window": "30天",
        "care_correction_limit": "90天",
        "usage_monitoring_cycle": "年",
        "usage_analysis_limit": "30天",
        "usage_comment_limit": "30天",
        "usage_talk_limit": "30天",
        "care_sanction_limit": "90天",
        "prescription_review_cycle": "年",
        "outpatient_review_share": "0.1%",
        "inpatient_review_share": "1%",
        "review_completion_limit": "60天",
        "drug_indicator_cycle": "年",
        "min_patient_days": "100",
        "indicator_analysis_limit": "60天",
        "improvement_limit": "60天",
        "improvement_done_limit": "180天",
        "insurance_self_check_cycle": "年",
        "billing_correction_limit": "90天",
        "fraud_investigation_limit": "30天",
        "fraud_sanction_limit": "90天",
        "illegal_practice_lead_limit": "60天",
        "illegal_practice_sanction_limit": "90天",
        "advertising_lead_limit": "60天",
        "advertising_sanction_limit": "90天",
        "health_rights_sanction_limit": "90天",
        "talk_limit": "30天",
        "frequent_cases": "3",
        "frequent_department_cases": "3",
        "leader_accountability_limit": "30天",
        "complaint_acceptance_limit": "15天",
        "lead_handling_limit": "90天",
        "conduct_sanction_limit": "90天",
        "conduct_bulletin_limit": "90天",
        "telemedicine_cycle": "年",
    },
}


def write(book: Book) -> None:
    """Write all limits; the main authority tours its area in two years instead of five."""
    for document, values in _VALUES.items():
        for name, value in values.items():
            _add(book, None, f"{document}/{name}", value)
    for authority in AUTHORITIES:
        years = 2 if authority == MAIN else 5
        _add(book, authority, "gx-2022/political_tour_cycle", f"{years} years from 2022-01-01")


def _add(book: Book, body: str | None, parameter: str, value: str) -> None:
    book.add(ParameterValue(body=body, parameter=parameter, start=None, end=None, value=value, source=_SOURCE))
