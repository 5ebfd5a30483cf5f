// Words of letters that come by signed files: told before, used once the attorney confirmed them, with translations to begin from.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lawBook } from '../../../electron/core/disclosure/law-book.ts'
import { lawConfirm, lawShow, lawWithdraw } from '../../../shared/contract/law.ts'
import { lawApply, lawReadFile, lawTrust } from '../../../shared/contract/law-file.ts'
import { letterDraft, letterShow, letterSign, letterTranslate } from '../../../shared/contract/letter.ts'
import { personAdd } from '../../../shared/contract/people.ts'
import { requestOpen } from '../../../shared/contract/request.ts'
import { CommandId, PersonId, RequestId } from '../../../shared/domain/id.ts'
import { emptyLetter, LetterKind } from '../../../shared/domain/request/letter.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { broughtLetters } from '../../../shared/law/letters/templates.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { acknowledging, hexOf, league, rules, signed } from '../../support/rule-file.ts'

const dana = PersonId.parse('dana')
const request = RequestId.parse('26-0050')
const statement = 'As I drafted them'
const law = { ...rules, clocks: [], holidays: [], letters: [acknowledging] }
const text = (file: object) => Buffer.from(JSON.stringify(signed(file))).toString('base64')

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
  await vault.call(personAdd, { id: dana, name: 'Dana Okafor', title: 'City Attorney', role: 'city-attorney' })
  await asDana(lawTrust, { name: 'League of Cities', publicKey: hexOf(league.publicKey) })
  const scope = { accounts: [], from: null, to: null, search: '', immediateDisclosure: false }
  const receivedOn = LocalDate.parse('2026-11-16')
  await vault.call(requestOpen, { id: request, receivedOn, channel: 'email', requester: '', text: 'Posts', ...scope })
})
afterAll(() => vault.close())

const asDana = (operation: { readonly name: string }, input: unknown) =>
  vault.archive.call(operation.name, input, {
    ...{ command: CommandId.parse(randomUUID()), actor: dana, signal: new AbortController().signal },
  })
const read = (file: object) => vault.call(lawReadFile, { file: text(file) })
const drafted = async () =>
  (await vault.call(letterDraft, { request, id: null, draft: emptyLetter('acknowledgement', 'R. Ortiz') })).id
const shown = (id: number) => vault.call(letterShow, { id, signer: dana })
const entryOf = async (rule: string) => (await vault.call(lawShow, {})).entries.find(({ id }) => id === rule)

test('every kind of letter stands in the book with its words, its source, and nobody who confirmed it', async () => {
  const { entries } = await vault.call(lawShow, {})
  const letters = entries.filter(({ group }) => group === 'letter')
  // A city without an ordinance on immediate disclosure has no letters of one.
  const kinds = broughtLetters.map(({ id }) => id).filter((one) => !one.startsWith('letter-idr'))
  expect(letters.map(({ id: one }) => one)).toEqual(kinds)
  expect(kinds.length).toBe(11)
  for (const one of letters) {
    expect(one).toMatchObject({ confirmed: false, confirmedBy: null, changed: false })
    expect(one.passages?.every(({ es, zh, vi }) => es === null && zh === null && vi === null)).toBe(true)
    expect(one.text).toBe(one.passages?.map(({ en }) => en).join('\n'))
    expect(`letter-${one.letter}`).toBe(one.id)
  }
  expect(entries.filter(({ group, letter }) => group !== 'letter' && letter !== null)).toEqual([])
})

test('a city without an ordinance reads of no commission of one, neither in the book nor in any letter', async () => {
  const ordinance = /OMC|Public Ethics|mediation/
  const every = await entryOf('letter-every')
  expect(every).toMatchObject({ citation: 'Gov. Code 7922.535', text: expect.not.stringMatching(ordinance) })
  expect(every?.passages?.map(({ name }) => name)).toEqual(['received', 'received-portal', 'parts', 'designee', 'head'])
  for (const kind of LetterKind.options.filter((one) => !one.startsWith('idr'))) {
    const { id } = await vault.call(letterDraft, { request, id: null, draft: emptyLetter(kind, 'R. Ortiz') })
    const { text: whole } = await shown(id)
    expect(whole).toContain('received your request for public records (number 26-0050)')
    expect(whole, kind).not.toMatch(ordinance)
  }
  expect(lawBook('City of Oakland').find(({ id }) => id === 'letter-every')).toMatchObject({
    ...{ citation: 'Gov. Code 7922.535; OMC 2.20.270', text: expect.stringMatching(/Public Ethics Commission/) },
  })
})

test('words that do not fit their letter are refused in words', async () => {
  const refused = (part: object) =>
    expect(read({ ...law, letters: [{ ...acknowledging, ...part }] }).catch(String)).resolves
  const { passages } = acknowledging
  const { narrow: _, ...short } = passages
  await refused({ passages: short }).toMatch(/“acknowledgement” have no passage “narrow”\. Nothing was changed/)
  await refused({ passages: { ...passages, more: passages.narrow } }).toMatch(
    /a passage “more” that no such letter uses/,
  )
  await refused({ passages: { ...passages, narrow: { en: 'By {day}.' } } }).toMatch(
    /“narrow” \(en\).*must have no slots/,
  )
  await refused({ passages: { ...passages, narrow: { en: 'x', fr: 'x' } } }).toMatch(/cannot be read/)
  await refused({ kind: 'farewell' }).toMatch(/letters 0 kind/)
  await refused({ replaces: 'letter-recall' }).toMatch(
    /is the letter “acknowledgement”, and “letter-recall” that it replaces is/,
  )
  await refused({ replaces: null }).toMatch(/letters 0 replaces/)
  const model = broughtLetters.find(({ kind }) => kind === 'extension')
  const extending = { ...model?.passages, expects: { en: 'Soon, on {day}.', es: 'Pronto.' } }
  await refused({ kind: 'extension', replaces: 'letter-extension', passages: extending }).toMatch(
    /“expects” \(es\) of the words of the letter “extension” must have \{day\}/,
  )
})

test('a letter is written in the new words once they are confirmed; one that is signed keeps its own', async () => {
  const preview = await read(law)
  expect(preview.rules).toMatchObject([
    { entry: { id: 'letter-acknowledgement-2' }, replaced: { id: 'letter-acknowledgement' }, confirmedWith: false },
  ])
  const [told] = preview.rules
  expect(told?.entry.passages?.find(({ name }) => name === 'subject')).toEqual({
    ...{ name: 'subject', en: 'We have your request', es: 'Tenemos su solicitud', zh: null, vi: null },
  })
  const first = await drafted()
  expect(await asDana(lawApply, { file: text(law), statement })).toMatchObject({ rules: 1, unconfirmed: 1 })
  expect((await shown(first)).words.subject).toBe('Your public records request was received (26-0050)')
  expect(await entryOf('letter-acknowledgement-2')).toMatchObject({ enabled: false, confirmedBy: null })
  await asDana(letterSign, { id: first })

  await asDana(lawConfirm, { rule: 'letter-acknowledgement-2', statement })
  expect(await entryOf('letter-acknowledgement')).toMatchObject({ validTo: '2026-10-31' })
  const { words } = await shown(await drafted())
  expect(words.subject).toBe('We have your request (26-0050)')
  expect(words.blocks.slice(1)).toEqual([
    { kind: 'paragraph', text: 'The City will tell you by November 26, 2026.' },
    { kind: 'paragraph', text: 'Tell us what you look for.' },
  ])
  expect(await shown(first)).toMatchObject({
    words: { subject: 'Your public records request was received (26-0050)' },
    proposals: [],
  })
})

test('a translation begins from the template’s, and goes along only as somebody reviewed it', async () => {
  const id = await drafted()
  await asDana(letterSign, { id })
  const { proposals, translations, text: whole } = await shown(id)
  expect(proposals).toMatchObject([
    { language: 'es', text: expect.stringMatching(/^Tenemos su solicitud \(26-0050\)\n\n/) },
  ])
  expect(proposals[0]?.text).toMatch(/La Ciudad le informará antes del 26 de noviembre de 2026\.\n\nTell us what/)
  expect(translations).toEqual([])
  expect(whole).not.toContain('La Ciudad')
  const [proposed] = proposals
  if (proposed === undefined) throw new Error('no proposal')
  const reviewed = { reviewedBy: 'Ana Ruiz', reviewerTitle: 'Interpreter', reviewedOn: LocalDate.parse('2026-11-16') }
  await vault.call(letterTranslate, { id, translation: { ...proposed, ...reviewed } })
  expect((await shown(id)).text).toContain('Spanish translation of this letter, reviewed by Ana Ruiz')
  await asDana(lawWithdraw, { rule: 'letter-acknowledgement-2', statement: 'Not ready' })
  const again = await shown(await drafted())
  expect(again.words.subject).toContain('Your public records request was received')
  expect(again.proposals).toEqual([])
})
