// Captures of real servers on loopback: @atproto/pds, Debian's MediaWiki, Debian's WordPress. Items are written, edited, hidden and deleted between two
// captures; what the vault says of them must be what the server knows. Run by `npm run endure -- servers`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { captureRun } from '../../shared/contract/capture.ts'
import { accountAdd } from '../../shared/contract/people.ts'
import { PlatformName } from '../../shared/domain/account.ts'
import { CaptureScope, CaptureWayName } from '../../shared/domain/capture.ts'
import { Credential } from '../../shared/domain/credential.ts'
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
const A_ROUND = 50
const SEED = Number(process.env.SERVER_SEED ?? 7)

// Temporary folders of the tests are this user's alone.
const folder = mkdtempSync('/var/tmp/muniment-servers-')
// The web server's own user reads the sites in it.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const servers: readonly [name: string, has: () => boolean, start: () => Promise<RealServer>][] = [
  ['Bluesky’s own server', hasPds, () => startPds(join(folder, 'pds'))],
  ['MediaWiki', hasMediawiki, () => startMediawiki(join(folder, 'mediawiki'))],
  ['WordPress, its comments', hasWordpress, () => startWordpress(join(folder, 'comments'), 'comments')],
  ['WordPress, its posts', hasWordpress, () => startWordpress(join(folder, 'posts'), 'posts')],
]

for (const [name, has, start] of servers) {
  const here = has()
  if (!here && !REQUIRED) console.warn(`Left out: ${name} is not installed (docs/captures.md says how).`)
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

async function compareRounds(server: RealServer, vault: TestArchive) {
  const { id: account } = await vault.call(accountAdd, {
    platform: PlatformName.parse(server.platform),
    handle: server.handle,
    name: '',
    department: '',
    liaison: '',
    nativeId: null,
  })
  if (server.credential !== null) vault.archive.credential(account, Credential.parse(server.credential), false)
  const states: Record<string, number> = {}
  let [histories, items] = [0, 0]
  const capture = async () => {
    const scope = CaptureScope.parse({ address: server.address, kinds: server.kinds })
    const done = await vault.run(captureRun, { account, way: CaptureWayName.parse(server.way), scope })
    expect(done).toMatchObject({ outcome: 'complete', unexplained: 0 })
    return z.int().parse(done.accession)
  }
  for (let round = 0; histories < HISTORIES; round++) {
    const some = someHistories(Math.min(A_ROUND, HISTORIES - histories), SEED + round, server.hide !== null)
    const played = play(server, some, `Round ${round}`)
    await played.before()
    const before = shownIn(vault.folder, await capture())
    await played.between()
    const after = shownIn(vault.folder, await capture())
    const truth = played.truth()
    const said = difference(before, after)
    for (const [id, state] of truth) expect([id, said.get(id)]).toEqual([id, state])
    // What nobody touched is the same: of all that is said, nothing else may be gone, changed or hidden.
    const others = [...said].filter(([id, state]) => !truth.has(id) && state !== 'same' && !isOwn(server, id, state))
    expect(others).toEqual([])
    for (const state of truth.values()) states[state] = (states[state] ?? 0) + 1
    histories += some.length
    items += truth.size
  }
  return { histories, items, states }
}

/** The log of a wiki grows by what is done to it. */
const isOwn = ({ way }: RealServer, id: string, state: State) =>
  way === 'api/mediawiki' && id.startsWith('log ') && state === 'new'

interface Shown {
  readonly number: number
  readonly deleted: boolean
  readonly hidden: boolean
}

/** What the vault holds of each item of an accession, told from its tables alone; to be asked before the next one comes. */
function shownIn(vault: string, accession: number): ReadonlyMap<string, Shown> {
  const db = new Database(join(vault, 'catalog.sqlite'), { readonly: true })
  try {
    // Rows come by version: the newest that an accession shows counts.
    const query = `SELECT native_id AS id, version.number, record.state, version.details
      FROM observation JOIN record ON record.id = observation.record_id
        JOIN version ON version.record_id = record.id AND version.number = observation.number
      WHERE observation.accession_id = ? ORDER BY version.number`
    return new Map(
      db
        .prepare(query)
        .all(accession)
        .map((row) => {
          const { id, number, state, details } = Row.parse(row)
          return [id, { number, deleted: state === 'deleted', hidden: JSON.parse(details).hidden === true }] as const
        }),
    )
  } finally {
    db.close()
  }
}

/** What two accessions say of each item. */
function difference(before: ReadonlyMap<string, Shown>, after: ReadonlyMap<string, Shown>): ReadonlyMap<string, State> {
  const states = new Map<string, State>()
  for (const [id, then] of before) {
    const now = after.get(id)
    // A wiki still tells of what is deleted.
    if (then.deleted) continue
    if (now === undefined || now.deleted) states.set(id, 'gone')
    else if (now.hidden && !then.hidden) states.set(id, 'hidden')
    else states.set(id, now.number === then.number ? 'same' : 'changed')
  }
  // What came and went between the two is no new item.
  for (const [id, { deleted }] of after) if (!before.has(id) && !deleted) states.set(id, 'new')
  return states
}

const Row = z.object({ id: z.string(), number: z.int(), state: z.string(), details: z.string() })
