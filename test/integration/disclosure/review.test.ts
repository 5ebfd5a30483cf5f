// What a reviewer can rely on: nothing leaves undecided, unsigned or in another form than it was decided; what is redacted is in no file of the packet.
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { letterDraft, letterShow } from '../../../shared/contract/letter.ts'
import { packetVerify, requestShow } from '../../../shared/contract/request.ts'
import { restrictionLift, restrictionPlace } from '../../../shared/contract/restriction.ts'
import { reviewHits, reviewKeep, reviewShow, reviewSign } from '../../../shared/contract/review.ts'
import { PersonId, ProductionId, type RecordId } from '../../../shared/domain/id.ts'
import { emptyLetter } from '../../../shared/domain/request/letter.ts'
import {
  asked,
  closeReviews,
  id,
  leaving,
  plainly,
  posts,
  privacy,
  redact,
  released,
  saying,
  WORDS,
} from '../../support/reviewed.ts'
import { post } from '../../support/x-files.ts'

afterEach(closeReviews)

describe('a reviewed request', () => {
  it('goes out in instalments: what is decided first, and the rest later, each record once', async () => {
    const review = await asked(posts)
    const { vault, find, decide, sign, build, folder } = review
    expect((await build({ instalment: true })).problem?.sentence).toContain('Nobody has decided yet')
    await decide(await find('pothole'), released)
    expect((await build()).problem?.sentence).toContain('build an instalment of what is decided')
    expect((await build({ instalment: true })).problem).toBeNull()
    const numbers = async () =>
      ((await leaving(folder)).get('records.csv') ?? '')
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',')[0])
    expect(await numbers()).toEqual(['AB-2026-000001'])
    expect(saying(await leaving(folder), 'This is an instalment. 3 records that answer')).toContain(
      'records.pdf as text',
    )
    const shown = async () =>
      (await vault.call(requestShow, { id })).productions.map(({ items, pending }) => [items, pending])
    expect(await shown()).toEqual([[1, 3]])
    const draft = { ...emptyLetter('instalment', 'R. Ortiz'), production: ProductionId.parse(1), complete: true }
    const letter = await vault.call(letterDraft, { request: id, id: null, draft })
    expect((await vault.call(letterShow, { id: letter.id, signer: PersonId.parse('clerk') })).lacks.join()).toContain(
      'is an instalment',
    )
    for (const words of ['fence', 'met', 'officer']) await decide(await find(words), released)
    await sign()
    expect((await build()).problem).toBeNull()
    expect(await numbers()).toEqual(['AB-2026-000002', 'AB-2026-000003', 'AB-2026-000004'])
    expect(await shown()).toEqual([
      [1, 3],
      [3, 0],
    ])
  })

  it('is answered only when every record is decided, every hit is settled, and the person responsible has signed', async () => {
    const review = await asked(posts)
    const { vault, find, decide, sign, list, build, folder } = review
    const [first, again, sealed, plain] = [
      await find('fence'),
      await find('met'),
      await find('badge'),
      await find('pothole'),
    ]
    await redact(review, first, 'María López')
    expect(await build()).toMatchObject({
      state: 'failed',
      problem: {
        code: 'REVIEW_INCOMPLETE',
        sentence: expect.stringMatching(/^3 records of 4 .*No packet was made\.$/),
      },
    })
    await decide(again, released)
    await decide(plain, released)
    await decide(sealed, {
      outcome: 'withhold',
      grounds: [{ ...privacy, describes: 'Medical leave' }],
      redactions: [],
      reason: '',
    })
    // The same name in another form stands elsewhere.
    const { hits } = await vault.call(reviewHits, { request: id })
    expect(hits).toMatchObject([{ record: again, redactedIn: first, words: 'María López' }])
    expect((await build()).problem?.sentence).toMatch(/^1 record says words that are redacted in another one/)
    await redact(review, again, 'MARI\u0301A  LO\u0301PEZ')
    expect((await vault.call(reviewHits, { request: id })).hits).toEqual([])
    expect((await build()).problem?.sentence).toMatch(
      /^3 records are redacted or withheld, and the person responsible has not signed/,
    )
    const [withheld] = (await vault.call(reviewShow, { request: id, record: sealed })).decision?.grounds ?? []
    if (withheld === undefined) throw new Error('nothing is withheld')
    const unchecked = { ...withheld, exemption: 'gov-7927.700' }
    await decide(sealed, { outcome: 'withhold', grounds: [unchecked], redactions: [], reason: '' })
    await sign()
    expect((await build()).problem?.sentence).toMatch(
      /kept back on Gov\. Code 7927\.700 alone, which nobody has confirmed/,
    )
    await decide(sealed, { outcome: 'withhold', grounds: [withheld], redactions: [], reason: '' })
    const before = await list()
    await sign()
    await decide(plain, { ...released, reason: 'Looked at twice' })
    expect((await list()).signature).toMatchObject({ by: 'clerk', current: false })
    expect((await build()).problem?.code).toBe('REVIEW_INCOMPLETE')
    await expect(vault.call(reviewSign, { request: id, decisions: before.decisions })).rejects.toThrow(
      'since you looked',
    )
    await sign()
    expect((await build()).state).toBe('succeeded')

    const files = await leaving(folder)
    expect(saying(files, 'López')).toEqual([])
    expect(saying(files, 'l%C3%B3pez')).toEqual([])
    expect(saying(files, 'Quokkason')).toEqual([])
    expect(saying(files, WORDS.plain)).toEqual(
      expect.arrayContaining(['records.pdf as text', 'index.html', 'records.csv', 'native/AB-2026-000004.json']),
    )
    expect(files.get('records.csv')).toContain('[redacted 1] of 12 Fir Street called about the fence')
    expect(files.get('index.html')).toContain('Withheld in full: ground 1 of the <a href="#log">withholding log</a>.')
    const log = files.get('withholding-log.pdf as text') ?? ''
    for (const words of ['Gov. Code 7928.300', 'Name of a resident who complained', 'Medical leave'])
      expect(plainly(log)).toContain(plainly(words))
    const proof = JSON.parse(files.get('redaction-proof.json') ?? '{}')
    expect(proof).toMatchObject({ found: 0, words: 3, notSearched: 0 })
    expect(proof.searched.map(({ layer }: { layer: string }) => layer)).toEqual(
      expect.arrayContaining([
        'PDF text',
        'PDF structure',
        'PDF metadata',
        'HTML text',
        'JSON names and values',
        'text as it stands',
        'CSV cells',
      ]),
    )
    const packet = vault.archive.grant(join(folder, 'packet.zip'), 'read').grant
    expect((await vault.call(packetVerify, { packet })).findings).toEqual([])
    expect((await vault.call(reviewShow, { request: id, record: plain })).disclosed).toMatchObject([{ request: id }])
    expect((await vault.call(reviewShow, { request: id, record: sealed })).disclosed).toEqual([])
  })

  it('keeps words with a reason where they mean something else, and is decided anew where a record changed since', async () => {
    const review = await asked((folder) => posts(folder, 'x.zip', ['May called', 'Fair in May', 'Fair in June']))
    const { vault, find, decide, list, sign, build, folder, take } = review
    const [name, month, other] = [await find('called'), await find('May Fair'), await find('June')]
    await redact(review, name, 'May')
    for (const record of [month, other]) await decide(record, released)
    const { hits } = await vault.call(reviewHits, { request: id })
    expect(hits).toMatchObject([{ record: month, shown: 'Fair in May' }])
    const restriction = { ground: 'other', words: 'A pupil', reason: 'A pupil is named' } as const
    const said = async (opened: RecordId[]) => (await vault.call(reviewHits, { request: id, opened })).hits
    await vault.call(restrictionPlace, { records: [month], restriction })
    expect(await said([])).toMatchObject([{ record: month, words: 'May', shown: null }])
    await vault.call(restrictionPlace, { records: [name], restriction })
    expect(await said([])).toMatchObject([{ record: month, words: null, shown: null }])
    expect(await said([month])).toMatchObject([{ record: month, words: 'May', shown: 'Fair in May' }])
    for (const record of [month, name]) await vault.call(restrictionLift, { record, reason: 'Of age' })
    const phrase = hits[0]?.phrase
    if (phrase === undefined) throw new Error('no hit')
    await vault.call(reviewKeep, { request: id, record: month, phrase, reason: 'It is the month' })
    await sign()
    expect((await build()).state).toBe('succeeded')
    expect(saying(await leaving(folder), 'Fair in May').length).toBeGreaterThan(3)

    await take(await posts(folder, 'later.zip', ['May called', 'Fair in May', 'Fair in June, moved to Oak Street']))
    expect((await list()).items).toEqual([
      { record: name, outcome: 'redact' },
      { record: month, outcome: 'release' },
      { record: other, outcome: null },
    ])
    expect(await vault.call(reviewShow, { request: id, record: other })).toMatchObject({ changed: true })
    expect((await build()).problem?.code).toBe('REVIEW_INCOMPLETE')
    await decide(other, { ...released, outcome: 'not-responsive', reason: 'Another street' })
    await sign()
    expect((await build()).problem?.sentence).toMatch(/^Nothing of what answers request 26-0042 is new/)
    const built = await build({ whole: true })
    expect(built).toMatchObject({ state: 'succeeded', result: { items: 2 } })
    expect(saying(await leaving(folder), 'Oak Street')).toEqual([])
  })

  it('lists words that stand in the source alone of another record, which goes out with it: nothing stops the packet that nobody was shown', async () => {
    const { tweet } = post(7, 'The handle changed')
    const retold = { tweet: { ...tweet, history: [{ changedFrom: 'Mari\u0301a Lo\u0301pez', changedTo: 'Fir' }] } }
    const review = await asked((folder) => posts(folder, 'x.zip', ['María López called', retold]))
    const { vault, find, decide, sign, build, folder } = review
    const [name, other] = [await find('called'), await find('handle')]
    await redact(review, name, 'María López')
    await decide(other, released)
    const { hits } = await vault.call(reviewHits, { request: id })
    expect(hits).toMatchObject([{ record: other, redactedIn: name, shown: 'Mari\u0301a Lo\u0301pez' }])
    await sign()
    expect((await build()).problem?.sentence).toContain('1 record says words that are redacted in another one')
    const words = { field: 'words' as const, words: 'handle', ground: privacy }
    await decide(other, { outcome: 'redact', grounds: [], redactions: [words], reason: '' })
    expect((await vault.call(reviewHits, { request: id })).hits).toEqual([])
    await sign()
    expect((await build()).state).toBe('succeeded')
    expect(saying(await leaving(folder), 'María López')).toEqual([])
  })

  it('lists words of a script without spaces where a blank or a line parts them, since the packet is searched for them so, too', async () => {
    const review = await asked((folder) => posts(folder, 'x.zip', ['小李子 called', 'The name of 小李\n子 again']))
    const { vault, find, decide, sign, build } = review
    const [name, other] = [await find('called'), await find('again')]
    await redact(review, name, '小李子')
    await decide(other, released)
    const { hits } = await vault.call(reviewHits, { request: id })
    expect(hits).toMatchObject([{ record: other, redactedIn: name, words: '小李子' }])
    for (const { record, phrase } of hits)
      await vault.call(reviewKeep, { request: id, record, phrase, reason: 'Another' })
    await sign()
    expect((await build()).state).toBe('succeeded')
  })
})
