"""QL3xx, second part: what stands in a cell, and what the cells of all rows say together."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

# --- words -------------------------------------------------------------------------------------------------------

NOT_A_TRUTH = Code(
    "QL340",
    "error",
    Text("“{value}”既不是“是”也不是“否”", "`{value}` is neither yes nor no"),
    why=Text(
        "是与否之间没有第三个值；不知道就留空", "there is no third value; leave the cell empty where it is not known"
    ),
    bad="大概是",
    good="是",
    hint=Text("写“是”或“否”（true、false、1、0 也可以）", "write 是 or 否 (true, false, 1, 0 will do)"),
)
NOT_A_MEMBER = Code(
    "QL341",
    "error",
    Text("“{value}”不在可选的词里", "`{value}` is none of the words allowed"),
    why=Text("规则按这些词判断，近似的词不会算作相同", "rules compare these words; a similar one does not count"),
    bad="红包礼金",
    good="收受红包",
    hint=Text("可选：{words}", "allowed: {words}"),
)
NONE_NOT_ALLOWED = Code(
    "QL342",
    "error",
    Text("“{field}”不能是“无”", "`{field}` cannot be none"),
    why=Text(
        "“无”是说确知没有；这个字段总有一个值", "无 says that there is known to be none; this field always has a value"
    ),
    bad="无",
    good="（留空）",
    hint=Text("不知道就留空，或写“未知”", "leave the cell empty or write 未知 where it is not known"),
)
UNKNOWN_NOT_ALLOWED = Code(
    "QL343",
    "error",
    Text("“{field}”不能是“未知”", "`{field}` cannot be unknown"),
    why=Text(
        "没有它就认不出这条记录，或读不出它说的是什么",
        "without it the record cannot be told from others, or says nothing",
    ),
    bad="未知",
    good="V-1",
)
KEY_MISSING = Code(
    "QL344",
    "error",
    Text("“{field}”是空的", "`{field}` is empty"),
    why=Text(
        "没有编号的记录无从辨认，也无从引用", "a record without its key can be neither told apart nor referred to"
    ),
    bad=",药学部接待室",
    good="V-1,药学部接待室",
)
OUT_OF_BOUNDS = Code(
    "QL345",
    "error",
    Text("“{value}”超出范围：应{bound_zh}", "`{value}` is out of bounds: must be {bound_en}"),
    why=Text("超出范围的值多半是写错了", "a value out of bounds is mostly a slip"),
    bad="-200",
    good="200",
)
WRONG_SHAPE = Code(
    "QL346",
    "error",
    Text("“{field}”应是{wanted_zh}，这里是{found_zh}", "`{field}` takes {wanted_en}, here is {found_en}"),
    why=Text("JSON 的值有自己的种类，不作猜测", "JSON values have kinds of their own; nothing is guessed"),
    bad='{"place": {"room": "101"}}',
    good='{"place": "101"}',
)
DIGITS_LOST = Code(
    "QL347",
    "error",
    Text(
        "数字“{value}”超过 15 位，Excel 已丢掉末尾的数字",
        "`{value}` has more than 15 digits, and Excel has lost the last ones",
    ),
    why=Text("编号的末几位已经不对，会指向别的记录", "its last digits are wrong now, and it would name another record"),
    bad="4.50102199001011E+17",
    good="450102199001011234（文本格式）",
    hint=Text("把这一列设为文本格式，再重新填写", "format the column as text, and enter it again"),
)

# --- dates and times ---------------------------------------------------------------------------------------------

NOT_A_DATE = Code(
    "QL350",
    "error",
    Text("“{value}”不是日期", "`{value}` is no date"),
    why=Text(
        "日月颠倒的写法有两种读法，不作猜测", "with day and month swapped there are two readings; nothing is guessed"
    ),
    bad="10/5/2023",
    good="2023-05-10",
    hint=Text("写成 2023-05-10、2023/5/10 或 2023年5月10日", "write 2023-05-10, 2023/5/10 or 2023年5月10日"),
)
IMPOSSIBLE_DATE = Code(
    "QL351",
    "error",
    Text("没有“{value}”这一天或这一刻", "there is no such day or time as `{value}`"),
    why=Text("不存在的日期不知道想说哪一天", "a day that does not exist stands for an unknown one"),
    bad="2023-02-30",
    good="2023-02-28",
)
EXCEL_SERIAL = Code(
    "QL352",
    "error",
    Text("“{value}”像是 Excel 的日期序号", "`{value}` looks like an Excel date as a number"),
    why=Text(
        "同一个数在两种 Excel 日期制里差四年，不作猜测",
        "the two date systems of Excel are four years apart; nothing is guessed",
    ),
    bad="45056",
    good="2023-05-10",
    hint=Text("若是，它是 {date}；把这一列设为日期格式", "if so, it is {date}; format the column as a date"),
)
NOT_A_DATE_TIME = Code(
    "QL353",
    "error",
    Text("“{value}”不是日期时间", "`{value}` is no date with a time"),
    why=Text("到哪一分钟才能与接待时段等比较", "only a time can be compared with, say, reception hours"),
    bad="5月10日下午",
    good="2023-05-10 15:00",
    hint=Text("写成 2023-05-10 15:00", "write 2023-05-10 15:00"),
)
DATE_WITHOUT_TIME = Code(
    "QL354",
    "error",
    Text("“{value}”只有日期，还要写时间", "`{value}` lacks the time"),
    why=Text(
        "当作零点会使不知道的时间变成违规的时间", "taking it for midnight would turn an unknown time into a wrong one"
    ),
    bad="2023-05-10",
    good="2023-05-10 15:00",
    hint=Text(
        "若就是零点，以文本写成 {date} 00:00；不知道就留空",
        "if midnight is meant, write {date} 00:00 as text; leave it empty where it is not known",
    ),
)
TIME_WITH_ZONE = Code(
    "QL355",
    "error",
    Text("“{value}”带有时区", "`{value}` has a time zone"),
    why=Text(
        "时间一律是北京时间；换算会改变日期", "all times are those of Asia/Shanghai; a conversion can change the day"
    ),
    bad="2023-05-10T15:00:00Z",
    good="2023-05-10 23:00",
    hint=Text("换算成北京时间，不写时区", "convert it to the time of Asia/Shanghai and write no zone"),
)
DATE_WITH_TIME = Code(
    "QL356",
    "error",
    Text("“{value}”带有时间，这里只要日期", "`{value}` has a time, only the date is wanted"),
    why=Text("悄悄丢掉时间，就丢掉了写的人想说的话", "dropping the time in silence would drop what somebody wrote"),
    bad="2023-05-10 15:00",
    good="2023-05-10",
    hint=Text("写成 {date}", "write {date}"),
)
NOT_A_TIME = Code(
    "QL357",
    "error",
    Text("“{value}”不是一天中的时间", "`{value}` is no time of day"),
    why=Text("时间按 24 小时制写", "times are written with 24 hours"),
    bad="下午3点",
    good="15:00",
    hint=Text("写成 15:00", "write 15:00"),
)
NOT_A_SPAN = Code(
    "QL358",
    "error",
    Text("“{value}”不是起止日期", "`{value}` is no span of days"),
    why=Text("一段时间要有开始，也要说明结束", "a span has a start and says something of its end"),
    bad="2021年起",
    good="2021-01-01..2023-05-01",
    hint=Text(
        "写成 2021-01-01..2023-05-01 或“2021-01-01 至 2023-05-01”；未结束写 2021-01-01..",
        "write 2021-01-01..2023-05-01, or 2021-01-01.. where it has not ended",
    ),
)
SPAN_BACKWARDS = Code(
    "QL359",
    "error",
    Text("结束在开始之前：{value}", "it ends before it starts: {value}"),
    why=Text("这样的一段时间一天也没有", "such a span holds no day"),
    bad="2023-05-01..2021-01-01",
    good="2021-01-01..2023-05-01",
)
NOT_A_SLOT = Code(
    "QL360",
    "error",
    Text("“{value}”不是每周的时段", "`{value}` is no weekly slot"),
    why=Text("时段要有星期、开始和结束", "a slot has a day of the week, a start and an end"),
    bad="周三下午",
    good="周三 14:00-17:00；周四 14:00-17:00",
    hint=Text("写成“周三 14:00-17:00”，几段之间用分号", "write 周三 14:00-17:00, and a semicolon between two"),
)
NOT_A_DURATION = Code(
    "QL361",
    "error",
    Text("“{value}”不是时长", "`{value}` is no duration"),
    why=Text("没有单位的数不知道是分钟还是天", "a number without a unit may be minutes or days"),
    bad="半个工作日",
    good="30分钟",
    hint=Text("写成 30分钟、2小时、3天{unit_zh}", "write 30 minutes, 2 hours, 3 days{unit_en}"),
)

# --- numbers -----------------------------------------------------------------------------------------------------

NOT_A_NUMBER = Code(
    "QL365",
    "error",
    Text("“{value}”不是数", "`{value}` is no number"),
    why=Text("约数和区间不能参加计算", "nothing can be computed with about so much"),
    bad="约500",
    good="500",
    hint=Text("只写数字，如 1234.50 或 1,234.50", "write digits only, such as 1234.50 or 1,234.50"),
)
SCIENTIFIC = Code(
    "QL366",
    "error",
    Text("“{value}”是科学计数法", "`{value}` is in scientific notation"),
    why=Text("这种写法多半丢了数字，也可能大得没有意义", "it has mostly lost digits, and may be beyond all meaning"),
    bad="1.23E+05",
    good="123456",
    hint=Text("把全部数字写出来", "write out all digits"),
)
OTHER_UNIT = Code(
    "QL367",
    "error",
    Text("“{value}”的单位是{found}，这里要{unit}", "`{value}` is in {found}, the field in {unit}"),
    why=Text("差一万倍的金额会改变结论", "an amount that is off by ten thousand changes decisions"),
    bad="3.5万元",
    good="35000",
    hint=Text("{converted_zh}", "{converted_en}"),
)
TOO_MANY_DIGITS = Code(
    "QL371",
    "error",
    Text("“{value}”位数太多", "`{value}` has too many digits"),
    why=Text("这么大的数多半是几格粘在了一起", "a number as large is mostly several cells run together"),
    bad="100000000000000000000000000000000000000000000000000000000000000",
    good="100000",
    hint=Text("数最多 18 位", "a number has at most 18 digits"),
)
NOT_WHOLE = Code(
    "QL368",
    "error",
    Text("“{value}”不是整数", "`{value}` is no whole number"),
    why=Text("人数、次数没有小数", "persons and times are counted whole"),
    bad="3.5",
    good="3",
)
NOT_A_RATIO = Code(
    "QL369",
    "error",
    Text("“{value}”不是比例", "`{value}` is no ratio"),
    why=Text("比例要精确：30% 就是 3/10", "a ratio is exact: 30% is 3/10"),
    bad="三成",
    good="30%",
    hint=Text("写成 30%、0.3 或 3/10", "write 30%, 0.3 or 3/10"),
)
RATIO_TOO_LARGE = Code(
    "QL370",
    "error",
    Text("比例“{value}”大于 1", "the ratio `{value}` is above 1"),
    why=Text("30 与 30% 差一百倍，不作猜测", "30 and 30% are a hundred apart; nothing is guessed"),
    bad="30",
    good="30%",
    hint=Text("若是百分数，写成 {value}%", "if it is a percentage, write {value}%"),
)

# --- all rows together -------------------------------------------------------------------------------------------

DUPLICATE_FACT = Code(
    "QL375",
    "error",
    Text(
        "“{type}”的“{key}”已在 {file} 第 {row} 行出现", "`{type}` with key `{key}` stands already in {file}, row {row}"
    ),
    why=Text("同一个编号的两条记录，不知道哪条对", "of two records with one key nobody knows which is right"),
    bad="V-1 …\nV-1 …",
    good="V-1 …\nV-2 …",
    hint=Text(
        "第一条有效，这一条没有读；请改编号或删去一条",
        "the first counts, this one was not read; change its key or delete one",
    ),
)
DANGLING_REFERENCE = Code(
    "QL376",
    "warning",
    Text(
        "“{field}”指向的“{target}”没有编号“{key}”的记录（{count} 处）",
        "`{field}` refers to `{key}`, and no `{target}` has that key ({count} times)",
    ),
    why=Text("指不到的记录，其字段都是未知", "the fields of a record that is not there are unknown"),
    bad="接待人：P-9（人员表里没有）",
    good="接待人：P-1",
    hint=Text("请补上这条记录，或改正编号", "hand over the record, or correct the key"),
)
NOTHING_REFERRED_TO = Code(
    "QL377",
    "warning",
    Text(
        "没有交来任何“{target}”，而这些字段指向它：{fields}",
        "no `{target}` was handed over, and these fields refer to one: {fields}",
    ),
    why=Text("指不到的记录，其字段都是未知", "the fields of a record that is not there are unknown"),
    bad="只有 医药代表来访.csv",
    good="医药代表来访.csv、医院.csv",
    hint=Text("规则要用到时，请一并交来", "hand them over where rules read them"),
)
COMPLETE_WITHOUT_TYPE = Code(
    "QL378",
    "error",
    Text("完整性声明里的“{name}”不是事实类型", "the statement of completeness names `{name}`, which is no fact type"),
    why=Text("这样的声明什么也没有说", "such a statement says nothing"),
    bad="医药代表来坊",
    good="医药代表来访",
)
CANNOT_BE_WRITTEN = Code(
    "QL379",
    "error",
    Text("“{type}”的“{key}”写不进一格：{reason_zh}", "`{type}` `{key}` does not fit into a cell: {reason_en}"),
    why=Text("写进去再读出来必须是同一个值", "what is written must be read back as the same value"),
    hint=Text("改用 JSON 行（jsonl）", "write JSON lines instead"),
)
