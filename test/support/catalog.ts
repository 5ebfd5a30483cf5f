// A catalog in memory with one account and one accession, for tests of what stands below operations.
import { createHash } from 'node:crypto'
import { type Driver, openDriver } from '../../electron/core/vault/catalog/driver.ts'
import { migrate } from '../../electron/core/vault/catalog/migrate.ts'
import { packFrame } from '../../electron/core/vault/record/frame.ts'
import type { StoredItem, StorePayload } from '../../electron/core/vault/record/item.ts'
import { Instant } from '../../shared/domain/time.ts'
import { fold } from '../../shared/text/fold.ts'

/** A migrated catalog holding account 1, and accessions 1 to `accessions` with member n in package pn. */
export function memoryCatalog(accessions = 2): Driver {
  const db = openDriver(':memory:', { readonly: false })
  migrate(db, Instant.parse(0))
  db.run("INSERT INTO account VALUES (1, 'x', 'AlderBayCity', NULL, 'City of Alder Bay', '', '', 0)")
  for (let id = 1; id <= accessions; id += 1) {
    db.run(
      "INSERT INTO accession (id, account_id, platform, layout, parser, received_at, state, job_id) VALUES (?, 1, 'x', 'current', 'x/1', ?, 'receiving', ?)",
      id,
      id * 1000,
      `job-${id}`,
    )
    db.run(
      "INSERT INTO package VALUES (?, ?, 0, 'export.zip', 'zip', 1, ?, 'sealed')",
      `p${id}`,
      id,
      digest(`package ${id}`),
    )
    db.run(
      "INSERT INTO member VALUES (?, ?, 0, 'data/tweets.js', 0, 0, 0, 0, 'deflated', 0, NULL, 'data', NULL, NULL)",
      id,
      `p${id}`,
    )
  }
  return db
}

/** What a test says of a post; the rest is filled in. */
export interface Post {
  readonly id: string
  readonly text: string
  readonly at?: number | null
  readonly likes?: number
  readonly state?: 'live' | 'deleted'
  readonly position?: number
  readonly edited?: StoredItem['edited']
}

/** Posts as a batch of an accession, each with its own fragment. */
export function payloadOf(accession: number, posts: readonly Post[]): StorePayload {
  const sources = posts.map((post) => Buffer.from(JSON.stringify({ ...post, accession })))
  return {
    accession,
    account: 1,
    items: posts.map((post, place) => itemOf(accession, post, place, sources[place] ?? Buffer.alloc(0))),
    frames: sources.length === 0 ? [] : [packFrame(sources)],
  }
}

function itemOf(accession: number, post: Post, place: number, source: Buffer): StoredItem {
  return {
    kind: 'post',
    nativeId: post.id,
    numbered: true,
    at: post.at === undefined ? Date.UTC(2024, 0, 1) : post.at,
    atSource: null,
    precision: 'second',
    sourceZone: 'UTC',
    author: 'AlderBayCity',
    conversation: null,
    parentNativeId: null,
    state: post.state ?? 'live',
    deletedAt: post.state === 'deleted' ? Date.UTC(2024, 1, 1) : null,
    contentDigest: digest(post.text),
    text: post.text,
    folded: fold(post.text),
    details: '{}',
    links: 0,
    edited: post.edited ?? null,
    measures: JSON.stringify({ likes: post.likes ?? 0 }),
    media: [],
    observations: [
      {
        member: accession,
        position: post.position ?? place,
        pointer: null,
        start: place * 100,
        length: source.length,
        digest: digest(source),
        salt: digest(`salt ${accession} ${place}`).subarray(0, 16),
      },
    ],
    fragments: [{ role: 'item', frame: 0, slot: place }],
  }
}

/** SHA-256. */
export function digest(of: string | Uint8Array): Buffer {
  return createHash('sha256').update(of).digest()
}

/** Everything in the catalog but the full-text index's own tables: two equal dumps are two equal catalogs. */
export function dump(db: Driver): Record<string, unknown[]> {
  const tables = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'found%' AND name NOT LIKE 'sqlite%' ORDER BY name",
  )
  return Object.fromEntries(tables.map(({ name }) => [name, db.all(`SELECT * FROM "${name}"`)]))
}
