# comment
x = 1

if x:
	y = 2 ; z = 3;
	# deeper
  # less
	w = \
    4
if x:
        a



        b
# end