// What is offered while a query is typed: names of filters, then what the vault holds, with counts.
import { describe, expect, test } from 'vitest'
import { complete } from '../../../electron/core/search/complete.ts'
import { unknownNames } from '../../../electron/core/search/hints.ts'
import { parseQuery } from '../../../electron/core/search/query-parser.ts'
import { storeItems } from '../../../electron/core/vault/record/store.ts'
import { memoryCatalog, payloadOf } from '../../support/catalog.ts'

const db = memoryCatalog(1)
storeItems(
  db,
  payloadOf(1, [
    { id: '1', text: 'road', at: Date.UTC(2022, 5, 1) },
    { id: '2', text: 'park', at: Date.UTC(2024, 5, 1), state: 'deleted' },
    { id: '3', text: 'fair', at: Date.UTC(2024, 6, 1) },
  ]),
)
db.run("INSERT INTO account VALUES (2, 'facebook', 'Old Town', NULL, 'Old Town Library', '', '', 0)")
db.run("UPDATE record SET series = 'GEN-1' WHERE native_id = '1'")
db.run("UPDATE record SET author = 'mayor' WHERE native_id = '2'")

/** What is offered where | stands, each as `query it makes (count)` with the caret again as |. */
async function offered(typed: string): Promise<string[]> {
  const at = typed.indexOf('|')
  const items = await complete(db, typed.replace('|', ''), at, 50, new AbortController().signal)
  return items.map(({ query, caret, count }) => {
    const shown = `${query.slice(0, caret)}|${query.slice(caret)}`
    return count === null ? shown : `${shown} (${count})`
  })
}

describe('a query that is being typed', () => {
  test.each([
    ['ac|', ['account:|']],
    ['road -un|', ['road -untagged |']],
    ['b|', ['before:|']],
    ['account:|', ['account:AlderBayCity | (3)', 'account:"Old Town" | (0)']],
    ['account:@alder|', ['account:AlderBayCity | (3)']],
    ['road account:lib| closed', ['road account:"Old Town" |closed (0)']],
    ['-account:"old|', ['-account:"Old Town" | (0)']],
    ['platform:|', ['platform:x | (3)', 'platform:facebook | (0)']],
    ['series:|', ['series:GEN-1 | (1)']],
    ['author:|', ['author:AlderBayCity | (2)', 'author:mayor | (1)']],
    [
      'state:|',
      ['state:live | (2)', 'state:deleted | (1)', 'state:draft | (0)', 'state:gone | (0)', 'state:hidden | (0)'],
    ],
    ['kind:po|', ['kind:post | (3)', 'kind:repost | (0)']],
    ['has:p|', ['has:photo |', 'has:place |', 'has:poll |']],
    ['after:|', ['after:2024 |', 'after:2023 |', 'after:2022 |']],
    ['account:AlderBayCity|', []],
    ['"ac|', []],
    ['zzz|', []],
  ])('%j may go on with %j', async (typed, goesOn) => {
    expect(await offered(typed)).toEqual(goesOn)
  })

  test('finds by what begins like its last value, and is not reproached for it', () => {
    const read = (text: string) => parseQuery(text, { live: true })
    for (const text of ['kind:po', 'has:ph', 'on:20', 'before:2024-0', 'state:dr']) {
      expect(read(text), text).toEqual({ ast: null, problems: [] })
    }
    expect(read('account:Ald').ast).toEqual({
      type: 'filter',
      filter: { name: 'account', value: 'Ald', unfinished: true },
    })
    expect(read('kind:px').problems).toHaveLength(1)
    expect(read('-account:Ald').ast).toMatchObject({ node: { filter: { value: 'Ald' } } })
  })

  test('names that the vault does not know are told, with what may have been meant', () => {
    const hints = (text: string) => unknownNames(db, parseQuery(text).ast)
    expect(hints('account:AlderBayCty OR platform:myspace series:gen-1 hold:none author:nobody')).toEqual([
      'There is no account “AlderBayCty” in this vault. Did you mean “AlderBayCity”?',
      'There is no account on the platform “myspace” in this vault.',
      'There is no hold “none” in this vault.',
    ])
    expect(unknownNames(db, parseQuery('account:ald', { live: true }).ast)).toEqual([])
  })
})
