"""Texts that programs stumble over, each by what it tries. Ours keeps, finds, lists, exports and prints them as they are."""

from __future__ import annotations

HOSTILE = {
    "formula": '=HYPERLINK("http://evil.example","Click")',
    "formula with plus": "+1+1|cmd' /C calc'!A0",
    "formula with minus": "-2+3",
    "formula with at": "@SUM(1+1)*cmd",
    "formula behind a tab": "\t=1+1",
    "guarded already": "'=1+1",
    "HTML": '<b>bold</b> <img src="file:///etc/passwd"> <script>alert(1)</script>',
    "entities": "&lt;b&gt; &amp; &#x3c; &nbsp;",
    "reportlab": '<para><font color="red" size="40">red</font><br/></para> <a href="x">y</a>',
    "angle address": "Jose <jose@example.org>",
    "unclosed": "<b>never closed & alone",
    "markdown": "**bold** _under_ [link](http://evil.example) `code` # head",
    "right to left override": "invoice\u202egpj.exe\u202c",
    "isolates": "\u2066left\u2069 \u2067right\u2069 \u2068first\u2069",
    "unclosed embedding": "\u202b\u202a\u202d open for ever",
    "Arabic and Hebrew": "الإضراب مستمر — השביתה נמשכת",
    "zero width": "un\u200bion\u200d \u200c\ufeffname\u2060",
    "family": "👨‍👩‍👧‍👦 🏳️‍🌈 🇰🇿",
    "combining": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033da\u0306lgo e\u0301 \u00e9",
    "SQL": "Robert'); DROP TABLE donation;-- \" OR 1=1 /*",
    "full text": 'NEAR("a" "b", 5) AND NOT col:x* OR "un closed ^ {words}: -',
    "wildcards": "100 % _ * ? [a-z] \\",
    "path": "../../../../etc/passwd",
    "Windows path": "..\\..\\CON\\aux.txt:stream C:\\Windows\\%SYSTEMROOT%",
    "format": "{0} {name} {__class__} %s %(x)s %n ${HOME} $(id) `id`",
    "lines": "first\r\nsecond\rthird\nfourth\u2028fifth\u2029sixth\x0b\x0c\x85",
    "quotes": "\"double\" 'single' ''two'' “curly” „low“ «angled» , ; \t |",
    "spaces": "  \u00a0\u3000 led and followed \u2003 ",
    "controls": "bell\x07 escape\x1b[31m delete\x7f backspace\x08",
    "not a character": "\ufffe\uffff\U0010ffff \ufffd",
    "Turkish i": "İSTANBUL ıspanak ISPARTA",
    "sharp s": "STRASSE Straße ﬁnal ﬃ",
    "letters": "Ж" * 10_000,
}
"""Can all be kept."""

REFUSED = {
    "NUL": "before\x00after",
    "half a pair": "before\ud800after",
    "the other half": "before\udfffafter",
    "too long": "x" * 200_001,
}
"""Cannot be kept, and must be refused in words."""
