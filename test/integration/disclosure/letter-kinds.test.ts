// Letters that rest on other work: no records on the search statement, help on what was suggested, translations and DOCX.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import helpDrop from '../../../electron/core/disclosure/commands/help.drop.ts'
import helpOffer from '../../../electron/core/disclosure/commands/help.offer.ts'
import letterDraft from '../../../electron/core/disclosure/commands/letter.draft.ts'
import letterSent from '../../../electron/core/disclosure/commands/letter.sent.ts'
import letterSign from '../../../electron/core/disclosure/commands/letter.sign.ts'
import letterTranslate from '../../../electron/core/disclosure/commands/letter.translate.ts'
import requestMessage from '../../../electron/core/disclosure/commands/request.message.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import requestPart from '../../../electron/core/disclosure/commands/request.part.ts'
import reviewDecide from '../../../electron/core/disclosure/commands/review.decide.ts'
import searchAnswer from '../../../electron/core/disclosure/commands/search.answer.ts'
import letterDocx from '../../../electron/core/disclosure/jobs/letter.docx.ts'
import letterPrint from '../../../electron/core/disclosure/jobs/letter.print.ts'
import searchState from '../../../electron/core/disclosure/jobs/search.state.ts'
import helpShowAnswer from '../../../electron/core/disclosure/queries/help.show.ts'
import letterShowAnswer from '../../../electron/core/disclosure/queries/letter.show.ts'
import requestClockAnswer from '../../../electron/core/disclosure/queries/request.clock.ts'
import requestFileAnswer from '../../../electron/core/disclosure/queries/request.file.ts'
import searchShowAnswer from '../../../electron/core/disclosure/queries/search.show.ts'
import { helpShow, helpOffer as offering } from '../../../shared/contract/help.ts'
import { letterDraft as draftOperation, letterShow } from '../../../shared/contract/letter.ts'
import { requestClock } from '../../../shared/contract/request.ts'
import { requestFile } from '../../../shared/contract/request-life.ts'
import { searchShow } from '../../../shared/contract/request-search.ts'
import { emptyLetter, type LetterDraft, type LetterKind } from '../../../shared/domain/request/letter.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { expectSound } from '../../support/sound-pdf.ts'
import { openRetentionVault, type RetentionVault } from '../retention/support.ts'

let vault: RetentionVault
const request = '26-1'

beforeEach(() => {
  vault = openRetentionVault()
  vault.receive(
    [
      { id: 'ferry', at: '2025-03-04T20:00:00Z', text: 'The ferry is back' },
      { id: 'storm', at: '2024-03-04T20:00:00Z', text: 'Storm drains' },
    ],
    '2026-06-01T20:00:00Z',
  )
  vault.db.run("UPDATE accession SET state = 'complete'")
  vault.command(requestOpen, {
    ...{ id: request, receivedOn: '2026-11-16', channel: 'email', requester: 'R. Ito', text: 'tunnel' },
    ...{ accounts: [1], from: null, to: null, search: 'tunnel', immediateDisclosure: false },
  })
})
afterEach(() => vault.close())

const write = (kind: LetterKind, more: Partial<LetterDraft> = {}) =>
  draftOperation.output.parse(
    vault.command(letterDraft, { request, id: null, draft: { ...emptyLetter(kind, 'R. Ito'), ...more } }),
  ).id
const show = async (id: number) => letterShow.output.parse(await vault.ask(letterShowAnswer, { id, signer: 'clerk' }))
const state = () => vault.run(searchState, { request })
const answerAll = async () => {
  const { now } = searchShow.output.parse(await vault.ask(searchShowAnswer, { request }))
  for (const { key, facts, settled } of now.lines)
    if (!settled) vault.command(searchAnswer, { request, line: key, facts, answer: 'The liaison says: nothing since.' })
}
const day = (text: string) => LocalDate.parse(text)

describe('a letter that there are no responsive records', () => {
  it('is signed only on a stored search statement that is current and answered line by line', async () => {
    vault.command(requestPart, {
      ...{ id: request, number: null },
      part: { title: 'Emails', system: 'Exchange', holder: 'IT', state: 'asked', answer: '' },
    })
    const id = write('none')
    const lacks = async () => (await show(id)).lacks
    expect(await lacks()).toEqual(['Store the search statement first, in Search: this letter rests on it.'])
    await state()
    expect((await lacks()).join()).toMatch(/2 lines of search statement 1 have no answer/)
    await answerAll()
    expect((await lacks()).join()).toMatch(/Something changed since search statement 1 was stored/)
    await state()
    expect(await lacks()).toEqual([])
    vault.receive([{ id: 'late', at: '2026-06-02T20:00:00Z' }], '2026-07-01T20:00:00Z')
    vault.db.run("UPDATE accession SET state = 'complete'")
    expect((await lacks()).join()).toMatch(/Something changed since search statement 2/)
    expect(() => vault.command(letterSign, { id })).toThrow(/cannot be signed yet. Something changed/)
    await answerAll()
    await state()
    vault.command(letterSign, { id })
  })

  it('is not signed while something that was found is not found to be not responsive', async () => {
    vault.db.run("UPDATE request SET document = json_set(document, '$.search', 'ferry')")
    await answerAll()
    await state()
    const id = write('none')
    expect((await show(id)).lacks).toEqual([
      'Search statement 1 lists 1 record that the review has not found to be not responsive.',
    ])
    vault.command(reviewDecide, {
      ...{ request, records: [vault.idOf('ferry')] },
      decision: { outcome: 'not-responsive', grounds: [], redactions: [], reason: 'Another ferry' },
    })
    await state()
    expect((await show(id)).lacks).toEqual([])
  })

  it('says what was searched, in what, what was not and what was done about it; it is the determination', async () => {
    await answerAll()
    await state()
    const id = write('none')
    const { text } = await show(id)
    expect(text).toContain('- Records with the word “tunnel”, in @AlderBayCity.')
    expect(text).toContain('- @AlderBayCity: the City’s copy made on June 1, 2026')
    expect(text).toMatch(/until November 16, 2026 is not in it. The liaison says: nothing since./)
    expect(text).toMatch(/search statement 1 \(SHA-256 [0-9a-f]{64}\)/)
    expect(text).toContain('it does not say that nothing exists elsewhere')
    vault.command(letterSign, { id })
    vault.command(letterSent, { id, sending: { on: '2026-11-20', time: null, how: 'email', proof: 'Receipt' } })
    const { dates } = requestClock.output.parse(await vault.ask(requestClockAnswer, { id: request }))
    expect(dates.find(({ duty }) => duty === 'cpra-determination')).toMatchObject({ state: 'met', metOn: '2026-11-20' })
  })
})

describe('help for the requester', () => {
  const narrow = { search: 'ferry', accounts: [1], from: '2025-01-01', to: null, kinds: [], families: [] }

  it('is narrower searches with what they reach, which become part of the letter with the log', async () => {
    vault.db.run("UPDATE request SET document = json_set(document, '$.search', '')")
    const offered = vault.command(helpOffer, { request, search: narrow, words: 'Posts about the ferry since 2025' })
    expect(offered).toMatchObject({ found: 1, whole: 2 })
    const other = vault.command(helpOffer, { request, search: narrow, words: 'A slip' })
    vault.command(helpDrop, { request, id: offering.output.parse(other).id })
    vault.command(requestMessage, {
      id: request,
      message: {
        ...{
          direction: 'out',
          channel: 'email',
          about: 'clarification',
          on: '2026-11-18',
          time: null,
          party: 'R. Ito',
        },
        text: 'Which ferry do you mean?',
      },
    })
    const shown = helpShow.output.parse(await vault.ask(helpShowAnswer, { request }))
    expect(shown.narrowings.map(({ words, found }) => [words, found])).toEqual([
      ['Posts about the ferry since 2025', 1],
    ])
    expect(shown.systems).toEqual([
      '@AlderBayCity (X): 2 records from March 4, 2024 to March 4, 2025 in the City’s social media archive.',
    ])
    const id = write('assistance')
    const { text, lacks } = await show(id)
    expect(lacks).toEqual([])
    expect(text).toContain('As it stands, your request reaches 2 records.')
    expect(text).toContain('- Posts about the ferry since 2025 (1)')
    expect(text).toContain(
      'To help you, the City has done this: on November 18, 2026 it asked what you look for; on November 20, 2026 it looked how much a narrower request would reach.',
    )
    expect(text).not.toContain('A slip')
  })
})

describe('other letters', () => {
  it('a denial in part names the law, the reasons, and each person responsible with title', async () => {
    expect((await show(write('denial'))).lacks).toHaveLength(3)
    const id = write('denial', {
      ...{ exemptions: ['gov-7928.300'], reasons: 'Private numbers of employees are no public records.' },
      responsible: [{ name: 'Dana Whitfield', title: 'City Attorney' }],
    })
    const { text, lacks } = await show(id)
    expect(lacks).toEqual([])
    expect(text).toContain('Dana Whitfield, City Attorney')
    expect(text).toMatch(/Gov. Code 7928.300/)
    expect(() => vault.command(letterSign, { id: write('denial', { reasons: 'x' }) })).toThrow(/7922.540/)
  })
})

describe('a translation', () => {
  const translation = {
    ...{ language: 'es', text: 'Su solicitud fue recibida.\n\nGracias.', reviewedBy: 'Ana Ruiz' },
    ...{ reviewerTitle: 'Certified interpreter', reviewedOn: '2026-11-20' },
  }
  const attach = (id: number, more: object = {}) =>
    vault.command(letterTranslate, { id, translation: { ...translation, ...more } })

  it('goes along with a signed English letter only, and only by a named reviewer', async () => {
    const id = write('acknowledgement')
    expect(() => attach(id)).toThrow(/is a draft: it is signed first/)
    vault.command(letterSign, { id })
    expect(() => attach(id, { reviewedBy: ' ' })).toThrow()
    expect(() => attach(id, { reviewedOn: '2026-11-21' })).toThrow(/not come yet/)
    attach(id)
    const { text, translations, words } = await show(id)
    expect(translations).toHaveLength(1)
    expect(JSON.stringify(words)).not.toContain('Su solicitud')
    expect(text).toContain(
      'Spanish translation of this letter, reviewed by Ana Ruiz, Certified interpreter, on November 20, 2026.',
    )
    vault.command(letterSent, { id, sending: { on: '2026-11-20', time: null, how: 'portal', proof: 'Entry' } })
    const { messages } = requestFile.output.parse(await vault.ask(requestFileAnswer, { id: request }))
    expect(messages[0]?.text).toContain('Su solicitud fue recibida.')
    expect(() => attach(id, { language: 'vi' })).toThrow(/was sent/)
  })

  it('stands in the PDF and in the DOCX, in its own script', async () => {
    const id = write('acknowledgement')
    vault.command(letterSign, { id })
    attach(id)
    attach(id, { language: 'vi', text: 'Yêu cầu của quý vị đã được nhận.' })
    attach(id, { language: 'zh', text: '您的請求已收到。' })
    const pdf = vault.grantWrite('letter.pdf')
    await vault.run(letterPrint, { id, to: pdf.grant })
    const read = execFileSync('pdftotext', [pdf.path, '-'], { encoding: 'utf8' })
    for (const words of ['Su solicitud fue recibida.', 'Yêu cầu của quý vị đã được nhận.', '您的請求已收到。'])
      expect(read).toContain(words)
    expectSound(pdf.path)
    const docx = vault.grantWrite('letter.docx')
    await vault.run(letterDocx, { id, to: docx.grant })
    const body = execFileSync('unzip', ['-p', docx.path, 'word/document.xml'], { encoding: 'utf8' })
    for (const words of ['Su solicitud fue recibida.', 'Yêu cầu của quý vị đã được nhận.', '您的請求已收到。'])
      expect(body).toContain(words)
  })
})

describe('a letter as DOCX', () => {
  it('is the same file each time once it is signed, and says so where it is not', async () => {
    const id = write('extension', {
      ...{
        grounds: ['cpra-ground-2'],
        facts: 'About 4,000 posts & more <of six>.',
        day: day('2026-12-08'),
        capacity: 'head',
      },
    })
    const docx = async (name: string) => {
      const { grant, path } = vault.grantWrite(name)
      await vault.run(letterDocx, { id, to: grant })
      return { path, bytes: readFileSync(path) }
    }
    const read = (path: string, part: string) => execFileSync('unzip', ['-p', path, part], { encoding: 'utf8' })
    const draft = await docx('draft.docx')
    expect(read(draft.path, 'word/document.xml')).toContain('Draft: not signed, not sent.')
    vault.command(letterSign, { id })
    const first = await docx('one.docx')
    vault.setClock('2026-11-25T18:00:00Z')
    const second = await docx('two.docx')
    expect(second.bytes.equals(first.bytes)).toBe(true)
    execFileSync('unzip', ['-tq', first.path])
    const body = read(first.path, 'word/document.xml')
    expect(body).toContain('About 4,000 posts &amp; more &lt;of six&gt;.')
    expect(body).not.toContain('Draft:')
    expect(read(first.path, 'docProps/core.xml')).toContain('2026-11-20T18:00:00Z')
    expect(read(first.path, 'docProps/core.xml')).not.toContain('2026-11-25')
  })
})
