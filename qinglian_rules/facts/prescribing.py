"""How much of what is used, by whom, compared with whom: indicators, alerts, and the quality of care in numbers."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import Count, Fact, HospitalRef, Key, Number, PersonRef, fact_field, known_field
from qinglian_rules.facts.refs import DepartmentRef, DrugRef, IndicatorRef, QualityIndicatorRef
from qinglian_rules.facts.values import DateSpan, Day

UsageObject = Literal[
    "全部药品",
    "单一药品",
    "抗菌药物",
    "辅助性用药",
    "营养性用药",
    "重点监控药品",
    "全部耗材",
    "高值耗材",
    "一次性耗材",
    "单一耗材",
    "检查检验",
]
UsageMetric = Literal["金额", "数量", "处方数", "药占比", "耗占比", "使用强度", "增长率"]
AlertLevel = Literal["提示", "一般", "重点", "严重"]
WatchedNode = Literal["重点岗位", "重点人员", "重点医疗行为", "重点药品耗材", "医保费用", "采购环节"]
QualityMetric = Literal[
    "点评处方占处方总数的比例",
    "抗菌药物使用强度",
    "门诊患者基本药物处方占比",
    "住院患者基本药物使用率",
    "门诊抗菌药物使用率",
    "急诊抗菌药物使用率",
    "住院抗菌药物使用率",
    "病例组合指数",
    "成本产出",
    "医师绩效",
    "次均费用",
    "门诊次均费用",
    "住院次均费用",
    "平均取药等候时间",
    "预约诊疗率",
    "其他",
]


class UsageIndicator(Fact, title="用量指标", dated="period", kind="object"):
    """One doctor's use of one group of drugs or supplies over one period, measured in one way. Key: `id`.

    `period` dates it. `rank` is the place that the hospital's own list gives within `specialty`, 1 being the largest
    use. `justified` is what the hospital has recorded after looking into it; unknown until it has.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    person: PersonRef | MISSING = fact_field("医务人员")
    specialty: str | MISSING = fact_field("学科")
    department: DepartmentRef | None | MISSING = fact_field("科室")
    period: DateSpan | MISSING = fact_field("统计期间")
    object: UsageObject | MISSING = fact_field("统计对象")
    item: str | None | MISSING = fact_field("品种")
    drug: DrugRef | None | MISSING = fact_field("药品")
    metric: UsageMetric | MISSING = fact_field("统计口径")
    value: Number | MISSING = fact_field("数值", unit="按统计口径")
    patients: Count | MISSING = fact_field("服务患者数", unit="人次")
    rank: Count | MISSING = fact_field("名次")
    peers: Count | MISSING = fact_field("同学科人数", unit="人")
    justified: bool | MISSING = fact_field("是否有正当理由")
    reason: str | None | MISSING = fact_field("理由")
    reviewed: Day | None | MISSING = fact_field("核查日期", blank="none")
    reviewed_by: str | None | MISSING = fact_field("核查部门")


class UsageAlert(Fact, title="监测预警", dated="issued", kind="node"):
    """One alert of the hospital's watch over key points. `issued` dates it. Key: `id`. `handled` None: not yet.

    `occurred` is the day of what set it off, so that timeliness can be reckoned. `analysed` and `commented` are the
    days of 分析 and 点评; `unreasonable` is what they found, unknown until they have.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    node: WatchedNode | MISSING = fact_field("监测节点")
    level: AlertLevel | MISSING = fact_field("预警级别")
    occurred: Day | MISSING = fact_field("触发日期")
    issued: Day | MISSING = fact_field("预警日期")
    indicator: IndicatorRef | None | MISSING = fact_field("用量指标")
    person: PersonRef | None | MISSING = fact_field("医务人员")
    department: DepartmentRef | None | MISSING = fact_field("科室")
    classified: bool | MISSING = fact_field("是否分类甄别")
    handled: Day | None | MISSING = fact_field("处置日期", blank="none")
    outcome: str | None | MISSING = fact_field("处置结果")
    analysed: Day | None | MISSING = fact_field("分析日期", blank="none")
    commented: Day | None | MISSING = fact_field("点评日期", blank="none")
    unreasonable: bool | MISSING = fact_field("是否认定不合理")


class QualityIndicator(Fact, title="质量指标", dated="period", kind="metric"):
    """One number about the care of a hospital or a department over one period. `period` dates it. Key: `id`.

    It is the whole hospital's unless it names a department.
    `numerator` and `denominator` are what it was reckoned from; a rule can refuse to judge a small denominator.
    `peer_value` is that of hospitals or departments of its kind; `causes` is what the analysis found.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    department: DepartmentRef | None | MISSING = fact_field("科室", blank="none", default=None)
    metric: QualityMetric | MISSING = fact_field("指标")
    period: DateSpan | MISSING = fact_field("统计期间")
    value: Number | MISSING = fact_field("指标值", unit="按指标定义")
    numerator: Number | None | MISSING = fact_field("分子")
    denominator: Number | None | MISSING = fact_field("分母")
    target: Number | None | MISSING = fact_field("目标值", unit="按指标定义")
    analysed: Day | None | MISSING = fact_field("分析日期", blank="none")
    measures: str | None | MISSING = fact_field("改进措施")
    peer_value: Number | None | MISSING = fact_field("同类平均值", unit="按指标定义")
    causes: str | None | MISSING = fact_field("具体原因")


class IndicatorProblem(Fact, title="指标问题", dated="date", key=("indicator",), derived=True):
    """One quality indicator that shows a problem. Its key is the indicator; `date`, the end of its period, dates it."""

    indicator: QualityIndicatorRef = known_field("质量指标")
    body: HospitalRef | MISSING = fact_field("医院")
    date: Day | MISSING = fact_field("日期")


class ImprovementMeasure(Fact, title="改进措施", dated="adopted"):
    """One measure that is to mend what a quality indicator shows. `adopted` dates it. Key: `id`.

    `cause` is the one that it is aimed at; `done` None: not carried out yet.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    indicator: QualityIndicatorRef | MISSING = fact_field("质量指标")
    adopted: Day | MISSING = fact_field("制定日期")
    cause: str | None | MISSING = fact_field("针对原因")
    office: DepartmentRef | None | MISSING = fact_field("责任科室")
    due: Day | None | MISSING = fact_field("完成期限")
    done: Day | None | MISSING = fact_field("落实日期", blank="none")
