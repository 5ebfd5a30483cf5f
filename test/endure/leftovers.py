# Looks for words and for bytes of pictures in every file of a vault, as they lie and unpacked, by nothing that Muniment is made of: members of
# ZIP files, every value of every table of a SQLite file (which may lie over several pages), zstd frames among them, and the words of full-text indexes.
# Usage: leftovers.py FOLDER NEEDLES   (a file with one needle a line, in hexadecimal). Prints what it finds; exit 1 if anything, 2 if it cannot look.
import ctypes, ctypes.util, os, re, sqlite3, subprocess, sys, zlib

library = ctypes.util.find_library('zstd')
if library is None:
    print('libzstd is not here: frames could not be unpacked, and nothing is proved', file=sys.stderr)
    sys.exit(2)
zstd = ctypes.CDLL(library)
zstd.ZSTD_getFrameContentSize.restype = ctypes.c_ulonglong
zstd.ZSTD_decompress.restype = ctypes.c_size_t
zstd.ZSTD_isError.restype = ctypes.c_uint

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

def inflated(frame):
    size = zstd.ZSTD_getFrameContentSize(frame, ctypes.c_size_t(len(frame)))
    if size >= 1 << 62:
        return b''
    room = ctypes.create_string_buffer(max(1, size))
    done = zstd.ZSTD_decompress(room, ctypes.c_size_t(size), frame, ctypes.c_size_t(len(frame)))
    return b'' if zstd.ZSTD_isError(ctypes.c_size_t(done)) else room.raw[:done]


# A word with letters and digits in it is a record's own; indexes keep words small and without what they share.
own = {word for needle in needles for word in re.findall(rb'[a-z]{4,}[0-9]+', needle.lower())}


# An index out of which words were erased is of a form that SQLite reads from 3.42 on: the one in Node does.
TERMS = """
const { DatabaseSync } = require('node:sqlite')
const [path, ...indexes] = process.argv.slice(1)
const db = new DatabaseSync(path, { readOnly: true })
for (const name of indexes) {
  db.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '${name}', 'row')`)
  for (const { term } of db.prepare('SELECT term FROM temp.words').iterate()) console.log(term)
  db.exec('DROP TABLE temp.words')
}
"""


def vocabulary(path, indexes):
    return subprocess.run(['node', '--no-warnings', '-e', TERMS, path, *indexes], check=True, capture_output=True).stdout.split(b'\n')


def catalog(path):
    global found, unpacked
    db = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    db.text_factory = bytes
    schema = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    indexes = [name.decode() for name, sql in schema if sql and b'fts5' in sql.lower()]
    for name in (name.decode() for name, _ in schema):
        if name in indexes or name.startswith('sqlite_'):
            continue
        for row in db.execute(f'SELECT * FROM "{name}"'):
            for value in row:
                if not isinstance(value, bytes):
                    continue
                look(f'{path} table {name}', value)
                if value[:4] == b'\x28\xb5\x2f\xfd':
                    inner = inflated(value)
                    unpacked += len(inner)
                    look(f'{path} table {name} (unpacked)', inner)
    for word in vocabulary(path, indexes):
        if word in own:
            found += 1
            print(path, 'index', word)
    db.close()


files = 0
for folder, _, names in os.walk(root):
    for name in sorted(names):
        path = os.path.join(folder, name)
        data = open(path, 'rb').read()
        files += 1
        look(name, data)
        if data[:15] == b'SQLite format 3':
            catalog(path)
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
