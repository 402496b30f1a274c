"""Texts that attack: each breaks something in a back end that does not take care.

`zqx` marks what must never become the name of an element or an attribute.
"""

from __future__ import annotations

_CONTROLS = [chr(code) for code in (*range(0x20), 0x7F, 0x80, 0x85, 0x90, 0x9B, 0x9F)]
_ODD = [
    *"\u00ad\u034f\u061c\u115f\u1680\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029",
    *"\u202a\u202e\u2060\u2066\u2069\u206f\u3000\u3164\ue000\uf8ff\ufe0f\ufeff\uffa0\ufff9\ufffc",
    *"\ufffd\ufdd0\ufffe\uffff\U0001d173\U000e0041\U0001fffe\U000f0000\U0010ffff",
]
_SCRIPTS = [
    "🔥", "👨‍👩‍👧‍👦", "🇨🇳", "1️⃣", "שלום", "مرحبا بالعالم", "ไทย", "हिन्दी", "한국어",
    "Ελληνικά",
    "𠮷野家", "㸆", "𰻞", "豈更車", "e\u0301", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔L", "①㎡℃№", "ＡＢＣ",
    "ﬁ", "İı", "ẞß",
]  # fmt: skip
_HTML = [
    "<zqx>", "<script>zqx()</script>", '"><zqx onzqx=1>', "'><zqx onzqx='1'>", '" onzqx="1',
    "' onzqx='1", "` onzqx=`1", "<img src=x onerror=zqx()>", "<svg/onload=zqx()>", "</title><zqx>",
    "</script><zqx>", "</textarea><zqx>", "</style><zqx>", "<!--", "-->", "<!-- <zqx> -->",
    "<![CDATA[<zqx>]]>", "]]><zqx>", "&lt;zqx&gt;", "&#60;zqx&#62;", "&#x3c;zqx>", "&zqx;", "&amp;",
    "&", "<", ">", '"', "'", "< zqx >", "<\tzqx>", "<\u3000zqx>", "＜zqx＞", "<zqx", "a<b", "a>b",
    '0;url=https://zqx.example/" http-equiv="refresh', "<?xml zqx?>", "<!DOCTYPE zqx>",
    "<base href=//zqx.example>", "<math><mi//xlink:href=data:x>", "\\u003czqx>", "%3Czqx%3E",
]  # fmt: skip
_LINKS = [
    "[点](javascript:zqx())", "[点](JaVaScRiPt:zqx())", "[点](java\tscript:zqx())",
    "[点](&#106;avascript:zqx())", "[点]( javascript:zqx())", "[点](<javascript:zqx()>)",
    "[点](data:text/html,zqx)", "[点](vbscript:zqx)", "[点](file:///etc/passwd)",
    "[点](//zqx.example)", "[点](https://zqx.example/\"onzqx=\"1)", "[点](https://a\">b)",
    "[点](https://zqx.example 'a\" onzqx=\"1')", "![图](javascript:zqx())",
    "![图](https://zqx/a.png)",
    "<javascript:zqx()>", "<https://zqx.example>", "[点][zqx]\n\n[zqx]: javascript:zqx()",
    "[点](sector:fire)", "[点](sector:../../zqx)", "[点](tel:119\" onzqx=\"1)", "[点](tel:119)",
    "[[点](https://zqx.example)](javascript:zqx())", "[点](https://zqx.example/(a)b)",
    "[](https://a)",
]  # fmt: skip
_MARKDOWN = [
    "{: onclick=zqx() }", "学习{: .zqx onclick=zqx() }", "# 大标题", "题\n===", "> 引",
    "```\nzqx\n```",
    "~~~\nzqx\n~~~", "`<zqx>`", "    <zqx>", "* a\n    * b\n\n        <zqx>", "1. a\n2. b", "***",
    "---",
    "____", "****", "**", "**粗", "*斜*", "_斜_", "|a|b|\n|-|-|\n|c|d|", "[^1]\n\n[^1]: zqx",
    "!!! note",
    "[TOC]", "*[zqx]: 缩写", "\\<zqx>", "\\", "\\\\", "\\`", "a\\\nb", "klzzwxh:0000", "wzxhzdk:0",
    "\x02klzzwxh:0\x03", "[![](zqx)](zqx)", ":zqx:", "==zqx==", "$$zqx$$", "--8<-- 'zqx'",
    "甲\n\n乙",
]  # fmt: skip
_LANGUAGES = [
    "{{ 7*7 }}", "{% include 'zqx' %}", "{# zqx #}", "{%", "{{", "}}", "${7*7}", "<%= 7 %>", "#{7}",
    "{0}", "{县长}", "{" + "a" * 50 + "}", "%s %d %n", "%(zqx)s", "=1+1", "+1", "-1", "@SUM(A1)",
    "=HYPERLINK(\"https://zqx\")", "=cmd|' /C calc'!A0", "\t=1", "#include \"/etc/passwd\"",
    "#read(\"/etc/passwd\")", "#let zqx = 1", "$x$", "/* zqx */", "// zqx", "`#zqx`", "@zqx",
    "<zqx-label>",
    "a;b,c\\n", "\nEND:VEVENT\nBEGIN:VEVENT", "a\r\nEND:VEVENT", "a\rb", "X:zqx",
    "%0d%0aSet-Cookie: zqx",
    "---\ntitle: zqx\n---\n", "title: zqx", "- zqx", "? zqx", "!zqx", "&zqx", "*zqx", "| zqx",
    "null",
    "true", "1e3", "2023-02-30", "\"", "'; DROP TABLE zqx; --", "$(zqx)", "`zqx`", "; zqx", "\\x07",
]  # fmt: skip
_NAMES = [
    "../../etc/passwd", "..", ".", "...", "/etc/passwd", "C:\\zqx", "\\\\zqx\\c", "CON", "nul",
    "COM1.txt",
    "a/b", "a\\b", "a:b", "a*b?", "a|b", "a.", "a ", " a", "-rf", "~", "con .txt", ".hidden",
    "a\x00b",
]  # fmt: skip
_SIZES = [
    "", " ", "\u3000\u3000", "长" * 41, "长" * 255, "长" * 256, "长" * 299, "长" * 300, "长" * 301,
    "长" * 4000, "长" * 4001, "a" * 3000, "https://zqx.example/" + "a" * 3000, "*" * 3000,
    "[" * 3000,
    "(" * 3000, "`" * 3000, "**" * 1500, "[点](" * 600, "\n" * 300, "> " * 1500, "- " * 1000,
    "- " * 140 + "zqx", "1. " * 600 + "zqx",
    "ab " * 1300,
]  # fmt: skip

PAYLOADS = tuple(
    dict.fromkeys(
        [
            *(f"学习{character}安全" for character in (*_CONTROLS, *_ODD)),
            *_SCRIPTS,
            *_HTML,
            *_LINKS,
            *_MARKDOWN,
            *_LANGUAGES,
            *_NAMES,
            *_SIZES,
            "\x7f [点](https://zqx.example){: onclick=zqx() .aaaaaaaaaaaaa }",
        ]
    )
)
