"""The limits that the hospital and the authorities have set."""

from __future__ import annotations

from made.book import Book

from hospital.ordinary.bodies import PROVINCE, PROVINCE_TCM
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
    "gx-2023/interest_transfer_limit": "60天",
}
_OF_A_BODY = {(PROVINCE, "gx-2021/inspection_cycle"): "年", (PROVINCE_TCM, "gx-2021/inspection_cycle"): "年"}


def write(book: Book) -> None:
    """Write all limits."""
    for parameter, value in _EVERYWHERE.items():
        source = "院行风〔2021〕18号"
        book.add(ParameterValue(body=None, parameter=parameter, start=None, end=None, value=value, source=source))
    for (body, parameter), value in _OF_A_BODY.items():
        book.add(ParameterValue(body=body, parameter=parameter, start=None, end=None, value=value, source=None))
