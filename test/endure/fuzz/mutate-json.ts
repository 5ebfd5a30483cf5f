// Breaks a JSON file where its grammar stays whole: values of other types, huge numbers, odd dates, depth, doubled and lost keys.
import type { Random } from '../../fixtures/x/random.ts'
import { type Node, placesIn, plain, print, treeOf } from './json-tree.ts'

const TEXTS = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    'null',
    '\u0000',
    '\ud800',
    '\udc00x',
    '\u202eabc',
    '<b>x',
    '&amp;lt;',
    'https://',
    'a,b;c\td',
  ],
  ...[
    '0000-00-00 00:00:00',
    '0000-00-00T00:00:00Z',
    '2024-02-30',
    '2024-13-45 25:61:61',
    '99999-12-31T00:00:00Z',
    '2024',
  ],
  ...[
    'Thu Feb 30 12:35:53 +0000 2025',
    'Thu Feb 20 12:35:53 +9999 20250',
    'NaN',
    '-62169958800',
    '1e400',
    '../../a.jpg',
  ],
  ...[
    '__proto__',
    'constructor',
    'data:image/png;base64,AAAA',
    '\u00c3\u00a9',
    '/'.repeat(300),
    'x'.repeat(50_000),
    '\ufeff',
  ],
].map((text) => JSON.stringify(text))

const NUMBERS = [
  ...['0', '-0', '-1', '1.5', '1e999', '-1e999', '1e-400', '9007199254740993', '18446744073709551616', '9'.repeat(400)],
  ...['-62169958800', '253402300800', '253402300800000', '8640000000000001', '-8640000000000001', '01', '0.1e1', 'NaN'],
]

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'id',
  'media',
  'data',
  'text',
  'items',
  '\u0000',
  '0',
  'x'.repeat(5000),
]

/** 257 is one more than the splitter follows; 5,000 is more than functions that call themselves should be asked for. */
const DEPTHS = [3, 100, 254, 257, 5000]

function oddNode(random: Random): Node {
  const kind = random.int(0, 9)
  if (kind < 4) return plain(random.pick(TEXTS))
  if (kind < 6) return plain(random.pick(NUMBERS))
  if (kind < 9) return plain(random.pick(['null', 'true', 'false', '[]', '{}', '[null]', '{"":null}']))
  const depth = random.pick(DEPTHS)
  const [open, close] = random.pick([['[', ']'] as const, ['{"a":', '}'] as const])
  return plain(`${open.repeat(depth)}1${close.repeat(depth)}`)
}

type Change = (root: Node, random: Random) => void

const changes: readonly Change[] = [
  function replaceValue(root, random) {
    const places = placesIn(root)
    for (let times = random.int(1, 4); times > 0 && places.length > 0; times -= 1)
      random.pick(places).replace(oddNode(random))
  },
  function swapValues(root, random) {
    const places = placesIn(root)
    if (places.length < 2) return
    const [one, other] = [random.pick(places), random.pick(places)]
    const copy = print(one.node)
    one.replace(plain(print(other.node)))
    other.replace(plain(copy))
  },
  function wrapValue(root, random) {
    const places = placesIn(root)
    if (places.length === 0) return
    const { node, replace } = random.pick(places)
    const text = print(node)
    replace(plain(random.pick([`[${text}]`, `{"data":${text}}`, JSON.stringify(text), `[${text},${text}]`])))
  },
  function changeObject(root, random) {
    const objects = [root, ...placesIn(root).map(({ node }) => node)].flatMap((node) =>
      node.kind === 'object' && node.members.length > 0 ? [node] : [],
    )
    if (objects.length === 0) return
    const { members } = random.pick(objects)
    const at = random.int(0, members.length - 1)
    const member = members[at]
    if (member === undefined) return
    random.pick([
      () => members.splice(at, 1),
      () => members.splice(at, 0, member),
      () => members.push([member[0], oddNode(random)]),
      () => members.push([random.pick(KEYS), oddNode(random)]),
      () => members.splice(at, 1, [random.pick(KEYS), member[1]]),
      () => members.reverse(),
    ])()
  },
  function changeList(root, random) {
    const lists = [root, ...placesIn(root).map(({ node }) => node)].flatMap((node) =>
      node.kind === 'list' ? [node] : [],
    )
    if (lists.length === 0) return
    const list = random.pick(lists)
    const at = random.int(0, list.items.length)
    const item = list.items[at] ?? oddNode(random)
    random.pick([
      () => list.items.splice(at, 1),
      () => list.items.splice(at, 0, oddNode(random)),
      () => list.items.push(...Array.from({ length: random.int(1, 60) }, () => item)),
      () => list.items.reverse(),
      () => list.items.splice(0, list.items.length),
    ])()
  },
]

const PREFIX = /^[^[{]{0,200}/

/** The file changed once or more inside its JSON; null where it holds none. A script's assignment stays in front. */
export function changeJson(bytes: Buffer, random: Random): Buffer | null {
  const text = bytes.toString('utf8')
  const before = PREFIX.exec(text)?.[0] ?? ''
  const root = parsed(text.slice(before.length).replace(/;\s*$/, ''))
  if (root === null) return null
  for (let times = random.int(1, 3); times > 0; times -= 1) random.pick(changes)(root, random)
  return Buffer.from(before + print(root))
}

function parsed(text: string): Node | null {
  try {
    return treeOf(JSON.parse(text))
  } catch {
    return null
  }
}
