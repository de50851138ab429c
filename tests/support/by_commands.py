"""Who acts in the commands that are tried."""

AK = ("--by", "Amira Khan", "--statement", "1.1")
