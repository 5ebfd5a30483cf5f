// Breaks a file as bytes: what a bad disk, a cut download, a wrong editor or a hostile hand does to any format.
import type { Random } from '../../fixtures/x/random.ts'

/** Pieces on which parsers of JSON, CSV, markup, dates and archives have stumbled somewhere before. */
const PIECES: readonly (string | Uint8Array)[] = [
  ...[
    '[',
    '{',
    ']',
    '}',
    '"',
    "'",
    ',',
    ':',
    ';',
    '\t',
    '\\',
    '\\u',
    '\\ud800',
    '\r',
    '\n',
    '\r\n',
    '\u2028',
    '\u202e',
  ],
  ...['<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE x [<!ENTITY a "&a;">]>', '<?xml', '&#0;'],
  ...['&#x110000;', '&#xd800;', '&lt', '&amp;amp;', '<br', '<script>', '<title>', '<textarea>', '<div '.repeat(60)],
  ...['null', 'true', 'NaN', '-', '1e999', '-0', '9'.repeat(400), '0x10', '1.', '00'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'undefined'],
  ...['0000-00-00 00:00:00', '2024-02-30T25:61:61Z', '99999-01-01', '1969-12-31T23:59:59Z', '-62169958800'],
  ...['window.YTD.', 'Grailbird.data.x = ', '\ufeff', 'é'.normalize('NFD'), '\ud83d\ude00', '\u00e2\u20ac\u2122'],
  Uint8Array.of(0),
  Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0),
  Uint8Array.of(0xc3, 0x28),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xf4, 0x90, 0x80, 0x80),
  Uint8Array.of(0xc0, 0x80),
  Uint8Array.of(0xff, 0xfe),
  Uint8Array.of(0x50, 0x4b, 3, 4),
]

type Break = (bytes: Buffer, random: Random) => Buffer

const anywhere = (bytes: Buffer, random: Random) => random.int(0, bytes.length)

function piece(random: Random): Buffer {
  const one = random.pick(PIECES)
  return typeof one === 'string' ? Buffer.from(one) : Buffer.from(one)
}

/** A range of the file: mostly a few bytes, now and then a large part of it. */
function range(bytes: Buffer, random: Random): readonly [number, number] {
  const from = anywhere(bytes, random)
  const length = random.chance(0.7) ? random.int(1, 16) : random.int(1, bytes.length + 1)
  return [from, Math.min(bytes.length, from + length)]
}

const breaks: readonly Break[] = [
  function flip(bytes, random) {
    const copy = Buffer.from(bytes)
    for (let times = random.int(1, 8); times > 0 && copy.length > 0; times -= 1)
      copy[random.int(0, copy.length - 1)] = random.int(0, 255)
    return copy
  },
  function insert(bytes, random) {
    const at = anywhere(bytes, random)
    return Buffer.concat([bytes.subarray(0, at), piece(random), bytes.subarray(at)])
  },
  function remove(bytes, random) {
    const [from, to] = range(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  function overwrite(bytes, random) {
    const [from] = range(bytes, random)
    const written = piece(random)
    return Buffer.concat([bytes.subarray(0, from), written, bytes.subarray(from + written.length)])
  },
  function duplicate(bytes, random) {
    const [from, to] = range(bytes, random)
    const times = random.chance(0.9) ? 1 : random.int(2, 40)
    const repeated = Array.from({ length: times }, () => bytes.subarray(from, to))
    return Buffer.concat([bytes.subarray(0, to), ...repeated, bytes.subarray(to)])
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, anywhere(bytes, random))
  },
  function beginLater(bytes, random) {
    return bytes.subarray(anywhere(bytes, random))
  },
  function moveAbout(bytes, random) {
    const [one, other] = [anywhere(bytes, random), anywhere(bytes, random)].sort((a, b) => a - b)
    return Buffer.concat([bytes.subarray(other), bytes.subarray(one, other), bytes.subarray(0, one)])
  },
  function otherEncoding(bytes, random) {
    const text = bytes.toString('utf8')
    const utf16 = Buffer.from(text, 'utf16le')
    return random.pick([
      () => utf16,
      () => Buffer.concat([Uint8Array.of(0xff, 0xfe), utf16]),
      () => Buffer.concat([Uint8Array.of(0xfe, 0xff), utf16.swap16()]),
      () => Buffer.from(text, 'latin1'),
      () => Buffer.from(bytes.toString('latin1'), 'utf8'),
      () => Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), bytes]),
      () => Buffer.from(text.replaceAll('\r\n', '\n').replaceAll('\n', random.pick(['\r', '\r\n']))),
      () => Buffer.from(text.normalize('NFD')),
    ])()
  },
  function zeros(bytes, random) {
    const [from, to] = range(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(to - from), bytes.subarray(to)])
  },
]

/** The file broken once, somewhere. */
export function breakBytes(bytes: Buffer, random: Random): Buffer {
  return random.pick(breaks)(bytes, random)
}
