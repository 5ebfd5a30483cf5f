# Looks for words and for bytes of pictures in every file of a vault, as they lie and unpacked, by nothing that Muniment is made of.
# Usage: leftovers.py VAULT NEEDLES   (a file with one needle a line, in hexadecimal). Prints what it finds; exit 1 if anything.
import os, sys, zlib

root, listed = sys.argv[1], sys.argv[2]
needles = [bytes.fromhex(line.strip()) for line in open(listed) if line.strip()]
# All needles are looked for at once: by their first eight bytes, then whole.
heads = {}
for needle in needles:
    heads.setdefault(needle[:8], []).append(needle)
found = 0
unpacked = 0


def look(name, data):
    global found
    if not any(data.find(head) >= 0 for head in common):
        return
    for at in range(len(data) - 7):
        for needle in heads.get(data[at : at + 8], ()):
            if data[at : at + len(needle)] == needle:
                found += 1
                print(name, at, needle[:24])


# Beginnings that all share, so that a file without any of them is passed over at once.
common = {needle[:4] for needle in needles}

files = 0
for folder, _, names in os.walk(root):
    for name in sorted(names):
        path = os.path.join(folder, name)
        data = open(path, 'rb').read()
        files += 1
        look(name, data)
        at = data.find(b'PK\x03\x04')
        while at >= 0:
            start = at + 30 + int.from_bytes(data[at + 26 : at + 28], 'little') + int.from_bytes(data[at + 28 : at + 30], 'little')
            try:
                inner = zlib.decompressobj(-15).decompress(data[start:])
                unpacked += len(inner)
                look(name + ' (unpacked)', inner)
            except zlib.error:
                pass
            at = data.find(b'PK\x03\x04', at + 4)
print(f'{files} files, {unpacked} bytes unpacked, {len(needles)} needles, {found} found', file=sys.stderr)
sys.exit(1 if found else 0)
