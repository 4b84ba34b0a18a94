name, n, x, items = "users", 42, 3.14159, ["a", "b"]
a = f"{name}", f"{name!r}", f"{n:05d}", f"{x:.2f}", f"{name:>10}|", f"{name:<8}|", f"{name:^9}|", f"{n:,}", f"{1234567:,}", f"{1234567.891:,.2f}"
b = f"ix_{name}_{'_'.join(items)}", f"{{literal}}", f"{n + 1}", f"{n!s:>4}", f"{name:{10}}|", f"{n:x} {n:X} {n:#x} {n:b} {n:o} {n:e} {n:%}"
c = f"{x:8.3f}|{x:<8.1f}|{x:+.1f}|{-x:.0f}|{x:e}|{x:g}|{1e10:g}|{0.00001:g}|{123456789.0:g}", f"{True}", f"{None}", f"{n=}"
d = "%s has %d rows" % (name, n), "%s" % name, "%r" % name, "%05d|%-5d|%+d" % (n, n, n), "%.2f%%" % x, "%(a)s-%(b)02d" % {"a": "x", "b": 3}, "%x %X %o %e" % (255, 255, 8, 12345.678), "%5s|%-5s|" % ("a", "b"), "%c" % "z", "%s %s" % ("a", [1])
e = "{} {}".format("a", 1), "{1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0.real} {1[0]} {2[k]}".format(1, [9], {"k": "v"}) if False else "", "{:>5}|{:<5}|{:^5}".format("a", "b", "c"), "{:.3}".format("abcdef"), "{{}}".format(), "{!r}".format("q"), "{:{w}}|".format("a", w=4), "{:,}".format(1234)
f = format(3.5, ".1f"), format("a", "*^5"), format(10, "b"), "{a}".format_map({"a": 1})
g = f"{'nested ' + f'{n}'}", f"{name.upper()}:{len(name)}", f"{items[0]}{items[-1]}", f"{n:>{n // 4}}"
h = f"{2.5:.0f} {3.5:.0f} {0.125:.2f} {1e21:.3e} {1234.5:10.1f}|", f"{-5:05d} {5:+d} {5: d}", f"{0.1:.20f}", f"{1/3:.3%}"
