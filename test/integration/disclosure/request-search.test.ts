// The search for a request: several searches, families, hand-picked records, and a statement that says what was searched and what was not.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import requestPart from '../../../electron/core/disclosure/commands/request.part.ts'
import reviewDecide from '../../../electron/core/disclosure/commands/review.decide.ts'
import searchAnswer from '../../../electron/core/disclosure/commands/search.answer.ts'
import searchPersonal from '../../../electron/core/disclosure/commands/search.personal.ts'
import searchPick from '../../../electron/core/disclosure/commands/search.pick.ts'
import searchSave from '../../../electron/core/disclosure/commands/search.save.ts'
import searchHits from '../../../electron/core/disclosure/jobs/search.hits.ts'
import searchPrint from '../../../electron/core/disclosure/jobs/search.print.ts'
import searchState from '../../../electron/core/disclosure/jobs/search.state.ts'
import reviewListAnswer from '../../../electron/core/disclosure/queries/review.list.ts'
import searchCount from '../../../electron/core/disclosure/queries/search.count.ts'
import searchDuplicates from '../../../electron/core/disclosure/queries/search.duplicates.ts'
import searchFiles from '../../../electron/core/disclosure/queries/search.files.ts'
import searchShowAnswer from '../../../electron/core/disclosure/queries/search.show.ts'
import searchStatement from '../../../electron/core/disclosure/queries/search.statement.ts'
import { searchShow } from '../../../shared/contract/request-search.ts'
import { reviewList } from '../../../shared/contract/review.ts'
import type { SearchDraft } from '../../../shared/domain/request/request-search.ts'
import { isLineAnswered, StoredStatement } from '../../../shared/domain/request/search-statement.ts'
import { openRetentionVault, type RetentionVault } from '../retention/support.ts'

let vault: RetentionVault
const request = '26-1'
const search = (words: string, more: object = {}): SearchDraft =>
  ({ search: words, accounts: [], from: null, to: null, kinds: [], families: [], ...more }) satisfies SearchDraft

beforeEach(() => {
  vault = openRetentionVault()
  vault.receive(
    [
      { id: 'storm', at: '2025-03-01T20:00:00Z', text: 'Storm drains are open' },
      { id: 'answer', at: '2025-03-02T20:00:00Z', text: 'Thank you', kind: 'reply' },
      { id: 'again', at: '2025-03-03T20:00:00Z', text: 'Storm drains are open' },
      { id: 'ferry', at: '2025-03-04T20:00:00Z', text: 'The ferry is back' },
      { id: 'parks', at: '2025-03-05T20:00:00Z', text: 'Storm in the parks', account: vault.accounts[1] },
      { id: 'old', at: '2019-03-05T20:00:00Z', text: 'Storm of 2019', photo: 'a.jpg' },
      { id: 'undated', at: null, text: 'A storm without a time' },
    ],
    '2025-06-01T20:00:00Z',
  )
  vault.db.run("UPDATE accession SET state = 'complete'")
  vault.db.run("UPDATE record SET parent_native_id = 'storm' WHERE native_id = 'answer'")
  vault.command(requestOpen, {
    ...{ id: request, receivedOn: '2026-11-16', channel: 'email', requester: 'R. Ito', text: 'storm' },
    ...{ accounts: [vault.accounts[0]], from: '2025-01-01', to: null, search: 'storm', immediateDisclosure: false },
  })
})
afterEach(() => vault.close())

const show = async () => searchShow.output.parse(await vault.ask(searchShowAnswer, { request }))
const save = async (...searches: SearchDraft[]) =>
  vault.command(searchSave, { request, searches, seen: (await show()).saved?.id ?? null })
const pick = (id: string, act: string) =>
  vault.command(searchPick, { request, records: [vault.idOf(id)], act, reason: 'Seen by hand' })
const answering = async () => {
  const { items } = reviewList.output.parse(await vault.ask(reviewListAnswer, { request }))
  const name = (record: number) =>
    vault.db.get<{ native_id: string }>('SELECT native_id FROM record WHERE id = ?', record)?.native_id
  return items.map(({ record }) => name(record)).sort()
}
const held = () =>
  vault.db
    .all<{ native_id: string }>('SELECT DISTINCT native_id FROM hold_record JOIN record ON record.id = record_id')
    .map((row) => row.native_id)

describe('what answers a request', () => {
  it('is what it asks for until somebody settles other searches', async () => {
    expect(await answering()).toEqual(['again', 'storm', 'undated'])
  })

  it('is what any of its searches finds, each with accounts, period and kinds of its own, once', async () => {
    await save(
      search('storm', { from: '2025-01-01', kinds: ['post'] }),
      search('storm OR ferry', { accounts: [vault.accounts[0]], to: '2025-12-31', from: '2025-03-04' }),
    )
    expect(await answering()).toEqual(['again', 'ferry', 'parks', 'storm', 'undated'])
    expect((await show()).now.searches.map(({ found }) => found)).toEqual([4, 2])
    await save(search('', { kinds: ['reply'] }))
    expect(await answering()).toEqual(['answer'])
  })

  it('goes with its thread, its answers or the same picture where that is chosen, whatever the period', async () => {
    await save(search('drains', { families: ['replies'], to: '2025-03-01' }))
    expect(await answering()).toEqual(['answer', 'storm'])
    await save(search('thank', { families: ['thread'] }))
    expect(await answering()).toEqual(['answer', 'storm'])
    vault.db.run('INSERT INTO object VALUES (?, 1, ?, NULL, 0)', new Uint8Array(32), 'image/jpeg')
    vault.db.run('UPDATE media SET object_digest = ?', new Uint8Array(32))
    vault.db.run(
      "INSERT INTO media SELECT id, 1, 0, 'photo', 'b.jpg', ?, NULL, NULL FROM record WHERE native_id = 'ferry'",
      new Uint8Array(32),
    )
    await save(search('ferry', { families: ['media'] }))
    expect(await answering()).toEqual(['ferry', 'old'])
    await save(search('ferry', { families: ['media'], accounts: [vault.accounts[1]] }))
    expect(await answering()).toEqual([])
  })

  it('takes in and leaves out what a person says, with the reason, and takes that back', async () => {
    pick('ferry', 'added')
    pick('storm', 'removed')
    expect(await answering()).toEqual(['again', 'ferry', 'undated'])
    expect((await show()).picks.map(({ act, reason, by }) => [act, reason, by])).toEqual([
      ['removed', 'Seen by hand', 'Rosa Imai'],
      ['added', 'Seen by hand', 'Rosa Imai'],
    ])
    pick('storm', 'undone')
    expect(await answering()).toEqual(['again', 'ferry', 'storm', 'undated'])
    expect(() => vault.command(searchPick, { request, records: [5], act: 'added', reason: 'x' })).toThrow(/no record 5/)
  })

  it('is held from the moment at which it is taken in, also outside of its accounts and period', async () => {
    expect(held()).not.toContain('parks')
    pick('parks', 'added')
    expect(held()).toContain('parks')
    await save(search('2019'))
    expect(held()).not.toContain('old')
    await vault.run(searchState, { request })
    expect(held()).toContain('old')
  })

  it('is not settled over what a colleague settled meanwhile, nor by what is not understood', async () => {
    await save(search('storm'))
    expect(() => vault.command(searchSave, { request, searches: [search('ferry')], seen: null })).toThrow(
      /Rosa Imai settled other searches/,
    )
    await expect(save(search('on:tomorrow'))).rejects.toThrow(/not understood/)
    await expect(save(search('storm', { accounts: [9] }))).rejects.toThrow(/no account 9/)
  })

  it('is counted before it is settled', async () => {
    expect(await vault.ask(searchCount, { search: search('storm', { accounts: [vault.accounts[1]] }) })).toMatchObject({
      found: 1,
      words: 'Records with the word “storm”, in @AlderBayParks.',
    })
    expect(await vault.ask(searchCount, { search: search('') })).toMatchObject({ found: 7 })
  })

  it('is grouped where it is the same word for word', async () => {
    expect((await show()).now.duplicates).toEqual({ groups: 1, records: 2 })
    expect(await vault.ask(searchDuplicates, { request })).toEqual({
      groups: [{ records: [vault.idOf('storm'), vault.idOf('again')], kind: 'post', text: 'Storm drains are open' }],
      more: 0,
    })
  })
})

describe('the search statement', () => {
  const lines = async () => new Map((await show()).now.lines.map((line) => [line.key, line]))

  it('names how far each account reaches, and what no export holds', async () => {
    const line = (await lines()).get('account:1')
    expect(line?.facts).toBe(
      '@AlderBayCity (X): searched in import 1; the newest export is of June 1, 2025. What was published or received from then until November 16, 2026 is not in it.',
    )
    expect(line?.settled).toBe(false)
    await save(search('storm', { accounts: [vault.accounts[0]], to: '2025-05-31' }))
    expect((await lines()).get('account:1')?.settled).toBe(true)
    vault.db.run("UPDATE accession SET state = 'receiving' WHERE id = 1")
    expect((await lines()).get('account:1')?.facts).toContain('Nothing of it was searched')
    expect((await lines()).get('import:1')?.facts).toContain('is not complete')
  })

  it('counts what words cannot search, and lists the files', async () => {
    await save(search('storm'))
    vault.db.run("UPDATE member SET use = 'quarantined', name = 'data/odd.js' WHERE id = 1")
    const found = await lines()
    expect(found.get('media:photo')).toMatchObject({ query: 'has:photo', settled: false })
    expect(found.get('media:photo')?.facts).toContain('1 picture of the accounts and period searched')
    expect(found.get('files:quarantined')?.facts).toBe('1 file of these exports could not be read safely.')
    expect(await vault.ask(searchFiles, { request, files: 'quarantined', offset: 0 })).toEqual({
      total: 1,
      files: [{ accession: 1, name: 'data/odd.js', size: expect.any(Number), finding: null }],
    })
    await save(search('storm', { accounts: [vault.accounts[0]] }))
    const query = (await lines()).get('media:photo')?.query ?? ''
    expect(query).toBe('has:photo (account:"AlderBayCity" platform:x)')
    expect(await vault.ask(searchCount, { search: search(query) })).toMatchObject({ found: 1 })
    await save(search('storm', { from: '2025-01-01' }))
    expect((await lines()).has('media:photo')).toBe(false)
  })

  it('counts a line as answered while it says what was answered, and no longer', async () => {
    const line = (await lines()).get('account:1')
    if (line === undefined) throw new Error('no line')
    vault.command(searchAnswer, {
      request,
      line: line.key,
      facts: line.facts,
      answer: 'The account was closed in May.',
    })
    const answered = (await lines()).get('account:1')
    expect(answered?.answer).toMatchObject({ words: 'The account was closed in May.', by: 'Rosa Imai' })
    expect(answered && isLineAnswered(answered)).toBe(true)
    vault.receive([{ id: 'late', at: '2026-01-01T20:00:00Z' }], '2026-02-01T20:00:00Z')
    vault.db.run("UPDATE accession SET state = 'complete'")
    expect((await lines()).get('account:1')?.answer).toBeNull()
  })

  it('names who was asked to search personal accounts, and the other places', async () => {
    vault.command(requestPart, {
      ...{ id: request, number: null },
      part: { title: 'Emails', system: 'Exchange', holder: 'IT', state: 'asked', answer: '' },
    })
    const said = {
      person: 'Lee Ortiz',
      title: 'Council aide',
      accounts: '@lee on X',
      askedOn: '2026-11-17',
      instead: '',
    }
    vault.command(searchPersonal, { request, number: null, said: { ...said, declaration: null } })
    expect((await lines()).get('part:1')?.settled).toBe(false)
    expect((await lines()).get('declaration:1')?.facts).toContain('no declaration has come')
    const declaration = {
      ...{
        searchedBy: 'Lee Ortiz',
        searchedWhere: 'the X account @lee',
        soughtFor: 'request 26-1',
        terms: 'storm, drain',
      },
      ...{ searchedOn: '2026-11-18', notProduced: 'nothing', signedBy: 'Lee Ortiz', signedOn: '2026-11-18' },
      ...{ signedAt: 'Alder Bay, California', underPenalty: false },
    }
    vault.command(searchPersonal, { request, number: 1, said: { ...said, declaration } })
    expect((await lines()).get('declaration:1')).toMatchObject({ settled: false })
    expect((await lines()).get('declaration:1')?.facts).toContain('penalty of perjury')
    vault.command(searchPersonal, {
      request,
      number: 1,
      said: { ...said, declaration: { ...declaration, underPenalty: true } },
    })
    const line = (await lines()).get('declaration:1')
    expect(line?.settled).toBe(true)
    expect(line?.facts).toContain('Lee Ortiz searched the X account @lee for storm, drain on November 18, 2026')
  })

  it('is stored as a version that stays, and is current until something changes', async () => {
    const first = searchState.operation.output.parse(await vault.run(searchState, { request }))
    expect(first).toMatchObject({ version: 1, responsive: 3, open: 1 })
    expect(await show()).toMatchObject({ current: true, stored: [{ version: 1, storedBy: 'Rosa Imai' }] })
    vault.command(reviewDecide, {
      ...{ request, records: [vault.idOf('storm')] },
      decision: { outcome: 'not-responsive', grounds: [], redactions: [], reason: 'Another storm' },
    })
    expect((await show()).current).toBe(false)
    await vault.run(searchState, { request })
    const one = StoredStatement.parse(await vault.ask(searchStatement, { request, version: 1 }))
    const two = StoredStatement.parse(await vault.ask(searchStatement, { request, version: null }))
    expect([one.statement.notResponsive, two.statement.notResponsive]).toEqual([0, 1])
    expect([one.version, two.version, one.digest === two.digest]).toEqual([1, 2, false])
  })

  it('names the digest of the list of what it found, which common tools can check', async () => {
    await vault.run(searchState, { request })
    const { grant, path } = vault.grantWrite('hits.txt')
    const { records } = searchHits.operation.output.parse(await vault.run(searchHits, { request, to: grant })) as {
      records: number
    }
    expect(records).toBe(3)
    const list = readFileSync(path, 'utf8')
    expect(list.split('\n')).toHaveLength(4)
    const stored = StoredStatement.parse(await vault.ask(searchStatement, { request, version: null }))
    expect(createHash('sha256').update(list).digest('hex')).toBe(stored.statement.hitList)
  })

  it('is printed as a tagged PDF, the same file each time', async () => {
    pick('ferry', 'added')
    await vault.run(searchState, { request })
    const print = async (name: string) => {
      const { grant, path } = vault.grantWrite(name)
      await vault.run(searchPrint, { request, version: 1, to: grant })
      return readFileSync(path)
    }
    const first = await print('one.pdf')
    expect(first.toString('latin1')).toContain('/StructTreeRoot')
    vault.setClock('2026-11-25T18:00:00Z')
    expect((await print('two.pdf')).equals(first)).toBe(true)
  })
})
