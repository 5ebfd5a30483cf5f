// Captures of real servers on loopback: @atproto/pds, Debian's MediaWiki, Debian's WordPress. Items are written, edited, hidden and deleted between two
// captures; what the vault says of them must be what the server knows. Run by `npm run endure -- servers`.
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { captureCompare, captureNoLongerShown, captureRun } from '../../shared/contract/capture.ts'
import { mappingSave } from '../../shared/contract/mapping.ts'
import { accountAdd } from '../../shared/contract/people.ts'
import { recordPage, recordShow } from '../../shared/contract/record.ts'
import { PlatformName } from '../../shared/domain/account/account.ts'
import { Credential } from '../../shared/domain/account/credential.ts'
import { CaptureScope, CaptureWayName } from '../../shared/domain/capture/capture.ts'
import { ItemChange } from '../../shared/domain/capture/comparison.ts'
import type { AccountId, CaptureId } from '../../shared/domain/id.ts'
import { MappingName } from '../../shared/domain/intake/mapping.ts'
import { Instant } from '../../shared/domain/time.ts'
import { openTestArchive, type TestArchive } from '../support/archive.ts'
import { plantedIn } from '../support/planted.ts'
import { play, type State, someHistories } from './histories.ts'
import { hasMediawiki, startMediawiki } from './mediawiki.ts'
import { hasPds, startPds } from './pds.ts'
import type { RealServer } from './server.ts'
import { hasWordpress, startWordpress } from './wordpress.ts'

const REQUIRED = process.env.REQUIRE_SERVERS === '1'
/** Histories for each server; a round plays them all between two captures. */
const HISTORIES = Number(process.env.SERVER_HISTORIES ?? 60)
const A_ROUND = 125
const MAPPING = MappingName.parse('The server’s own')
const BOTH = 'Shown in two places, kept once'
const CHANGES = ItemChange.options
const SEED = Number(process.env.SERVER_SEED ?? 7)

// Temporary folders of the tests are this user's alone.
const folder = mkdtempSync('/var/tmp/muniment-servers-')
// The web server's own user reads the sites in it.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const servers: readonly [name: string, has: () => boolean, start: () => Promise<RealServer>][] = [
  ['Bluesky’s own server', hasPds, () => startPds(join(folder, 'pds'))],
  ['MediaWiki', hasMediawiki, () => startMediawiki(join(folder, 'mediawiki'), 'wiki')],
  ['MediaWiki, as JSON by a mapping', hasMediawiki, () => startMediawiki(join(folder, 'wiki-mapped'), 'mapped')],
  ['WordPress, its comments', hasWordpress, () => startWordpress(join(folder, 'comments'), 'comments')],
  ['WordPress, its posts', hasWordpress, () => startWordpress(join(folder, 'posts'), 'posts')],
  ['WordPress, as JSON by a mapping', hasWordpress, () => startWordpress(join(folder, 'mapped'), 'mapped')],
]

for (const [name, has, start] of servers) {
  const here = has()
  if (!here && !REQUIRED) console.warn(`Left out: ${name} is not installed (docs/capture.md says how).`)
  test.skipIf(!here && !REQUIRED)(
    `${name}: what two captures say is what the server knows`,
    { timeout: 3_600_000 },
    async () => {
      const server = await start()
      const vault = await openTestArchive({ clock: () => Instant.parse(Date.now()) })
      try {
        const counted = await compareRounds(server, vault)
        console.log(
          `${name}: ${counted.histories} histories, ${counted.items} items, ${JSON.stringify(counted.states)}, no difference`,
        )
        expect(counted.histories).toBeGreaterThanOrEqual(HISTORIES)
        expect(plantedIn(vault.folder, server.secrets)).toEqual([])
      } finally {
        await vault.close()
        await server.stop()
      }
    },
  )
}

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
)

/** A picture that was posted is kept byte for byte; a post that the feed and the interface show is one record, in one wording. */
async function expectOneRecordEach(server: RealServer, vault: TestArchive, account: AccountId) {
  if (server.picture === null && server.feed === null) return
  const written = server.picture === null ? await server.write(BOTH) : await server.picture(BOTH, PICTURE)
  const addresses = [
    [server.way, server.address] as const,
    ...(server.feed === null ? [] : [['feed', server.feed] as const]),
  ]
  for (const [way, address] of addresses) {
    const kinds = way === 'feed' ? [] : server.kinds
    const scope = CaptureScope.parse({ address, kinds })
    const done = await vault.run(captureRun, { account, way: CaptureWayName.parse(way), scope })
    expect(done).toMatchObject({ outcome: 'complete', unexplained: 0 })
  }
  const { rows } = await vault.call(recordPage, { search: `"${BOTH}"`, before: null, limit: 9, live: false })
  expect(rows.map(({ nativeId, versions }) => [nativeId, versions])).toEqual([[written, 1]])
  const [row] = rows
  const [version] = (await vault.call(recordShow, { id: row?.id ?? 0 })).versions
  expect(new Set(version?.observations.map(({ accession }) => accession)).size).toBe(addresses.length)
  if (server.picture !== null)
    expect(version?.media.map(({ digest }) => digest)).toEqual([createHash('sha256').update(PICTURE).digest('hex')])
}

async function accountOf(server: RealServer, vault: TestArchive): Promise<AccountId> {
  const { id } = await vault.call(accountAdd, {
    platform: PlatformName.parse(server.platform),
    handle: server.handle,
    name: '',
    department: '',
    liaison: '',
    nativeId: null,
  })
  if (server.mapping !== null) await vault.call(mappingSave, { mapping: { name: MAPPING, rules: server.mapping } })
  if (server.credential !== null) vault.archive.credential(id, Credential.parse(server.credential), false)
  return id
}

async function compareRounds(server: RealServer, vault: TestArchive) {
  const account = await accountOf(server, vault)
  await expectOneRecordEach(server, vault, account)
  const states: Record<string, number> = {}
  let [histories, items] = [0, 0]
  const capture = async () => {
    const mapping = server.mapping === null ? {} : { mapping: { name: MAPPING, version: 1 } }
    const scope = CaptureScope.parse({ address: server.address, kinds: server.kinds, ...mapping })
    const done = await vault.run(captureRun, { account, way: CaptureWayName.parse(server.way), scope })
    expect(done).toMatchObject({ outcome: 'complete', unexplained: 0 })
    return done.capture
  }
  for (let round = 0; histories < HISTORIES; round++) {
    const some = someHistories(Math.min(A_ROUND, HISTORIES - histories), SEED + round, server.hide !== null)
    const played = play(server, some, `Round ${round}`)
    await played.before()
    const before = await capture()
    await played.between()
    const after = await capture()
    const truth = played.truth()
    const comparison = await vault.call(captureCompare, { one: after, other: before })
    expect([comparison.earlier, comparison.later]).toEqual([before, after])
    const said = CHANGES.flatMap((change) => comparison[change].map(({ nativeId }) => [nativeId, change] as const))
    expect(new Set(said.map(([id]) => id)).size).toBe(said.length)
    for (const [id, state] of truth) expect([id, new Map(said).get(id)]).toEqual([id, state])
    // Whatever earlier wordings came with it, the record says what the server says now.
    const texts = new Map(CHANGES.flatMap((change) => comparison[change].map(({ nativeId, text }) => [nativeId, text])))
    for (const [id, text] of played.words()) expect([id, texts.get(id)]).toEqual([id, expect.stringContaining(text)])
    // What nobody touched is the same: of all that is said, nothing else may be gone, changed or hidden.
    const others = said.filter(([id, state]) => !truth.has(id) && state !== 'same' && !isOwn(server, id, state))
    expect(others).toEqual([])
    await expectKept(vault, after, truth)
    for (const state of truth.values()) states[state] = (states[state] ?? 0) + 1
    histories += some.length
    items += truth.size
  }
  return { histories, items, states }
}

/** What a capture no longer shows is kept as it ends, for drafts: exactly what the server took away or hid, and nothing else. */
async function expectKept(vault: TestArchive, capture: CaptureId, truth: ReadonlyMap<string, State>) {
  const kept = (await vault.call(captureNoLongerShown, {})).filter(({ missingIn }) => missingIn === capture)
  const told = await Promise.all(
    kept.map(async ({ record, change, from, to }) => {
      expect(from).toBeLessThanOrEqual(to)
      return `${(await vault.call(recordShow, { id: record })).nativeId} ${change}`
    }),
  )
  const expected = [...truth].filter(([, state]) => state === 'gone' || state === 'hidden')
  expect(told.sort()).toEqual(expected.map(([id, state]) => `${id} ${state}`).sort())
}

/** The log of a wiki grows by what is done to it. */
const isOwn = ({ way }: RealServer, id: string, state: ItemChange) =>
  way === 'api/mediawiki' && id.startsWith('log ') && state === 'new'
