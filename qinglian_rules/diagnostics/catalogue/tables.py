"""QL38x and QL39x: the mapping file of `--map`, which says how tables of other systems become facts."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

MAPPING_TYPE = Code(
    "QL380",
    "error",
    Text("没有叫“{name}”、可以交来的事实类型", "no fact type that can be handed over is called `{name}`"),
    why=Text("映射的结果必须是事实", "what a mapping makes must be facts"),
    bad="type: Benefits",
    good="type: Benefit",
)
MAPPING_FIELD = Code(
    "QL381",
    "error",
    Text("“{type}”没有叫“{name}”的字段", "`{type}` has no field `{name}`"),
    why=Text("写错的字段会在每一行都是未知", "a misspelt field would be unknown in every row"),
    bad="fields: {recieved: Date}",
    good="fields: {received: Date}",
)
MAPPING_COLUMN = Code(
    "QL382",
    "error",
    Text(
        "表“{table}”没有“{column}”这一列，映射要用它",
        "table `{table}` has no column `{column}`, which the mapping reads",
    ),
    why=Text("列名改了的表若照读，字段就成了未知", "read all the same, the field would be unknown in every row"),
    bad="fields: {amount: Total}",
    good="fields: {amount: Total_Amount}",
    hint=Text("由它而来的“{type}”都没有读", "no `{type}` was made from the table"),
)
MAPPING_DATE_FORMAT = Code(
    "QL383",
    "error",
    Text("日期格式“{format}”不认得", "date format `{format}` is not understood"),
    why=Text("格式要写全年、月、日，才只有一种读法", "only a format with year, month and day has one reading"),
    bad='format: "%m/%d"',
    good='format: "%m/%d/%Y"',
    hint=Text("可用 %Y %m %d %H %M %S，年月日各一次", "use %Y %m %d %H %M %S; year, month and day once each"),
)
MAPPING_NUMBER = Code(
    "QL384",
    "error",
    Text("“{value}”不能作倍数", "`{value}` is no factor"),
    why=Text("倍数是一个精确的正数", "a factor is an exact positive number"),
    bad="times: 万",
    good="times: 10000",
)
MAPPING_UNUSED = Code(
    "QL385",
    "warning",
    Text("没有表符合“{name}”，这一段映射没有用上", "no table matches `{name}`; this part of the mapping was not used"),
    why=Text("文件名写错时，那张表就没有按映射读", "with a wrong name the table is not read by the mapping"),
    bad="file: payment.csv",
    good="file: payments.csv",
)
MAPPING_PLACE = Code(
    "QL386",
    "error",
    Text("“{text}”里的花括号不成对，或里面没有列名", "the braces in `{text}` do not match, or hold no column"),
    why=Text("花括号里只能是一个列名", "braces hold the name of a column, and nothing else"),
    bad='id: "OP-{Record_ID"',
    good='id: "OP-{Record_ID}"',
)
DATE_OF_OTHER_FORMAT = Code(
    "QL387",
    "error",
    Text("“{value}”不符合映射所说的日期格式“{format}”", "`{value}` is not a date in the mapping's format `{format}`"),
    why=Text("同一列里混着两种写法，月和日就可能颠倒", "with two formats in one column, month and day may be swapped"),
    bad="2013-08-01",
    good="08/01/2013",
)
HEADER_ROW = Code(
    "QL388",
    "error",
    Text("表头行号“{value}”应是 1 到 100 的整数", "the header's row `{value}` must be a whole number from 1 to 100"),
    why=Text("表头在哪一行要说得准", "where the header stands must be exact"),
    bad="header: 第三行",
    good="header: 3",
)
