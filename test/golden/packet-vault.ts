// A vault below the operations: a catalog of posts and messages, a folder for objects, and jobs run in this thread.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import requestOpen from '../../electron/core/disclosure/commands/request.open.ts'
import packetBuild from '../../electron/core/disclosure/jobs/packet.build.ts'
import { buildPacket } from '../../electron/core/disclosure/packet/build.ts'
import { openProduction } from '../../electron/core/disclosure/packet/packet.ts'
import { packetZip } from '../../electron/core/disclosure/packet/zip.ts'
import type { JobContext } from '../../electron/core/job/define.ts'
import { keyStream } from '../../electron/core/job/stream.ts'
import { type Driver, openDriver } from '../../electron/core/vault/catalog/driver.ts'
import { migrate } from '../../electron/core/vault/catalog/migrate.ts'
import type { WriteContext } from '../../electron/core/vault/handler.ts'
import { objectPath } from '../../electron/core/vault/objects/lease.ts'
import { sniffMime } from '../../electron/core/vault/objects/mime.ts'
import { packFrame } from '../../electron/core/vault/record/frame.ts'
import type { StoredItem, StoredMedia } from '../../electron/core/vault/record/item.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { insertPerson } from '../../electron/core/vault/repository/account/people.ts'
import { insertObject } from '../../electron/core/vault/repository/object.ts'
import { packetBuild as packetBuildContract } from '../../shared/contract/request.ts'
import { GrantId, JobId, PersonId, RequestId } from '../../shared/domain/id.ts'
import { RequestDraft } from '../../shared/domain/request/request.ts'
import { Instant, LocalDate } from '../../shared/domain/time.ts'
import { fold } from '../../shared/text/fold.ts'
import { digest } from '../support/catalog.ts'

/** A post or message as a test says it; the rest is filled in. */
export interface Said {
  readonly id: string
  readonly text: string
  readonly kind?: string
  readonly at?: number | null
  readonly author?: string
  readonly conversation?: string
  readonly answers?: string
  readonly deleted?: boolean
  readonly likes?: number
  readonly details?: Record<string, unknown>
  readonly media?: readonly { readonly name: string; readonly bytes: Uint8Array | null; readonly alt?: string }[]
}

export interface PacketVault {
  readonly db: Driver
  readonly folder: string
  /** Stores an export and completes its accession. */
  receive(accession: number, said: readonly Said[]): void
  open(draft?: Partial<RequestDraft>): void
  /** Builds the packet of a production again, into memory. */
  rebuild(production: number): Promise<Buffer>
  /** Runs packet.build for the request, as the clerk, at an instant. */
  build(options?: BuildRun): Promise<Built>
  close(): void
}

export interface BuildRun {
  readonly request?: string
  readonly to?: string
  readonly at?: string
  readonly signal?: AbortSignal
  readonly whole?: boolean
  readonly progress?: JobContext['progress']
  /** A batch that fails, as when the computer stops there. */
  readonly failAt?: string
}

type Built = ReturnType<typeof packetBuildContract.output.parse>

const NOW = Instant.parse(Date.parse('2026-11-23T17:00:00Z'))
const clerk = { person: PersonId.parse('clerk'), osUser: 'tester', machine: 'desk' }

/** Makes the vault of the City of Alder Bay with one X account. */
export function packetVault(accessions = 2): PacketVault {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-packet-'))
  for (const part of ['objects', 'packages', 'staging']) mkdirSync(join(folder, part))
  const about = {
    format: 'muniment-vault',
    formatVersion: 1,
    vaultId: '00112233445566778899aabbccddeeff',
    city: 'City of Alder Bay',
    zone: 'America/Los_Angeles',
    createdAt: '2026-01-01T00:00:00.000Z',
  }
  writeFileSync(join(folder, 'vault.json'), JSON.stringify(about))
  const db = catalogOf(accessions)
  insertPerson(db, { id: clerk.person, name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' }, NOW)
  const received = new Map<number, number>()
  let jobs = 0

  const write = (): WriteContext => {
    const stream = keyStream(new Uint8Array(32), 'write')
    return {
      db,
      folder,
      now: NOW,
      actor: clerk,
      note: () => undefined,
      revoke: () => undefined,
      afterwards: () => undefined,
      random: (bytes) => stream(0, bytes),
    }
  }

  return {
    db,
    folder,
    receive: (accession, said) => {
      const sources = said.map((one) =>
        Buffer.from(JSON.stringify({ ...one, media: one.media?.map(({ name }) => name) })),
      )
      storeItems(db, {
        accession,
        account: 1,
        items: said.map((one, place) => {
          const position = (received.get(accession) ?? 0) + place
          return itemOf(db, folder, accession, one, { place, position }, sources[place] ?? Buffer.alloc(0))
        }),
        frames: sources.length === 0 ? [] : [packFrame(sources)],
      })
      received.set(accession, (received.get(accession) ?? 0) + said.length)
      db.run("UPDATE accession SET state = 'complete', records = ? WHERE id = ?", said.length, accession)
    },
    open: (draft = {}) => {
      const request = RequestDraft.parse({
        id: RequestId.parse('26-0007'),
        receivedOn: LocalDate.parse('2026-11-16'),
        channel: 'email',
        requester: 'R. Ortiz',
        text: 'All posts about roads.',
        immediateDisclosure: false,
        accounts: [],
        from: null,
        to: null,
        search: '',
        ...draft,
      })
      db.transaction(() => requestOpen.run({ ...write(), files: () => undefined }, request))
    },
    rebuild: async (production) => {
      const packet = openProduction(db, production)
      const zip = packetZip(new Date(packet.production.frozenAt), packet.practice)
      const gathering = gathered(zip.bytes)
      const signal = new AbortController().signal
      await buildPacket(packet, zip, {
        db,
        folder,
        aside: join(folder, 'staging', 'again'),
        signal,
        progress: () => undefined,
      })
      return Buffer.concat(await gathering)
    },
    build: async ({ request = '26-0007', to, at, signal, whole = false, progress, failAt } = {}) => {
      jobs += 1
      const seed = new Uint8Array(32).fill(jobs)
      const streams = new Map<string, ReturnType<typeof keyStream>>()
      const context: JobContext = {
        id: JobId.parse(`job-${String(jobs).padStart(8, '0')}`),
        db,
        folder,
        dataFolders: [],
        credential: () => null,
        classifyBrought: async () => null,
        browser: null,
        files: () => (to === undefined ? undefined : { path: to, name: 'packet.zip', mode: 'write' }),
        signal: signal ?? new AbortController().signal,
        actor: clerk,
        startedAt: at === undefined ? NOW : Instant.parse(Date.parse(at)),
        checkpoint: null,
        random: (label, offset, bytes) => {
          const stream = streams.get(label) ?? keyStream(seed, label)
          streams.set(label, stream)
          return stream(offset, bytes)
        },
        progress: progress ?? (() => undefined),
        write: async (batch, payload) => {
          if (batch.name === failAt) throw new Error('the computer stopped')
          return db.transaction(() => batch.run(write(), payload))
        },
      }
      const grant = to === undefined ? null : GrantId.parse('grant-to-write')
      return packetBuildContract.output.parse(await packetBuild.run(context, { request, to: grant, whole }))
    },
    close: () => {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return chunks
}

/** Account 1, and accessions with one data file each, a day apart; none is complete yet. */
function catalogOf(accessions: number): Driver {
  const db = openDriver(':memory:', { readonly: false })
  migrate(db, NOW)
  db.run(
    "INSERT INTO account VALUES (1, 'x', 'AlderBayCity', '281104733', 'City of Alder Bay', 'City Administrator', '', 0)",
  )
  for (let id = 1; id <= accessions; id += 1) {
    const [receivedAt, id8] = [NOW - (accessions - id + 1) * 86_400_000, `package-${id}`]
    db.run(
      `INSERT INTO accession (id, account_id, platform, layout, parser, received_at, generated_at, state, job_id)
       VALUES (?, 1, 'x', 'current', 'x/1', ?, ?, 'receiving', ?)`,
      id,
      receivedAt,
      receivedAt - 3_600_000,
      `import-job-${id}`,
    )
    db.run(
      "INSERT INTO package VALUES (?, ?, 0, ?, 'zip', 1000, ?, 'sealed')",
      id8,
      id,
      `export-${id}.zip`,
      digest(id8),
    )
    db.run(
      "INSERT INTO member VALUES (?, ?, 0, 'data/tweets.js', 0, 0, 0, 0, 'deflated', 0, NULL, 'data', NULL, NULL)",
      id,
      id8,
    )
  }
  return db
}

function itemOf(
  db: Driver,
  folder: string,
  accession: number,
  said: Said,
  at: { place: number; position: number },
  source: Buffer,
): StoredItem {
  const { place, position } = at
  const media = (said.media ?? []).map((one): StoredMedia => {
    const { name, bytes, alt = null } = one
    const role = name.endsWith('.mp4') ? 'video' : 'photo'
    if (bytes === null) return { role, name, digest: null, alt, missing: 'The export does not hold it.' }
    return { role, name, digest: putBytes(db, folder, bytes), alt, missing: null }
  })
  return {
    kind: said.kind ?? 'post',
    nativeId: said.id,
    numbered: true,
    at: said.at === undefined ? Date.UTC(2024, 0, 1, 20, 0, place) : said.at,
    atSource: null,
    precision: said.at === null ? 'unknown' : 'second',
    sourceZone: 'UTC',
    author: said.author ?? 'AlderBayCity',
    conversation: said.conversation ?? null,
    parentNativeId: said.answers ?? null,
    state: said.deleted ? 'deleted' : 'live',
    deletedAt: said.deleted ? Date.UTC(2024, 5, 1) : null,
    contentDigest: digest(said.text),
    text: said.text,
    folded: fold(said.text),
    details: JSON.stringify(said.details ?? {}),
    links: 0,
    edited: null,
    measures: JSON.stringify({ likes: said.likes ?? 0 }),
    media,
    observations: [
      {
        member: accession,
        position,
        pointer: null,
        start: position * 100,
        length: source.length,
        digest: digest(source),
        salt: digest(`salt ${accession} ${position}`).subarray(0, 16),
      },
    ],
    fragments: [{ role: 'item', frame: 0, slot: place }],
  }
}

function putBytes(db: Driver, folder: string, bytes: Uint8Array): Buffer {
  const of = digest(bytes)
  const path = join(folder, objectPath(of.toString('hex')))
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  insertObject(db, { digest: of, size: bytes.length, mime: sniffMime(bytes), member: null }, NOW)
  return of
}
