// docs/keys.md holds every key and every command that the rooms themselves name (after a change: npm run vitest -- --project unit -u).
import { dirname, join, resolve } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Command } from '../../renderer/app/commands.ts'
import type { Room, Shortcut } from '../../renderer/ui/room.ts'
import { codeFiles } from '../rule/sources.ts'

const root = resolve(import.meta.dirname, '../..')
const page = join(root, 'docs/keys.md')
const head = `# Every action and its key

What the app itself names: the sheet under \`?\`, the palette under \`Ctrl K\` and this page are made from one list. On a Mac \`⌘\` stands for \`Ctrl\`. Single letters work while no field is
written in. Everything else is reached with \`Tab\` and the arrow keys, and every command by typing a part of its name into the palette.
`

let rooms: readonly Room[] = []
let commands: readonly Command[] = []
let everywhere: readonly Shortcut[] = []

beforeAll(async () => {
  // The rooms are modules of the window: what they ask of it while they are read is a place and a language.
  const quiet = { addEventListener: () => undefined, removeEventListener: () => undefined }
  vi.stubGlobal('window', {
    ...quiet,
    location: { hash: '' },
    matchMedia: () => ({ ...quiet, matches: false }),
    visualViewport: quiet,
    screen: { orientation: quiet },
  })
  const app = await import('../../renderer/app/commands.ts')
  rooms = (await import('../../renderer/app/rooms.ts')).rooms
  commands = app.commands
  everywhere = app.everywhere('Ctrl')
}, 60_000)

type Row = readonly [what: string, key: string]

/** A table as the formatter of the tree writes it: columns as wide as their widest cell. */
function table(title: string, rows: readonly Row[]): string {
  const all: readonly Row[] = [['what', 'key'], ...rows]
  const what = Math.max(...all.map((row) => row[0].length))
  const key = Math.max(...all.map((row) => row[1].length))
  const line = (row: Row) => `| ${row[0].padEnd(what)} | ${row[1].padEnd(key)} |`
  const [head = '', ...body] = all.map(line)
  return `## ${title}\n\n${[head, `| ${'-'.repeat(what)} | ${'-'.repeat(key)} |`, ...body].join('\n')}\n`
}
const keyed = ({ keys, words }: Shortcut): Row => [words, `\`${keys}\``]

test('the page of keys is what the window names', async () => {
  const goes = rooms.map(
    (room, place) => [`Go to ${room.title}`, place < 9 ? `\`Ctrl ${place + 1}\`` : 'palette'] satisfies Row,
  )
  const does = commands.map(({ label, keys }) => [label, keys === undefined ? 'palette' : `\`${keys}\``] satisfies Row)
  const forms = rooms.flatMap((room) => (room.places ?? []).map(({ label }) => [label, 'palette'] satisfies Row))
  const parts = [
    table('Everywhere', everywhere.map(keyed)),
    ...rooms.filter(({ keys }) => keys.length > 0).map(({ title, keys }) => table(title, keys.map(keyed))),
    table('Rooms', goes),
    table('Commands', does),
    table('Forms and places', forms),
  ]
  await expect(`${head}\n${parts.join('\n')}`).toMatchFileSnapshot(page)
})

test('a key that a room listens for stands in its list, and no key of a list twice', () => {
  const listened = codeFiles.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:useRoomKey\('|openKey="|keys=")([^'"]+)['"]/g)].map(([, key = '']) => ({
      room: /^renderer\/rooms\/([^/]+)\//.exec(path)?.[1],
      key,
      path,
    })),
  )
  const inRooms = listened.filter(({ room }) => room !== undefined)
  expect(inRooms.length).toBeGreaterThan(3)
  const unnamed = inRooms.filter(
    ({ room, key }) =>
      !rooms.find(({ id }) => id === room)?.keys.some(({ keys }) => keys.split(/ or | /).includes(key)),
  )
  expect(unnamed).toEqual([])
  for (const { keys } of rooms) expect(new Set(keys.map((one) => one.keys)).size).toBe(keys.length)
})

test('every form that the palette opens is one that its room knows', () => {
  const opened = rooms.flatMap(({ id, places = [] }) =>
    places.flatMap(({ to }) => {
      const form = new URLSearchParams(to.split('?')[1] ?? '').get('do')
      return form === null ? [] : [{ room: id, form }]
    }),
  )
  expect(opened.length).toBeGreaterThan(5)
  const known = codeFiles.flatMap(({ path, text }) =>
    [...text.matchAll(/useForm\('([^']+)'\)/g)].map(([, form]) => `${dirname(path).split('/')[2]} ${form}`),
  )
  expect(opened.map(({ room, form }) => `${room} ${form}`).toSorted()).toEqual(known.toSorted())
})
