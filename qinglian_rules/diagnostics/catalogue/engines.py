"""What keeps a back end from running (QL73x)."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

ENGINE_MISSING = Code(
    "QL731",
    "error",
    Text("没有装好事件引擎 durable-rules（{cause}）", "the event engine durable-rules is not there ({cause})"),
    why=Text(
        "会话后端用它匹配事实；它是可选的扩展，安装时要有 C 编译器，在 Python 3.13 上不能导入。",
        "sessions match facts with it; it is an extra, needs a C compiler to install, and does not import on "
        "Python 3.13.",
    ),
    bad="pip install qinglian-rules",
    good='pip install "qinglian-rules[durable]"',
    hint=Text(
        "用 Python 3.11 或 3.12 安装 qinglian-rules[durable]，或改用 policy.check",
        "install qinglian-rules[durable] on Python 3.11 or 3.12, or use policy.check",
    ),
)

NUMBER_OUT_OF_FORM = Code(
    "QL732",
    "error",
    Text("数 {number} 超出事件引擎能精确比较的范围", "{number} is beyond what the event engine compares exactly"),
    why=Text(
        "比较前，数要写成定长文字：整数部分不超过 40 位，分母不超过 40 位。",
        "numbers are compared as texts of one length: at most 40 digits before the point and in a denominator.",
    ),
    bad="Fraction(1, 10**41)",
    good="Fraction(1, 3)",
    hint=Text("改用 policy.check", "use policy.check"),
)

RULE_NOT_CARRIED = Code(
    "QL733",
    "error",
    Text("事件引擎不能判断 {rule}：{reason}", "the event engine cannot carry {rule}: {reason_en}"),
    why=Text(
        "会话只匹配单个事实上的条件和按键连接；其余规则不悄悄略过，要么改用 policy.check，要么明说略过。",
        "a session matches conditions on one fact and joins by key; other rules are not left out in silence: use "
        "policy.check, or say that they may be left out.",
    ),
    bad="Session(policy)",
    good="Session(policy, leave_out=True)",
    hint=Text("用 leave_out=True 略过这些规则", "leave such rules out with leave_out=True"),
)
