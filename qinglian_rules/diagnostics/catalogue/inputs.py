"""QL3xx, first part: files, tables, columns and rows that hold facts. `cells.py` and `tables.py` hold the rest."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

# --- files -------------------------------------------------------------------------------------------------------

PATH_NOT_FOUND = Code(
    "QL301",
    "error",
    Text("找不到文件或文件夹“{path}”", "no file or folder `{path}`"),
    why=Text("没有读到的事实不会被判断", "what is not read is not judged"),
    bad="qinglian check recods/",
    good="qinglian check records/",
    hint=Text("请核对路径", "check the path"),
)
NO_TABLES = Code(
    "QL302",
    "error",
    Text("文件夹“{path}”里没有可读的表", "folder `{path}` holds no table that can be read"),
    why=Text("空的文件夹多半是路径写错了", "an empty folder mostly means a wrong path"),
    bad="records/report.pdf",
    good="records/RepVisit.csv",
    hint=Text("可读的是 {endings}", "what can be read ends in {endings}"),
)
UNREADABLE_KIND = Code(
    "QL303",
    "error",
    Text("不会读“{ending}”文件", "files ending in `{ending}` cannot be read"),
    why=Text("读不了的文件里可能有事实，不能当作没有", "it may hold facts, and must not count as holding none"),
    bad="来访.docx",
    good="来访.xlsx",
    hint=Text("可读的是 {endings}", "what can be read ends in {endings}"),
)
NOT_A_TABLE = Code(
    "QL304",
    "warning",
    Text("文件夹里的“{name}”不是表，未读", "`{name}` in the folder is no table and was not read"),
    why=Text("旁边的说明文件不必读，但要说出来", "a note beside the tables need not be read, but it is said"),
    bad="records/2021/RepVisit.csv",
    good="qinglian check records/ records/2021/",
    hint=Text("子文件夹请另作为一个路径给出", "name a sub-folder as a path of its own"),
)
EMPTY_TABLE = Code(
    "QL305",
    "error",
    Text("“{name}”是空的，连表头也没有", "`{name}` is empty, without so much as a header"),
    why=Text(
        "空文件可能是导出失败，不等于没有事实",
        "an empty file may be a failed export; it does not say that there are no facts",
    ),
    bad="（0 字节）",
    good="编号,医院,开始时间",
    hint=Text("没有记录时，请留下表头一行", "where there is no record, leave the header row"),
)
WRONG_CONTENT = Code(
    "QL306",
    "error",
    Text("文件名说是{said_zh}，内容却是{found_zh}", "the name says {said_en}, the content is {found_en}"),
    why=Text("按名字硬读会读出错的事实", "reading it by its name would yield wrong facts"),
    bad="来访.xls（内容是网页）",
    good="来访.xlsx",
    hint=Text(
        "请用 Excel 打开后另存为所需的格式，或改正文件名", "save it anew in the format meant, or correct its name"
    ),
)
UNKNOWN_ENCODING = Code(
    "QL307",
    "error",
    Text("读不出文字编码：既不是 UTF-8，也不是 GB18030", "the text is neither UTF-8 nor GB18030"),
    why=Text("编码猜错，姓名和地点就成了乱码", "with a wrong guess, names and places become noise"),
    bad="Big5",
    good="UTF-8",
    hint=Text("请另存为 UTF-8", "save it as UTF-8"),
)
TOO_LARGE = Code(
    "QL308",
    "error",
    Text("文件太大：{size}，上限是 {limit}", "the file is too large: {size}, at most {limit}"),
    why=Text("过大的文件（或压缩炸弹）会占满内存", "a file beyond that, or a zip bomb, would fill the memory"),
    bad="来访.xlsx，解压后 40 GB",
    good="来访-2021.xlsx、来访-2022.xlsx",
    hint=Text("请分成几个文件；多余的格式和空行也请清除", "split it, and clear formats and rows that hold nothing"),
)
DAMAGED_WORKBOOK = Code(
    "QL309",
    "error",
    Text("工作簿打不开：{reason_zh}", "the workbook cannot be opened: {reason_en}"),
    why=Text("坏文件里的事实一条也没有读到", "none of the facts in it was read"),
    bad="来访.xlsx（有密码）",
    good="来访.xlsx（无密码）",
    hint=Text("请用 Excel 打开、去掉密码、另存一次", "open it in Excel, take off the password, and save it anew"),
)
TOO_MANY_CELLS = Code(
    "QL310",
    "error",
    Text("工作表“{name}”的范围有 {cells} 格，上限是 {limit}", "sheet `{name}` spans {cells} cells, at most {limit}"),
    why=Text("远处一个零散的格子会把整张表撑到内存装不下", "one stray cell far away stretches a sheet beyond memory"),
    bad="XFD1048576",
    good="A1:K2000",
    hint=Text("请删去表格之外的零散内容", "delete what stands outside the table"),
)
BAD_JSON = Code(
    "QL311",
    "error",
    Text("不是正确的 JSON：{reason_zh}", "not valid JSON: {reason_en}"),
    why=Text("一处写错，后面的意思就不可靠", "after a slip, what follows cannot be trusted"),
    bad='{"id": "V-1",}',
    good='{"id": "V-1"}',
)
NOT_A_RECORD = Code(
    "QL312",
    "error",
    Text("这里应是一条记录 {…}，却是{found_zh}", "a record {…} is expected here, not {found_en}"),
    why=Text("一条记录是字段名到值的对照", "a record maps fields to values"),
    bad='["V-1", "药学部接待室"]',
    good='{"id": "V-1", "place": "药学部接待室"}',
)
BROKEN_QUOTES = Code(
    "QL313",
    "error",
    Text(
        "引号不成对，文件第 {first} 到 {last} 行读不出",
        "quotes do not match; lines {first} to {last} of the file cannot be read",
    ),
    why=Text("一个多余的引号会把后面的行吞进一格", "one quote too many swallows the rows behind it"),
    bad='V-1,"药学部接待室,P-1',
    good='V-1,"药学部接待室",P-1',
    hint=Text("格内的引号要写两次", "a quote inside a cell is written twice"),
)

UNREADABLE_FILE = Code(
    "QL314",
    "error",
    Text("“{path}”打不开：{reason}", "`{path}` cannot be opened: {reason}"),
    why=Text("打不开的文件里可能有事实，不能当作没有", "it may hold facts, and must not count as holding none"),
    bad="没有读取权限",
    good="可以读取",
)

# --- tables and columns ------------------------------------------------------------------------------------------

UNKNOWN_TABLE = Code(
    "QL320",
    "error",
    Text("没有叫“{name}”的事实类型", "no fact type is called `{name}`"),
    why=Text("不认得的表整张没有读，里面的事实没有判断", "the whole table was not read, and its facts are not judged"),
    bad="医药代表来坊.csv",
    good="医药代表来访.csv",
    hint=Text(
        "表以事实类型的中文名或英文名命名；只供阅读的表，名字以 # 开头",
        "a table is named by a type or its Chinese title; one that is only for reading starts with #",
    ),
)
DERIVED_TABLE = Code(
    "QL321",
    "error",
    Text("“{name}”由规则推出，不能交来", "`{name}` follows from rules and is never handed over"),
    why=Text("推出的事实若可交来，定义就可以绕过", "if it could be handed over, its definition could be bypassed"),
    bad="EthicsGrade.csv",
    good="EthicsAssessment.csv",
    hint=Text("请交它所依据的记录", "hand over the records that it rests on"),
)
ABSTRACT_TABLE = Code(
    "QL322",
    "error",
    Text("“{name}”是总称，没有自己的记录", "`{name}` is a general type and has no records of its own"),
    why=Text("医院和主管部门的字段不同", "its kinds have different fields"),
    bad="机构.csv",
    good="医院.csv",
    hint=Text("请写明是哪一种：{subtypes}", "say which: {subtypes}"),
)
UNKNOWN_COLUMN = Code(
    "QL323",
    "warning",
    Text("“{type}”没有叫“{column}”的字段，这一列未读", "`{type}` has no field `{column}`; the column was not read"),
    why=Text("列名写错的字段在每一行都是未知", "a field whose column is misspelt is unknown in every row"),
    bad="接带地点",
    good="接待地点",
    hint=Text("只供阅读的列，列名以 # 开头", "a column that is only for reading starts with #"),
)
DOUBLE_COLUMN = Code(
    "QL324",
    "error",
    Text("“{column}”和“{other}”写的是同一个字段", "`{column}` and `{other}` are the same field"),
    why=Text("两列若不一致，无从知道哪个对", "where they differ, nobody knows which is right"),
    bad="地点,接待地点",
    good="接待地点",
    hint=Text("请删去一列；两列都没有读", "delete one; neither was read"),
)
NO_KEY_COLUMN = Code(
    "QL325",
    "error",
    Text("缺少“{column}”一列，“{type}”的记录无从辨认", "column `{column}` is absent, by which a `{type}` is known"),
    why=Text("没有编号，一行也读不成事实", "without its key no row can become a fact"),
    bad="医院,开始时间",
    good="编号,医院,开始时间",
    hint=Text("{rows} 行都没有读", "{rows} rows were not read"),
)
HEADER_UNIT = Code(
    "QL326",
    "error",
    Text(
        "列“{column}”的单位是{found}，字段的单位是{unit}，这一列未读",
        "column `{column}` is in {found}, the field in {unit}; it was not read",
    ),
    why=Text("差一万倍的金额会改变结论", "an amount that is off by ten thousand changes decisions"),
    bad="金额（万元）",
    good="金额（元）",
    hint=Text("{example_zh}", "{example_en}"),
)
UNNAMED_COLUMN = Code(
    "QL327",
    "warning",
    Text("第 {number} 列有内容而没有列名，未读", "column {number} holds values but has no name; it was not read"),
    why=Text("没有列名就不知道写的是什么", "without a name nobody knows what it says"),
    bad="编号,,地点",
    good="编号,医院,地点",
)
TOO_FEW_CELLS = Code(
    "QL328",
    "error",
    Text("这一行只有 {found} 格，表头有 {wanted} 列", "the row has {found} cells, the header {wanted}"),
    why=Text("少一个分隔符，后面的值都会错列", "with one separator missing, all later values shift"),
    bad="V-1,药学部接待室",
    good="V-1,,药学部接待室",
    hint=Text("空的格也要写分隔符", "an empty cell needs its separator too"),
)
TOO_MANY_CELLS_IN_ROW = Code(
    "QL329",
    "error",
    Text("这一行有 {found} 格，表头只有 {wanted} 列", "the row has {found} cells, the header only {wanted}"),
    why=Text("多一个分隔符，后面的值都会错列", "with one separator too many, all later values shift"),
    bad="V-1,1,234.50,宴请",
    good='V-1,"1,234.50",宴请',
    hint=Text("格内有分隔符时，整格要加引号", "a cell that holds a separator stands in quotes"),
)
CELL_TOO_LONG = Code(
    "QL330",
    "error",
    Text("这一格有 {length} 个字，上限是 {limit}", "the cell has {length} characters, at most {limit}"),
    why=Text("没有一项记录需要这么长；多半是导出出错", "no record needs that; it mostly means a broken export"),
    bad="（一百万个字）",
    good="药学部接待室",
)
FORMULA_ERROR = Code(
    "QL331",
    "error",
    Text("这一格的公式出错：{error}", "the formula of the cell failed: {error}"),
    why=Text("算错的格子不是空格，不能当作没有", "a failed formula is not an empty cell and must not count as none"),
    bad="#N/A",
    good="P-1",
    hint=Text(
        "请改正公式，或写上值；不知道就清空", "correct it or write the value; clear the cell where it is not known"
    ),
)
