é = "ü" + x
ª = "😀😀"; y = 1
def größe(breite: "Maß" = "€") -> 'ß': return breite  # Größe 😀
f"{é}😀{y}"
x = {"キー": 値, "𝕏": b}
ﬁ = 𝐱
