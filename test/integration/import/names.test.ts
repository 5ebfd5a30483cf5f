// A list of names proposes in every review and decides nothing; it is never told again, neither by a query nor by the ledger.
import { afterEach, expect, test } from 'vitest'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { namesFound, namesLists, namesSet } from '../../../shared/contract/names.ts'
import { recordShow } from '../../../shared/contract/record.ts'
import { asked, closeReviews, posts } from '../../support/reviewed.ts'

afterEach(closeReviews)

test('names of a list are found in any form where a record says them, and nothing is decided by it', async () => {
  const { vault, find, list } = await asked(posts)
  const words = ['Maria Lopez', 'Quokkason', 'Quokkason', 'Somebody Else']
  expect(await vault.call(namesSet, { list: 'Informants', words })).toEqual({ words: 3 })
  expect(await vault.call(namesLists, {})).toEqual([{ list: 'Informants', words: 3 }])
  const found = async (search: string) => {
    const record = await find(search)
    const { versions } = await vault.call(recordShow, { id: record })
    const proposed = await vault.call(namesFound, { record })
    return proposed.map(({ list: of, version, from, to }) => [
      of,
      versions.find(({ digest }) => digest === version)?.text.slice(from, to),
    ])
  }
  expect(await found('fence')).toEqual([['Informants', 'María López']])
  expect(await found('met')).toEqual([
    ['Informants', 'MARI\u0301A  LO\u0301PEZ'],
    ['Informants', 'mar%C3%ADa%20l%C3%B3pez'],
  ])
  expect(await found('badge')).toEqual([['Informants', 'Quokkason']])
  expect(await found('pothole')).toEqual([])
  expect((await list()).items.every(({ outcome }) => outcome === null)).toBe(true)
  const entries = await vault.call(ledgerPage, { before: null, limit: 50 })
  expect(JSON.stringify(entries)).not.toMatch(/quokkason|informants/i)
  await vault.call(namesSet, { list: 'Informants', words: [] })
  expect([await vault.call(namesLists, {}), await found('badge')]).toEqual([[], []])
})
