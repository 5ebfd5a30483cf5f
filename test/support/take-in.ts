// Takes exports into a catalog in memory as an import does, but without packages and threads: for laws about which items are one record.
import { hash } from 'node:crypto'
import type { RecordDraft } from '../../electron/core/intake/draft.ts'
import { lastEdit } from '../../electron/core/intake/edit-time.ts'
import { type Identities, identities } from '../../electron/core/intake/identity.ts'
import type { Platform } from '../../electron/core/intake/platform.ts'
import { detailsOf } from '../../electron/core/intake/prepare.ts'
import { canonicalJson } from '../../electron/core/vault/canonical.ts'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { packFrame } from '../../electron/core/vault/record/frame.ts'
import type { StoredItem } from '../../electron/core/vault/record/item.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { fold } from '../../shared/text/fold.ts'
import { digest, memoryCatalog } from './catalog.ts'
import { readFiles } from './read-platform.ts'

/** How many records of each kind an account has after its exports were taken in, one after the other. */
export async function kindsAfter(
  platform: Platform,
  ...exports: readonly Readonly<Record<string, string>>[]
): Promise<Record<string, number>> {
  const db = memoryCatalog(exports.length)
  for (const [place, files] of exports.entries()) await takeIn(db, place + 1, platform, files)
  const rows = db.all<{ kind: string; count: number }>('SELECT kind, count(*) AS count FROM record GROUP BY kind')
  db.close()
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

/** Takes an export in as an accession of `memoryCatalog`. Returns how many of its items may also be other records. */
export async function takeIn(
  db: Driver,
  accession: number,
  platform: Platform,
  files: Readonly<Record<string, string>>,
): Promise<number> {
  const { plan, itemsOf } = await readFiles(platform, files)
  let alike = 0
  const settled = identities(db, 1, accession)
  const identity: Identities = {
    ...settled,
    settle: (draft, content) => {
      const one = settled.settle(draft, content)
      alike += one.alike.length
      return one
    },
  }
  let position = 0
  for (const { name, use } of plan.files) {
    if (use !== 'records') continue
    identity.beginFile()
    const drafts = itemsOf(name).flatMap(({ outcome }) => (outcome.type === 'record' ? [outcome.draft] : []))
    const items = drafts.map((draft) => itemOf(draft, identity, accession, position++))
    const frames = items.map(({ text }) => packFrame([Buffer.from(text || 'nothing')]))
    const placed = items.map((item, frame) => ({ ...item, fragments: [{ role: 'item', frame, slot: 0 }] }))
    if (items.length > 0) storeItems(db, { accession, account: 1, items: placed, frames })
    identity.committed()
  }
  return alike
}

function itemOf(draft: RecordDraft, identity: Identities, member: number, position: number): StoredItem {
  const settled = identity.settle(draft, hash('sha256', canonicalJson(draft.content), 'buffer'))
  const {
    joined: _,
    content: __,
    links,
    measures: ___,
    media,
    identity: settledBy = 'id',
    stem: _____,
    twin: ______,
    ...own
  } = draft
  return {
    ...own,
    kind: settled.kind,
    nativeId: settled.nativeId,
    numbered: settledBy === 'id' || settledBy === 'hand-id',
    contentDigest: settled.contentDigest,
    folded: fold(draft.text),
    details: detailsOf(draft),
    links: links.length,
    edited: lastEdit(draft.details),
    measures: null,
    media: media.map(({ role, names, alt }) => ({ role, name: names[0] ?? '', digest: null, alt, missing: 'a test' })),
    observations: [
      {
        member,
        position,
        pointer: null,
        start: 0,
        length: 1,
        digest: digest(`${member} ${position}`),
        salt: digest('salt').subarray(0, 16),
      },
    ],
    fragments: [],
  }
}
