f""
f'a'
f'{a}'
f"a{b}c{d!r}e{f:>10}g{h!s:{i}.{j}}"
f'{{a}}' f"{{" "}}"
rf'\d{a}\n' fr"\{b}"
f'\n{a}\x41\N{EN DASH}\u00e9'
f'a{{b' f'c}}d' f'{{{{' f'{{{a}}}'
"a" f"b" 'c{d}' f'{e}' "f"
u'a' f'b'
'' f'' f'{a}' ''
f'{a=}' f'{a = }' f'{a=!s}' f'{a=:x}' f'{ a + b  =  !r:^20}' f'x{a=}'
f"{a, b}" f"{*a, b}" f"{yield}" f'{(lambda: 1)}' f'{a:{b}}'
f"""
{
    a  # why
    + 1
}
{{{c}}}
"""
f'{x:%H:%M}' f'{d["k"]}' f"{x!a}"
f'{a:}' f'{a!r:}' f'{a!=b}' f'{a:!=b}'
f"{(x:=5)} {x:=5}"
f"""{a
=}"""
f'{a:\n}' rf'{a:\n}'
f'{a[1:2]}' f'{ {1: 2}[1] }'
f'\
{a}'
