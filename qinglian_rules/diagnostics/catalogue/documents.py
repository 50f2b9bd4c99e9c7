"""QL4xx: quotations, the source check, policy.yaml, topics, folders."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

_WORD_FOR_WORD = Text(
    "规则依据的是原文：引文一字不差，读者才能找到那句话", "a rule rests on the text: only exact words lead back to them"
)
_EQUAL_TEXT = Text(
    "各项文件合起来就是原文；漏掉或改动一个字，都可能漏掉一条规则",
    "the item files together are the document; a word changed or lost may be a norm lost",
)

# --- quotations -----------------------------------------------------------------------------------

QUOTE_NOT_FOUND = Code(
    "QL401",
    "error",
    Text("本项里没有“{words}”", "`{words}` does not stand in this item"),
    why=_WORD_FOR_WORD,
    bad="clause: 建立奖惩机制",
    good="clause: 建立健全奖惩机制",
    hint=Text("照原文抄写；略去的字用“…”代替", "copy the words of the text; `…` stands for words left out"),
)
QUOTE_DIFFERS = Code(
    "QL402",
    "error",
    Text(
        "本项里没有“{words}”：第 {at} 个字写作“{written}”，原文是“{wanted}”",
        "`{words}` does not stand in this item: its character {at} is `{written}`, the text has `{wanted}`",
    ),
    why=_WORD_FOR_WORD,
    bad="clause: 建立键全奖惩机制",
    good="clause: 建立健全奖惩机制",
    hint=Text("原文：“{passage}”", "the text: `{passage}`"),
)
QUOTE_WIDTH = Code(
    "QL403",
    "error",
    Text(
        "引文里的“{written}”与原文的“{wanted}”全角半角不同",
        "the quotation has `{written}` where the text has `{wanted}`: the two differ in width",
    ),
    why=_WORD_FOR_WORD,
    bad="clause: 核减绩效,暂停执业",
    good="clause: 核减绩效，暂停执业",
    hint=Text("改成“{wanted}”。原文：“{passage}”", "write `{wanted}`. The text: `{passage}`"),
)
QUOTE_AMBIGUOUS = Code(
    "QL404",
    "error",
    Text("“{words}”在本项出现 {count} 次", "`{words}` occurs {count} times in this item"),
    why=Text("不知道规则说的是哪一处", "nothing says which of them the rule expresses"),
    bad="clause: 卫生健康行政部门",
    good="clause: {words: 卫生健康行政部门, nth: 2}",
    hint=Text("引得更长，或写 {words: …, nth: 几}", "quote more words, or write {words: …, nth: N}"),
)
QUOTE_NTH = Code(
    "QL405",
    "error",
    Text("“{words}”只出现 {count} 次，没有第 {nth} 次", "`{words}` occurs {count} times; there is no number {nth}"),
    why=_WORD_FOR_WORD,
    bad="clause: {words: 监管, nth: 9}",
    good="clause: {words: 监管, nth: 1}",
    hint=Text("nth 从 1 数起", "`nth` counts from 1"),
)
QUOTE_ORDER = Code(
    "QL406",
    "error",
    Text("“{words}”在“{before}”之后没有再出现", "`{words}` does not stand behind `{before}`"),
    why=Text("“…”两边的文字按原文的次序排列", "the words around `…` stand in the order of the text"),
    bad="clause: 从严处罚…根据金额",
    good="clause: 根据金额…处罚",
    hint=Text("按原文的次序写，或分成列表里的两段", "keep the order of the text, or make two quotations of it"),
)
QUOTE_ELSEWHERE = Code(
    "QL407",
    "error",
    Text("“{words}”不在本项，在 {section}", "`{words}` stands in {section}, not in this item"),
    why=Text(
        "一项的规则依据本项的文字；借用别处的文字要写明", "an item's rules rest on its own words; borrowed ones say so"
    ),
    bad="clause: 各级各类医疗机构",
    good="clause: {section: 三/（一）/2, words: 各级各类医疗机构}",
    hint=Text("写 {section: {section}, words: {words}}", "write {section: {section}, words: {words}}"),
)
QUOTE_EMPTY = Code(
    "QL408",
    "error",
    Text("引文是空的", "the quotation is empty"),
    why=_WORD_FOR_WORD,
    bad='clause: "…"',
    good="clause: 建立健全奖惩机制",
)
QUOTE_ELLIPSIS = Code(
    "QL409",
    "error",
    Text("省略号写作“…”，这里是“{written}”", "words left out are written `…`, not `{written}`"),
    why=Text("别的写法会被当作原文的字", "any other form would be taken for words of the text"),
    bad="clause: 根据金额...处罚",
    good="clause: 根据金额…处罚",
)
UNKNOWN_SECTION = Code(
    "QL410",
    "error",
    Text("没有 section 是“{section}”的项", "no item has the section `{section}`"),
    why=Text("借用的文字要能找到", "borrowed words must lead somewhere"),
    bad="clause: {section: 三/四, words: 医务人员}",
    good="clause: {section: 三/（二）/1, words: 医务人员}",
)
BAD_NTH = Code(
    "QL411",
    "error",
    Text("nth 是从 1 起的整数，不是“{text}”", "`nth` is a whole number from 1, not `{text}`"),
    why=Text("它说的是第几次出现", "it says which occurrence is meant"),
    bad="clause: {words: 监管, nth: 二}",
    good="clause: {words: 监管, nth: 2}",
)

# --- the source check -----------------------------------------------------------------------------

ITEM_DIFFERS = Code(
    "QL421",
    "error",
    Text(
        "这里与 source.txt 不同：文件里是“{written}”，原文是“{wanted}”",
        "this differs from source.txt: the file has `{written}`, the text `{wanted}`",
    ),
    why=_EQUAL_TEXT,
    hint=Text("照 source.txt 改正", "correct it from source.txt"),
)
ITEM_UNKNOWN = Code(
    "QL422",
    "error",
    Text("source.txt 里没有这一项的文字“{written}”", "`{written}` of this item does not stand in source.txt"),
    why=_EQUAL_TEXT,
    hint=Text("照 source.txt 抄写这一项", "copy the item from source.txt"),
)
TEXT_MISSING = Code(
    "QL423",
    "error",
    Text("原文的“{words}”不在任何一项里", "`{words}` of the text stands in no item file"),
    why=_EQUAL_TEXT,
    hint=Text(
        "写进它所属的项；未写完的文件用 status: draft", "put it into its item; an unfinished document is a `draft`"
    ),
)
ITEMS_OVERLAP = Code(
    "QL424",
    "error",
    Text("这一项的文字已经在 {other} 里", "the words of this item stand in {other} already"),
    why=_EQUAL_TEXT,
    hint=Text("每句话只写在一项里", "every sentence stands in one item"),
)
SAME_NUMBER = Code(
    "QL425",
    "error",
    Text("{what}“{value}”与 {other} 相同", "the {what_en} `{value}` is also that of {other}"),
    why=Text("规则的全名和引文靠它找到一项", "ids of rules and quotations find an item by it"),
    hint=Text("每一项用自己的编号", "give each item its own"),
)
BAD_ITEM_NAME = Code(
    "QL426",
    "error",
    Text("文件名“{name}”不是“编号-名称.md”", "the file name `{name}` is not `number-name.md`"),
    why=Text("编号是规则全名的中间一段", "the number is the middle part of the ids of its rules"),
    bad="punish.md",
    good="3.3.4-punish-violations.md",
)

# --- policy.yaml ----------------------------------------------------------------------------------

NO_FILE = Code(
    "QL431",
    "error",
    Text("文件夹里没有 {name}", "the folder has no {name}"),
    why=Text(
        "每份文件都有 policy.yaml、source.txt 和各项的 .md", "a document has policy.yaml, source.txt and its items"
    ),
    hint=Text("补上 {name}", "add {name}"),
)
BAD_DATE = Code(
    "QL432",
    "error",
    Text("“{text}”不是日期", "`{text}` is not a date"),
    why=Text("日期写作 年-月-日，在 1900 至 2199 年之间", "a date is YYYY-MM-DD, of the years 1900 to 2199"),
    bad="issued: 2021年9月27日",
    good="issued: 2021-09-27",
)
BAD_WORD = Code(
    "QL433",
    "error",
    Text("{key} 不能是“{text}”", "`{key}` cannot be `{text}`"),
    why=Text("这个键只认几个词，别的词没有意义", "the key knows a few words; any other would mean nothing"),
    bad="status: finished",
    good="status: stable",
    hint=Text("可用：{words}", "use one of: {words}"),
)
WRONG_FOLDER = Code(
    "QL434",
    "error",
    Text("id 是“{id}”，文件夹却叫“{folder}”", "the id is `{id}`, but the folder is called `{folder}`"),
    why=Text("两者相同，才能由规则找到文件", "rules lead to files only where both are the same"),
    hint=Text("改成一样", "make them the same"),
)
DATES_REVERSED = Code(
    "QL435",
    "error",
    Text("{later} 早于 {earlier}", "{later} lies before {earlier}"),
    why=Text("期间的末日不早于首日", "a span does not end before it starts"),
    bad="in_force: {from: 2024-12-31, to: 2021-09-27}",
    good="in_force: {from: 2021-09-27, to: 2024-12-31}",
)
BAD_TYPE = Code(
    "QL436",
    "error",
    Text("参数没有类型“{text}”", "a parameter cannot be of type `{text}`"),
    why=Text("参数按类型读取，也按类型检查", "a parameter's value is read and checked by its type"),
    bad="type: Number",
    good="type: Decimal",
    hint=Text("可用：{words}，或 List[…]、Enum[…, …]、Ref[…]", "use one of: {words}, or List[…], Enum[…, …], Ref[…]"),
)
BAD_UNIT = Code(
    "QL437",
    "error",
    Text("时长的单位不能是“{text}”", "a Duration cannot be in `{text}`"),
    why=Text("没有单位的数按它读作时长", "a bare number is read as a duration in this unit"),
    bad="unit: month",
    good="unit: days",
    hint=Text("可用：{words}", "use one of: {words}"),
)
BAD_BOUND = Code(
    "QL438",
    "error",
    Text("“{text}”不是 {type} 的值", "`{text}` is not a value of type {type}"),
    why=Text("界限与参数同类型，否则无从比较", "a bound compares with values, so it has their type"),
    bad="bounds: {low: 三, high: 7}",
    good="bounds: {low: 3, high: 7}",
)
BAD_NAME = Code(
    "QL439",
    "error",
    Text("“{text}”不能作名字", "`{text}` cannot be a name"),
    why=Text("名字用小写英文字母开头，后面可接数字和“{joint}”", "a name is lower-case letters, digits and `{joint}`"),
    bad="Removal-Limit: {type: Duration}",
    good="removal_limit: {type: Duration}",
)
UNKNOWN_TABLE_TYPE = Code(
    "QL440",
    "error",
    Text("没有叫“{text}”的事实类型", "no fact type is called `{text}`"),
    why=Text("随文件附带的数据是某一类事实", "the data that come with a document are facts of a type"),
    bad="tables: [{type: Holidays, file: holidays.csv, origin: 桂政办发}]",
    good="tables: [{type: Drug, file: drugs.csv, origin: 国家集采目录}]",
)
OUTSIDE_FOLDER = Code(
    "QL441",
    "error",
    Text("“{name}”通向文件夹之外", "`{name}` leads out of the folder"),
    why=Text("一份文件只读自己的文件夹，别处的东西不会混进来", "a document reads its own folder and nothing else"),
    bad="file: ../../etc/passwd",
    good="file: tables/drugs.csv",
    hint=Text("把文件放进文件夹，不用链接和“..”", "put the file into the folder; no links, no `..`"),
)
NOT_TEXT = Code(
    "QL442",
    "error",
    Text("第 {at} 个字节起不是 UTF-8 文字", "byte {at} and what follows is not UTF-8 text"),
    why=Text("别的编码读出来会是别的字", "read as another encoding it would be other words"),
    hint=Text("另存为 UTF-8", "save the file as UTF-8"),
)
NO_SUCH_DOCUMENT = Code(
    "QL443",
    "error",
    Text("没有叫“{id}”的文件", "there is no document `{id}`"),
    why=Text("只能使用随软件附带的文件，或文件夹", "documents are those that come with the package, or folders"),
    hint=Text("有：{known}", "known: {known}"),
)
SAME_DOCUMENT = Code(
    "QL444",
    "error",
    Text("两个文件夹的 id 都是“{id}”", "two folders have the id `{id}`"),
    why=Text("规则的全名以文件的 id 开头", "the ids of rules start with that of their document"),
)

# --- topics ---------------------------------------------------------------------------------------

CANNOT_OPEN = Code(
    "QL445",
    "error",
    Text("这个文件打不开（{reason}）", "this file cannot be opened ({reason})"),
    why=Text("读不到的规则就不会被执行", "a rule that cannot be read is not judged by"),
    hint=Text("检查文件的权限，或先在别的程序里关闭它", "check its permissions, or close it in other programs"),
)
TOPIC_TWICE = Code(
    "QL451",
    "error",
    Text("“{word}”既属于“{one}”又属于“{other}”", "`{word}` belongs to both `{one}` and `{other}`"),
    why=Text("一个词只指一个主题，记录才归得清", "a word leads to one topic, or records could not be filed"),
    bad="忠诚教育: [党性教育]\n党员教育: [党性教育]",
    good="忠诚教育: [党性教育]\n党员教育: []",
    hint=Text("只留在一个主题下", "keep it with one of them"),
)
