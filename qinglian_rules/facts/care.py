"""Care of patients as the hospital's systems record it, and what reviewers found in it."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import (
    BodyRef,
    Count,
    Fact,
    HospitalRef,
    Key,
    Moment,
    Money,
    Number,
    PersonRef,
    fact_field,
)
from qinglian_rules.facts.refs import CaseRef, DepartmentRef, DrugRef, EpisodeRef, PrescriptionRef, ServiceRecordRef
from qinglian_rules.facts.values import DateSpan, Day

EpisodeKind = Literal["门诊", "急诊", "住院", "日间", "体检", "互联网诊疗"]
ServiceKind = Literal["检查", "检验", "治疗", "手术", "护理", "用药", "耗材使用", "会诊", "远程医疗", "其他"]
PatientKind = Literal["门诊", "急诊", "住院"]
DrugClass = Literal["抗菌药物", "辅助性用药", "营养性用药", "重点监控药品", "抗肿瘤药物", "中药注射剂", "其他"]
AntibioticGrade = Literal["非限制使用级", "限制使用级", "特殊使用级", "非抗菌药物"]
ReviewResult = Literal["合理", "不规范处方", "用药不适宜处方", "超常处方", "待点评"]
ClinicalFault = Literal[
    "无依据检查",
    "重复检查",
    "过度检查",
    "无指征化验",
    "无指征入院",
    "不规范治疗",
    "过度治疗",
    "不合理用药",
    "超范围用药",
    "诱导医疗",
    "违反诊疗常规",
    "高值耗材使用不当",
    "大处方",
    "虚假检查",
    "虚假诊断",
    "夸大病情",
    "夸大疗效",
    "其他",
]
PatientApproach = Literal["欺骗", "诱使", "强迫"]
"""How a patient was brought to accept care."""


class CareEpisode(Fact, title="诊疗经过", dated="span", kind="episode"):
    """One visit to the outpatient or emergency department, or one stay, of one patient. `span` dates it. Key: `id`."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    patient: str | MISSING = fact_field("患者", private=True)
    episode: EpisodeKind | MISSING = fact_field("就诊类型")
    span: DateSpan | MISSING = fact_field("诊疗期间", private=True)
    department: DepartmentRef | MISSING = fact_field("就诊科室")
    physician: PersonRef | MISSING = fact_field("主管医师")
    team: tuple[PersonRef, ...] | MISSING = fact_field("参与医务人员")
    identity_checked: bool | MISSING = fact_field("是否核验身份")
    insured: bool | MISSING = fact_field("是否医保结算", private=True)
    total_cost: Money | MISSING = fact_field("总费用", unit="元", private=True)
    referred_from: HospitalRef | None | MISSING = fact_field("转入来源医院", private=True)
    referred_to: HospitalRef | None | MISSING = fact_field("转往医院", private=True)
    admission_indication: str | None | MISSING = fact_field("入院指征", private=True)


class Diagnosis(Fact, title="诊断", dated="made"):
    """One diagnosis in one episode of care. `made` dates it. Key: `id`."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    episode: EpisodeRef | MISSING = fact_field("诊疗经过", private=True)
    code: str | MISSING = fact_field("诊断编码", private=True)
    main: bool | MISSING = fact_field("是否主要诊断", private=True)
    made: Day | MISSING = fact_field("诊断日期", private=True)
    physician: PersonRef | MISSING = fact_field("诊断医师")


class ServiceRecord(Fact, title="诊疗服务记录", dated="done", kind="service"):
    """One service that was given: an examination, a test, a treatment. `done` dates it. Key: `id`.

    `indication` is the reason on record, None where none is recorded; `repeat_reason` that for doing it once more.
    `item` is the hospital's code of the service.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    episode: EpisodeRef | MISSING = fact_field("诊疗经过", private=True)
    service: ServiceKind | MISSING = fact_field("服务类型")
    item: str | MISSING = fact_field("服务项目")
    done: Moment | MISSING = fact_field("服务时间", private=True)
    ordered_by: PersonRef | MISSING = fact_field("开单医师")
    performed_by: PersonRef | MISSING = fact_field("执行人")
    performer_qualified: bool | MISSING = fact_field("执行人是否具备资质")
    indication: str | None | MISSING = fact_field("依据", private=True)
    repeat_reason: str | None | MISSING = fact_field("再次检查理由", private=True)
    quantity: Number | MISSING = fact_field("数量", unit="按计价单位")
    high_value_supply: bool | MISSING = fact_field("是否使用高值耗材")
    consent: bool | MISSING = fact_field("是否知情同意")


class Prescription(Fact, title="处方", dated="issued", kind="patient_kind"):
    """One prescription or medication order. `issued` dates it. Key: `id`.

    `collector_checked`: when the drugs were handed out, the collector's identity was checked (实名购药).
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    episode: EpisodeRef | MISSING = fact_field("诊疗经过", private=True)
    patient_kind: PatientKind | MISSING = fact_field("病人类型")
    issued: Day | MISSING = fact_field("开具日期", private=True)
    physician: PersonRef | MISSING = fact_field("医师")
    department: DepartmentRef | MISSING = fact_field("科室")
    pharmacist: PersonRef | None | MISSING = fact_field("审方药师")
    drugs: tuple[DrugRef, ...] | MISSING = fact_field("药品", private=True)
    days: Count | MISSING = fact_field("用药天数", unit="天")
    essential_drugs: Count | MISSING = fact_field("国家基药品种数", unit="种")
    antibiotic: bool | MISSING = fact_field("是否含抗菌药物")
    amount: Money | MISSING = fact_field("金额", unit="元")
    collector_checked: bool | MISSING = fact_field("购药人身份是否核验")


class PrescriptionReview(Fact, title="处方点评", dated="reviewed"):
    """One reviewer's word on one prescription. `reviewed` dates it. Key: `id`. `codes` are the codes of its faults."""

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    prescription: PrescriptionRef | MISSING = fact_field("处方")
    reviewed: Day | MISSING = fact_field("点评日期")
    reviewer: PersonRef | MISSING = fact_field("点评人")
    result: ReviewResult | MISSING = fact_field("点评结果")
    codes: tuple[str, ...] | MISSING = fact_field("问题代码")
    talked_to: bool | MISSING = fact_field("是否约谈")


class Drug(Fact, title="药品"):
    """One drug that a hospital keeps. Key: `id`; no date.

    `limited_diagnoses` are the codes of the diagnoses, or their beginnings, to which its use is
    limited; an empty list says that it is not.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    generic_name: str | MISSING = fact_field("通用名")
    trace_code: str | None | MISSING = fact_field("追溯码")
    drug_class: DrugClass | MISSING = fact_field("药品类别")
    antibiotic_grade: AntibioticGrade | MISSING = fact_field("抗菌药物等级")
    essential: bool | MISSING = fact_field("是否国家基本药物")
    insured: bool | MISSING = fact_field("是否医保目录药品")
    volume_selected: bool | MISSING = fact_field("是否集采中选药品")
    daily_dose: Number | None | MISSING = fact_field("限定日剂量", unit="克")
    limited_diagnoses: tuple[str, ...] | MISSING = fact_field("限定诊断编码")


class ClinicalFinding(Fact, title="诊疗问题认定", dated="found", kind="fault"):
    """One fault in care that a reviewer found. `found` dates it. Key: `id`.

    `approach` is how the patient was made to accept the care; `case` the case that was made of it.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    found: Day | MISSING = fact_field("认定日期")
    fault: ClinicalFault | MISSING = fact_field("问题类型")
    episode: EpisodeRef | None | MISSING = fact_field("诊疗经过", private=True)
    service: ServiceRecordRef | None | MISSING = fact_field("诊疗服务记录")
    prescription: PrescriptionRef | None | MISSING = fact_field("处方")
    person: PersonRef | None | MISSING = fact_field("责任人")
    department: DepartmentRef | None | MISSING = fact_field("责任科室")
    serious: bool | MISSING = fact_field("是否严重违规")
    found_by: str | MISSING = fact_field("认定部门")
    approach: PatientApproach | None | MISSING = fact_field("对患者的手段", blank="none")
    corrected: Day | None | MISSING = fact_field("整改日期", blank="none")
    case: CaseRef | None | MISSING = fact_field("违规案件", blank="none")


class ResultReuse(Fact, title="检查检验结果互认", dated="decided"):
    """One result of another hospital that a doctor took over, or did not. `decided` dates it. Key: `id`.

    `eligible`: it is one of those that must be taken over; `reason` is why it was not, None where none is recorded.
    """

    id: Key
    body: HospitalRef | MISSING = fact_field("医院")
    episode: EpisodeRef | MISSING = fact_field("诊疗经过", private=True)
    item: str | MISSING = fact_field("互认项目")
    decided: Day | MISSING = fact_field("日期")
    physician: PersonRef | MISSING = fact_field("医师")
    source: BodyRef | None | MISSING = fact_field("出具机构")
    eligible: bool | MISSING = fact_field("是否符合互认条件")
    reused: bool | MISSING = fact_field("是否互认")
    reason: str | None | MISSING = fact_field("未互认理由")
