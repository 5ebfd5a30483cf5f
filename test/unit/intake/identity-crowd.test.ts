// Items that nothing tells apart, by the thousand: which records they become, and that keeping them in memory decides as the vault does.
import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordDraft } from '../../../electron/core/intake/draft.ts'
import { identities } from '../../../electron/core/intake/identity.ts'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { storeItems } from '../../../electron/core/vault/record/store.ts'
import { memoryCatalog, payloadOf } from '../../support/catalog.ts'

const KEY = 'post @ undated'
const draftOf = (text: string): RecordDraft => ({
  kind: 'post',
  nativeId: KEY,
  identity: 'key',
  stem: 'post @ ',
  state: 'live',
  deletedAt: null,
  at: null,
  atSource: null,
  precision: 'second',
  sourceZone: null,
  author: '',
  conversation: null,
  parentNativeId: null,
  text,
  details: {},
  content: { text },
  links: [],
  measures: [],
  media: [],
  joined: [],
})
const digestOf = (text: string) => hash('sha256', text, 'buffer')

/** Takes files in as an accession does, a commit after every `batch` items. Returns the ids that their items were given, file by file. */
function takeIn(db: Driver, accession: number, files: readonly (readonly string[])[], batch: number, crowd?: number) {
  const identity = identities(db, 1, accession, crowd)
  let position = 0
  return files.map((file) => {
    identity.beginFile()
    const given: string[] = []
    for (let from = 0; from < file.length; from += batch) {
      const texts = file.slice(from, from + batch)
      const settled = texts.map((text) => identity.settle(draftOf(text), digestOf(text)))
      const posts = settled.map(({ nativeId }, place) => ({
        id: nativeId,
        text: texts[place] ?? '',
        at: null,
        position: position++,
      }))
      const payload = payloadOf(accession, posts)
      const items = payload.items.map((item, place) => ({
        ...item,
        contentDigest: settled[place]?.contentDigest ?? item.contentDigest,
      }))
      storeItems(db, { ...payload, items })
      identity.committed()
      given.push(...settled.map(({ nativeId }) => nativeId))
    }
    return given
  })
}

const nth = (place: number) => (place === 0 ? KEY : `${KEY}~${place + 1}`)

test('20,000 identical undated items are as many records, and the same ones when they come again', () => {
  const db = memoryCatalog(3)
  const many = Array.from({ length: 20_000 }, () => '')
  const ids = many.map((_, place) => nth(place))
  expect(takeIn(db, 1, [many], 2000)).toEqual([ids])
  // In another accession, and there in two files, they are those records; one that says something is the state of one not seen yet.
  const [first, second] = takeIn(
    db,
    2,
    [many.slice(0, 15_000), [...many.slice(0, 15_000), 'Now it says something.']],
    2000,
  )
  expect(first).toEqual(ids.slice(0, 15_000))
  expect(second).toEqual([...ids.slice(0, 15_000), nth(15_000)])
  expect(db.get('SELECT count(*) AS records, sum(versions) AS versions FROM record')).toEqual({
    records: 20_000,
    versions: 20_001,
  })
  db.close()
})

test('what is kept in memory decides as the vault does', () => {
  const file = fc.array(fc.constantFrom('', 'a', 'b', 'c'), { maxLength: 6 })
  const accessions = fc.array(fc.array(file, { maxLength: 3 }), { minLength: 1, maxLength: 4 })
  let crowded = 0
  const law = fc.property(accessions, (all) => {
    const [plain, kept] = [memoryCatalog(4), memoryCatalog(4)]
    for (const [place, files] of all.entries()) {
      const given = takeIn(plain, place + 1, files, 1, Number.POSITIVE_INFINITY)
      expect(takeIn(kept, place + 1, files, 1, 1)).toEqual(given)
      crowded += given.flat().filter((id) => id !== KEY).length
    }
    plain.close()
    kept.close()
  })
  fc.assert(law, { numRuns: 20, seed: 2026 })
  expect(crowded).toBeGreaterThan(50)
})
