t''
t'a'
t'a{x}b'
t"{x!r:>{w}}{ y = }{z:.2f}"
t'{a}' t"b" tr'\d{c}'
T'{x}'; Rt"{x}"
t'''{
  x  # why
}'''
f'{t'{x}'}'
t'{ a + b }{{}}'
