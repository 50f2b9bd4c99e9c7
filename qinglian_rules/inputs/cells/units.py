"""Units of quantities, so that a number in another unit is refused with the number that it would be."""

from __future__ import annotations

from decimal import Decimal

_MONEY = {
    "元": Decimal(1),
    "人民币": Decimal(1),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "千万元": Decimal(10_000_000),
    "亿元": Decimal(100_000_000),
}
_TIME = {
    "秒": Decimal(1),
    "分钟": Decimal(60),
    "小时": Decimal(3600),
    "天": Decimal(86_400),
    "日": Decimal(86_400),
    "周": Decimal(604_800),
    "seconds": Decimal(1),
    "minutes": Decimal(60),
    "hours": Decimal(3600),
    "days": Decimal(86_400),
    "weeks": Decimal(604_800),
}
_MULTIPLES = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "百万": Decimal(1_000_000),
    "亿": Decimal(100_000_000),
}
_OTHER = {"美元", "欧元", "港元", "%", "月", "个月", "年", "个", "岁", "人", "人次", "次", "件", "张", "例", "支", "盒"}

NAMES = {*_MONEY, *_TIME, *_MULTIPLES, *_OTHER}
"""Words that are units wherever they stand, as in the header `金额（万元）`."""


def convert(number: Decimal, found: str, wanted: str | None) -> Decimal | None:
    """Return `number` in the unit `wanted`; None where the two units do not measure the same."""
    if found in _MULTIPLES:
        return number * _MULTIPLES[found]
    for factors in (_MONEY, _TIME):
        if found in factors and wanted in factors:
            return number * factors[found] / factors[wanted]
    return None


def converted_texts(written: str, converted: Decimal | None, unit: str | None) -> tuple[str, str]:
    """Return, in Chinese and in English, what to write instead of `written`."""
    if converted is None:
        return f"请换算成{unit}，只写数字", f"convert it to {unit} and write digits only"
    number = f"{converted.normalize():f}"
    return f"若是 {written}，请写 {number}", f"if {written} is meant, write {number}"
