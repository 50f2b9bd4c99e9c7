"""The limits that the hospital and the authorities have set."""

from __future__ import annotations

from made.book import Book

from hospital.ordinary.bodies import PROVINCE, PROVINCE_TCM
from hospital.ordinary.power import CHECKS, NOT_DIRECTLY
from hospital.ordinary.visits import KEY_COMPANY
from qinglian_rules.facts.engine import ParameterValue

_EVERYWHERE = {
    "gx-2021/interest_transfer_limit": "60天",
    "gx-2021/lead_transfer_limit": "30天",
    "gx-2021/campaign_entry_limit": "30天",
    "gx-2021/investigation_limit": "90天",
    "gx-2021/red_packet_sanction_limit": "60天",
    "gx-2021/surrender_limit": "3天",
    "gx-2021/notice_limit": "1天",
    "gx-2021/min_selected_use_share": "60%",
    "gx-2021/volume_monitoring_interval": "92天",
    "gx-2021/alert_limit": "7天",
    "gx-2021/comparison_cycle": "季度",
    "gx-2021/front_rank": "3",
    "gx-2021/measure_limit": "30天",
    "gx-2021/removal_limit": "30分钟",
    "gx-2021/report_workdays": "5",
    "gx-2021/sanction_limit": "60天",
    "gx-2021/transfer_limit": "30天",
    "gx-2021/progress_cycle": "半年",
    "gx-2021/progress_workdays": "10",
    "gx-2021/task_split_limit": "60天",
    "gx-2021/credit_measure_limit": "90天",
    "gx-2021/investigation_start_limit": "60天",
    "gx-2021/bulletin_limit": "90天",
    "gx-2021/accountability_limit": "60天",
    "gx-2021/campaign_plan_limit": "60天",
    "gx-2021/publication_limit": "30天",
}
_GX_2022 = {
    "feedback_limit": "60天",
    "five_ones_day": "2022-12-31",
    "practice_score_limit": "30天",
    "lead_investigation_limit": "90天",
    "practice_sanction_limit": "180天",
    "typical_case_limit": "60天",
    "crime_transfer_limit": "30天",
    "campaign_screening_day": "2022-12-31",
    "campaign_rectification_limit": "90天",
    "illegal_marketing_limit": "60天",
    "clean_hospital_plan_day": "2022-04-20",
    "plan_task_limit": "30天",
    "poor_performance_limit": "60天",
    "ten_prohibitions": "、".join(f"“十严禁”第{number}项" for number in "一二三四五六七八九十"),
    "usage_supervision_cycle": "季度",
    "prescription_review_cycle": "季度",
    "key_companies": KEY_COMPANY,
    "blacklist_limit": "60天",
    "cost_growth_limit": "5%",
    "quality_fault_limit": "60天",
    "warning_education_cycle": "年",
    "case_punished_limit": "180天",
    "case_warned_limit": "180天",
    "case_lessons_limit": "180天",
    "weakness_limit": "90天",
    "portfolio_limit": "30天",
    "promotion_checks": "、".join(CHECKS),
    "selection_tracing_limit": "90天",
    "selection_sanction_limit": "90天",
    "young_cadre_age": "40",
    "adjustment_limit": "30天",
    "not_managed_directly": "、".join(NOT_DIRECTLY),
    "audit_cycle": "年",
    "term_audit_limit": "180天",
    "government_procurement_methods": "公开招标、邀请招标、竞争性谈判、竞争性磋商、单一来源、询价",
    "bribery_sanction_limit": "180天",
    "study_group_cycle": "季度",
    "branch_study_cycle": "季度",
    "political_tour_cycle": "5 years from 2022-01-01",
    "political_list_cycle": "半年",
    "political_supervision_cycle": "年",
    "political_rectification_limit": "60天",
    "branch_assembly_cycle": "季度",
    "branch_committee_cycle": "季度",
    "party_group_cycle": "季度",
    "party_lecture_cycle": "半年",
    "heart_talk_cycle": "半年",
    "formalism_limit": "60天",
    "request_limit": "15天",
    "reportable_limit": "7天",
    "personal_matter_limit": "30天",
    "political_case_limit": "60天",
}
_GX_2023 = {
    "leadership_cycle": "半年",
    "study_report_limit": "60天",
    "self_check_cycle": "半年",
    "open_and_secret_cycle": "半年",
    "finding_bulletin_limit": "30天",
    "rectification_limit": "60天",
    "honour_limit": "60天",
    "interest_transfer_limit": "60天",
    "care_self_check_cycle": "半年",
    "repeat_window": "7天",
    "care_correction_limit": "60天",
    "usage_monitoring_cycle": "季度",
    "usage_analysis_limit": "10天",
    "usage_comment_limit": "15天",
    "usage_talk_limit": "30天",
    "care_sanction_limit": "60天",
    "prescription_review_cycle": "季度",
    "outpatient_review_share": "1%",
    "inpatient_review_share": "1%",
    "review_completion_limit": "30天",
    "drug_indicator_cycle": "半年",
    "min_patient_days": "100",
    "indicator_analysis_limit": "30天",
    "improvement_limit": "45天",
    "improvement_done_limit": "90天",
    "insurance_self_check_cycle": "季度",
    "billing_correction_limit": "30天",
    "fraud_investigation_limit": "30天",
    "fraud_sanction_limit": "90天",
    "illegal_practice_lead_limit": "60天",
    "illegal_practice_sanction_limit": "90天",
    "advertising_lead_limit": "60天",
    "advertising_sanction_limit": "90天",
    "health_rights_sanction_limit": "90天",
    "talk_limit": "60天",
    "frequent_cases": "30",
    "frequent_department_cases": "3",
    "leader_accountability_limit": "30天",
    "complaint_acceptance_limit": "5天",
    "lead_handling_limit": "90天",
    "conduct_sanction_limit": "180天",
    "conduct_bulletin_limit": "180天",
    "telemedicine_cycle": "季度",
}
_OF_A_BODY = {(PROVINCE, "gx-2021/inspection_cycle"): "年", (PROVINCE_TCM, "gx-2021/inspection_cycle"): "年"}


def write(book: Book) -> None:
    """Write all limits."""
    for parameter, value in _EVERYWHERE.items():
        source = "院行风〔2021〕18号"
        _set(book, None, parameter, value, source)
    for document, values in (("gx-2022", _GX_2022), ("gx-2023", _GX_2023)):
        for name, value in values.items():
            _set(book, None, f"{document}/{name}", value, f"院发〔{document[3:]}〕7号")
    for (body, parameter), value in _OF_A_BODY.items():
        _set(book, body, parameter, value, None)


def _set(book: Book, body: str | None, parameter: str, value: str, source: str | None) -> None:
    book.add(ParameterValue(body=body, parameter=parameter, start=None, end=None, value=value, source=source))
