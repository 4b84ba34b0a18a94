'a'; "b"; '''c'''; '''d
e'''; ""
""
r'\n' R"\\"
b'\x00\xff\n' rb'\d' Rb"x" bR'' BR"" B'a'
u'a' "b"
"a" u'b'
U"c"
'\a\b\f\n\r\t\v\\\'\"\0\1\12\123\400\x41\u00e9\U0001f600\N{LATIN SMALL LETTER A}'
b'\400\u1234\N{A}\q'
'\d\ \
continued'
'\ud800'
"it's"; 'say "hi"'; '''it's "so"'''; '''\''''''
('a'
 'b'  # why
 "c")
x = ("a" "b").c + 'd' 'e'
