"""QL1xx: what the block reader and the reader of item files find."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

# --- characters, lines, structure -----------------------------------------------------------------

TOO_LARGE = Code(
    "QL101",
    "error",
    Text("文件有 {size} 个字节，超过上限 {limit}", "the file has {size} bytes, more than the limit of {limit}"),
    why=Text(
        "一个文件只写一项的文字和规则；更大的多半是误放的数据",
        "a file holds one item; a larger one is data put in the wrong place",
    ),
    hint=Text("按项拆分，或把数据放进 tables", "split it by item, or move the data into `tables`"),
)
TAB = Code(
    "QL102",
    "error",
    Text("这里有制表符", "there is a tab here"),
    why=Text(
        "制表符在各编辑器里宽度不一，缩进会看错",
        "editors show a tab at different widths, so the indentation would be read wrongly",
    ),
    bad="rule:\n\tid: a",
    good="rule:\n  id: a",
    hint=Text("改用空格", "use spaces"),
)
CONTROL_CHARACTER = Code(
    "QL103",
    "error",
    Text("这里有看不见的字符 {character}", "there is an invisible character {character} here"),
    why=Text("看不见的字符会让两段看起来相同的文字不相等", "two texts that look the same would not be equal"),
    hint=Text("删去它", "delete it"),
)
WIDE_BLANK = Code(
    "QL104",
    "error",
    Text("行首有全角空格", "the line starts with a full-width space"),
    why=Text("缩进只数半角空格", "indentation counts plain spaces only"),
    bad="　id: a",
    good="id: a",
    hint=Text("改用半角空格", "use plain spaces"),
)
NOT_AN_ENTRY = Code(
    "QL105",
    "error",
    Text("这一行不是“键: 值”", "this line is not `key: value`"),
    why=Text(
        "块里每一行都是一个键，或接在上一个值后面缩进的文字",
        "each line is a key, or text indented behind the value above",
    ),
    bad="id a",
    good="id: a",
    hint=Text(
        "写成“键: 值”；若是接着上一行，缩进要更深", "write `key: value`, or indent it more to continue the line above"
    ),
)
DUPLICATE_KEY = Code(
    "QL106",
    "error",
    Text("键“{key}”写了两次", "the key `{key}` occurs twice"),
    why=Text("两个值只能有一个算数，读的人看不出是哪个", "only one value could count, and nobody would see which"),
    bad="id: a\nid: b",
    good="id: a",
    hint=Text("删去一个；全角和半角写法算同一个键", "delete one; full-width and plain letters are the same"),
)
YAML_MARKER = Code(
    "QL107",
    "error",
    Text("这里不能用 YAML 的{what}“{text}”", "YAML's {what_en} `{text}` is not part of the language"),
    why=Text(
        "锚点、引用和标签会让一处文字暗中变成另一处",
        "anchors, aliases and tags make one place mean another without saying so",
    ),
    bad="clause: *same",
    good="clause: 建立健全奖惩机制",
    hint=Text(
        "写出全文；若是文字本身，用双引号括起来", "write it out; if it is meant as text, put it in double quotes"
    ),
)
BAD_INDENTATION = Code(
    "QL108",
    "error",
    Text("缩进不对：这一行不与上面任何一级对齐", "bad indentation: this line is in line with nothing above it"),
    why=Text("缩进说明一行属于哪个键", "indentation says to which key a line belongs"),
    bad="id: a\n  kind: obligation",
    good="id: a\nkind: obligation",
    hint=Text("与它所属的那一级对齐", "align it with the keys that it belongs to"),
)
UNTERMINATED_QUOTE = Code(
    "QL109",
    "error",
    Text("引号没有结束", "the quote is not closed"),
    why=Text("引号里的文字在同一行结束", "a quoted text ends on its line"),
    bad='title: "三定三有',
    good='title: "三定三有"',
    hint=Text('在行末补上 {quote}；要写引号本身，写 \\"', "add {quote} at its end"),
)
TRAILING_TEXT = Code(
    "QL110",
    "error",
    Text("“{text}”写在已经结束的值后面", "`{text}` stands behind a value that has ended"),
    why=Text("引号或括号结束以后，这个值就结束了", "a value ends with its closing quote or bracket"),
    bad='title: "三定"和"三有"',
    good='title: \'"三定"和"三有"\'',
    hint=Text("整个值用一对引号括起来", "put the whole value in one pair of quotes"),
)
UNCLOSED_BRACKET = Code(
    "QL111",
    "error",
    Text("括号“{bracket}”没有结束", "the bracket `{bracket}` is not closed"),
    why=Text(
        "括号里的文字要么在同一行结束，要么以更深的缩进接下去",
        "it ends on its line, or goes on in lines indented more deeply",
    ),
    bad="clause: [甲, 乙",
    good="clause: [甲, 乙]",
    hint=Text(
        "补上“{closing}”；若括号是文字的一部分，整个值用双引号括起来",
        "add `{closing}`; quote the value if the bracket is text",
    ),
)
TOO_DEEP = Code(
    "QL112",
    "error",
    Text("嵌套超过 {limit} 层", "nested more than {limit} deep"),
    why=Text("没有规则需要这么深的结构", "no rule needs such a structure"),
    hint=Text("减少层数", "use fewer levels"),
)
EMPTY_VALUE = Code(
    "QL113",
    "error",
    Text("“{key}”没有值", "`{key}` has no value"),
    why=Text("空着的键说不清是忘了写还是没有", "an empty key does not say whether it was forgotten or is none"),
    bad="title:",
    good="title: 来访须预约",
    hint=Text(
        '写上值，或删去这个键；空文字写 ""，空列表写 []',
        'write a value or delete the key; an empty text is "", an empty list []',
    ),
)
FULL_WIDTH_MARK = Code(
    "QL114",
    "error",
    Text("这里要用半角“{plain}”，写的是全角“{wide}”", "a plain `{plain}` belongs here, not the full-width `{wide}`"),
    why=Text(
        "块的结构只认半角标点；全角标点是文字", "only plain punctuation is structure; full-width punctuation is text"
    ),
    bad="id： a",
    good="id: a",
    hint=Text("改成“{fix}”", "write `{fix}`"),
)
NO_SPACE_AFTER_COLON = Code(
    "QL115",
    "error",
    Text("冒号后面缺一个空格", "a space is missing behind the colon"),
    why=Text("没有空格的冒号是文字，例如 12:30", "a colon without a space is text, as in 12:30"),
    bad="id:a",
    good="id: a",
    hint=Text("写成“{fix}”", "write `{fix}`"),
)
BLOCK_SCALAR = Code(
    "QL116",
    "error",
    Text("这里不能用 YAML 的“{text}”", "YAML's `{text}` is not part of the language"),
    why=Text("长文字直接缩进接下去，换行不算", "long text simply goes on, indented; its line breaks do not count"),
    bad="reading: |\n  甲\n  乙",
    good="reading: 甲\n  乙",
    hint=Text("删去它，下面各行保持缩进", "delete it and leave the lines below indented"),
)
MIXED_LIST = Code(
    "QL117",
    "error",
    Text("列表项与键混在同一级", "a list item stands among keys"),
    why=Text("一级要么全是键，要么全是“- ”开头的项", "a level holds either keys or items"),
    bad="id: a\n- b",
    good="clause:\n  - a\n  - b",
    hint=Text("放到它所属的键下面", "put it below the key that it belongs to"),
)
FLOW_ENTRY = Code(
    "QL118",
    "error",
    Text("“{text}”缺少“键: ”", "`{text}` lacks its `key: `"),
    why=Text("花括号里每一项都是“键: 值”，用半角逗号分开", "each part of {…} is `key: value`; commas divide them"),
    bad="records:\n  a: {clause: 甲, 乙}",
    good='records:\n  a: {clause: "甲, 乙"}',
    hint=Text("含逗号的文字用双引号括起来", "put a text that holds a comma in double quotes"),
)

# --- keys and shapes ------------------------------------------------------------------------------

UNKNOWN_KEY = Code(
    "QL121",
    "error",
    Text("{where}没有键“{key}”", "{where_en} has no key `{key}`"),
    why=Text("写错的键若被略过，它的意思就丢了", "a misspelt key that is passed over loses its meaning"),
    bad="titel: 来访须预约",
    good="title: 来访须预约",
)
MISSING_KEY = Code(
    "QL122",
    "error",
    Text("{where}缺少键“{key}”", "{where_en} lacks the key `{key}`"),
    why=Text("没有它，后面的步骤不知道在说什么", "nothing later knows without it what is meant"),
    hint=Text("补上 {key}{gloss}", "add `{key}`"),
)
WRONG_SHAPE = Code(
    "QL123",
    "error",
    Text("“{key}”应是{expected}，这里是{found}", "`{key}` takes {expected_en}, not {found_en}"),
    why=Text("每个键只接受一种形状的值", "each key takes values of one shape"),
    bad="title: [甲, 乙]",
    good="title: 甲",
)
DUPLICATE_ENTRY = Code(
    "QL124",
    "error",
    Text("列表里“{text}”出现两次", "`{text}` occurs twice in the list"),
    why=Text("重复的项没有意义，多半是写错了", "a repetition says nothing, and is most often a slip"),
    bad="by: [院党委, 院党委]",
    good="by: [院党委]",
    hint=Text("删去一个", "delete one"),
)

# --- item files -----------------------------------------------------------------------------------

NO_FRONT_MATTER = Code(
    "QL131",
    "error",
    Text("文件开头没有“---”和前言", "the file does not start with `---` and front matter"),
    why=Text("前言说明这是文件的哪一条、哪一项", "front matter says which item of the document this is"),
    bad="#### 4. 严惩违规违法人员。",
    good="---\nsection: 三/（三）/4\ntitle: 严惩违规违法人员\n---\n#### 4. 严惩违规违法人员。",
    hint=Text("以“---”开头，写 section 和 title，再以“---”结束", "start with `---`, `section`, `title`, `---`"),
)
OPEN_FRONT_MATTER = Code(
    "QL132",
    "error",
    Text("前言没有以“---”结束", "the front matter is not closed by `---`"),
    why=Text("不知道正文从哪里开始", "nothing says where the text begins"),
    bad="---\nsection: 一\ntitle: 甲",
    good="---\nsection: 一\ntitle: 甲\n---",
    hint=Text("在正文前另起一行写“---”", "write `---` on a line of its own before the text"),
)
UNKNOWN_FENCE = Code(
    "QL133",
    "error",
    Text("没有“{kind}”这种块", "there is no block of kind `{kind}`"),
    why=Text(
        "块只有五种：rule、duties、define、responsible、text", "the kinds are rule, duties, define, responsible, text"
    ),
    bad="```rules",
    good="```rule",
    hint=Text(
        "写 ```rule、```duties、```define、```responsible 或 ```text",
        "write ```rule, ```duties, ```define, ```responsible or ```text",
    ),
)
OPEN_FENCE = Code(
    "QL134",
    "error",
    Text("从这里开始的块没有以“{fence}”结束", "the block that starts here is not closed by `{fence}`"),
    why=Text("它后面的文字和规则都会被当成它的内容", "all that follows would be taken for its content"),
    bad="```rule\nid: a",
    good="```rule\nid: a\n```",
    hint=Text("在块的末尾另起一行写“{fence}”", "write `{fence}` on a line of its own at its end"),
)
EMPTY_BLOCK = Code(
    "QL135",
    "error",
    Text("块是空的", "the block is empty"),
    why=Text("空块不说明任何事", "it says nothing"),
    bad="```rule\n```",
    good="```rule\nid: a\n…\n```",
    hint=Text("写上内容，或删去它", "fill it or delete it"),
)
NO_WORDS = Code(
    "QL136",
    "error",
    Text("文件里没有原文", "the file holds no words of the document"),
    why=Text("规则写在它所依据的文字下面", "rules stand below the words that they express"),
    hint=Text("在前言之后写这一项的原文", "write the text of the item behind the front matter"),
)
NAMELESS_FENCE = Code(
    "QL137",
    "error",
    Text("块没有写明种类", "the block does not say of which kind it is"),
    why=Text(
        "块以三个反引号加种类开头，以三个反引号结尾；多出的一行会打开一个新块",
        "a block opens with three backticks and its kind and closes with three; a line too many opens another",
    ),
    bad="```\nid: a\n```",
    good="```rule\nid: a\n```",
    hint=Text("写 ```rule 这样的开头，或删去这一行", "write an opening such as ```rule, or delete the line"),
)
