// What a clerk can rely on of removals: nothing removed comes back by another account or a crash, and nothing else is kept out.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { digestBytes } from '../../../electron/core/vault/hex.ts'
import { objectPath } from '../../../electron/core/vault/objects/lease.ts'
import { unlinkMarked } from '../../../electron/core/vault/objects/unlink.ts'
import { rememberRemoved, removedFrom } from '../../../electron/core/vault/record/removed.ts'
import { storeItems } from '../../../electron/core/vault/record/store.ts'
import { insertObject } from '../../../electron/core/vault/repository/object.ts'
import { markUnlinking, toUnlink } from '../../../electron/core/vault/repository/unlinking.ts'
import { Digest } from '../../../shared/domain/id.ts'
import { fold } from '../../../shared/text/fold.ts'
import { memoryCatalog, payloadOf } from '../../support/catalog.ts'

const MOMENT = Date.UTC(2024, 0, 1, 8, 0)
const HOUR = 3600_000

describe('a record that was removed under an order', () => {
  const db = memoryCatalog(1)
  db.run("INSERT INTO account VALUES (2, 'x', 'AlderBayFire', NULL, 'Fire', '', '', 0)")
  db.run("INSERT INTO account VALUES (3, 'facebook', 'AlderBay', NULL, 'City', '', '', 0)")
  storeItems(db, payloadOf(1, [{ id: '77', text: 'Good morning', at: MOMENT }]))
  const { id } = db.get<{ id: number }>('SELECT id FROM record') ?? { id: 0 }
  const identities = [{ kind: 'post', nativeId: '77' }]
  rememberRemoved(db, { account: 1, record: id, identities, objects: [] }, new Uint8Array(32))
  const item = { kind: 'post', nativeId: '77', folded: fold('Good morning'), at: MOMENT, numbered: true }
  const isRemoved = (account: number, other: Partial<typeof item>) => removedFrom(db, account)?.({ ...item, ...other })

  it('does not come back by another account of the platform, whatever its words are by then', () => {
    expect([isRemoved(1, {}), isRemoved(2, { folded: 'edited' }), isRemoved(3, {})]).toEqual([true, true, false])
  })

  it('is known by identity and words together where the identity is no number of the platform', () => {
    const settled = { numbered: false }
    expect([isRemoved(2, settled), isRemoved(2, { ...settled, folded: 'other' })]).toEqual([true, false])
  })

  it('is known by its words in another zone, and the same words of another day are taken in', () => {
    const other = { nativeId: 'another' }
    expect([
      isRemoved(1, { ...other, at: MOMENT + 8 * HOUR }),
      isRemoved(1, { ...other, at: MOMENT + 24 * HOUR }),
      isRemoved(2, other),
    ]).toEqual([true, false, false])
  })
})

describe('bytes that nothing names any more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-unlink-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const put = (path: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), 'bytes')
    return path
  }

  it('are gone at the next opening where a crash came between, unless they were brought again since', () => {
    const db = memoryCatalog(1)
    const [gone, again] = ['a'.repeat(64), 'b'.repeat(64)]
    const paths = [put(objectPath(gone)), put(objectPath(again)), put(join('packages', 'p9', 'package.zip'))]
    markUnlinking(db, [objectPath(gone), objectPath(again), join('packages', 'p9')])
    insertObject(db, { digest: digestBytes(Digest.parse(again)), size: 5, mime: 'image/png', member: null }, 0)
    expect(unlinkMarked(db, folder)).toBe(3)
    expect(paths.map((path) => existsSync(join(folder, path)))).toEqual([false, true, false])
    expect(toUnlink(db)).toEqual([])
  })
})
