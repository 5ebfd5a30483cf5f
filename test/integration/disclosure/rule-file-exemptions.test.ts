// Exemptions, office hours and repeals that come by signed files: told before, taken as unconfirmed, in force from the attorney's own word on.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lawConfirm, lawShow, lawWithdraw } from '../../../shared/contract/law.ts'
import { lawApply, lawReadFile, lawSigners, lawTrust } from '../../../shared/contract/law-file.ts'
import { personAdd } from '../../../shared/contract/people.ts'
import { requestClock, requestOpen } from '../../../shared/contract/request.ts'
import { reviewList } from '../../../shared/contract/review.ts'
import { CommandId, PersonId, RequestId } from '../../../shared/domain/id.ts'
import type { AppliedGround, ReviewDraft } from '../../../shared/domain/review/review.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import {
  type Asked,
  asked,
  closeReviews,
  id,
  leaving,
  posts,
  privacy,
  redact,
  released,
} from '../../support/reviewed.ts'
import { hexOf, hours, league, personnel, repeal, rules, signed } from '../../support/rule-file.ts'

const dana = PersonId.parse('dana')
const statement = 'Compared with leginfo'
/** Already law on the day of these tests. */
const from = { validFrom: '2026-11-01' }
const law = {
  ...{ ...rules, clocks: [], holidays: [], issuedOn: '2026-10-01' },
  exemptions: [{ ...personnel, ...from }],
  hours: [{ ...hours, ...from }],
  repeals: [{ ...repeal, ...from }],
}
const text = (file: object) => Buffer.from(JSON.stringify(file)).toString('base64')
const file = text(signed(law))
const withhold = (exemption: string, words: Partial<AppliedGround> = {}): ReviewDraft => {
  const ground = { ...privacy, exemption, describes: 'Medical leave', ...words }
  return { outcome: 'withhold', grounds: [ground], redactions: [], reason: '' }
}

let review: Asked
beforeAll(async () => {
  review = await asked(posts)
  await review.vault.call(personAdd, { id: dana, name: 'Dana Okafor', title: 'City Attorney', role: 'city-attorney' })
  await asDana(lawTrust, { name: 'League of Cities', publicKey: hexOf(league.publicKey) })
  await redact(review, await review.find('fence'), 'María López')
  await redact(review, await review.find('met'), 'MARI\u0301A  LO\u0301PEZ')
  await review.decide(await review.find('pothole'), released)
})
afterAll(closeReviews)

const asDana = (operation: { readonly name: string }, input: unknown) =>
  review.vault.archive.call(operation.name, input, {
    ...{ command: CommandId.parse(randomUUID()), actor: dana, signal: new AbortController().signal },
  })
const read = (bytes: string) => review.vault.call(lawReadFile, { file: bytes })
const entryOf = async (rule: string) =>
  (await review.vault.call(lawShow, {})).entries.find((entry) => entry.id === rule)

test('a file with one byte changed is refused in words, wherever the byte stands', async () => {
  const whole = Buffer.from(JSON.stringify(signed({ ...law, number: 9, hours: [], repeals: [] })))
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Buffer.from(whole)
    changed.writeUInt8(whole.readUInt8(at) ^ 1, at)
    await expect(read(changed.toString('base64')), `byte ${at}`).rejects.toThrow(/\. Nothing was changed\.$/)
  }
  expect((await read(whole.toString('base64'))).rules).toHaveLength(1)
}, 60_000)

test('what does not fit is refused in words', async () => {
  const refused = (part: object) =>
    expect(read(text(signed({ ...law, hours: [], repeals: [], ...part }))).catch(String))
  const [one] = law.exemptions
  await refused({ exemptions: [{ ...one, basis: 'D' }] }).resolves.toMatch(/exemptions 0 basis/)
  await refused({ exemptions: [{ ...one, replaces: 'cpra-10-days' }] }).resolves.toMatch(/no such rule of its kind/)
  await refused({ exemptions: [{ ...one, validFrom: '2022-01-01' }] }).resolves.toMatch(/would count from 2022-01-01/)
  await refused({ repeals: [{ ...repeal, replaces: 'gov-1' }] }).resolves.toMatch(/no such rule/)
  await refused({ repeals: [{ ...repeal, replaces: null }] }).resolves.toMatch(/repeals 0 replaces/)
  await refused({ repeals: [{ ...repeal, replaces: 'gov-7927.700' }] }).resolves.toMatch(/another came before/)
  await refused({ hours: [{ ...hours, closes: '6 pm' }] }).resolves.toMatch(/hours 0 closes/)
})

test('it is told before, arrives unconfirmed, and moves nothing before the attorney confirms each by itself', async () => {
  const preview = await read(file)
  expect(
    preview.rules.map(({ entry, replaced, confirmedWith }) => [entry.group, entry.id, replaced?.id, confirmedWith]),
  ).toEqual([
    ['hours', 'alder-bay-hours', undefined, false],
    ['exemption', 'gov-7927.700-2027', 'gov-7927.700', false],
    ['repeal', 'ends-7927.410', 'gov-7927.410', false],
  ])
  expect(preview.rules[1]?.entry).toMatchObject({
    ...{ title: 'Personnel files as amended', text: personnel.text },
    exemption: { former: '6254(c)', trap: 'Narrower than before.', basis: 'B', asks: ['second-law'], posting: false },
  })
  expect(await entryOf('gov-7927.700-2027')).toBeUndefined()
  const sealed = await review.find('badge')
  await review.decide(sealed, withhold('gov-7927.700'))
  await expect(review.decide(sealed, withhold('gov-7927.700-2027', { law: 'Penal Code 832.7' }))).rejects.toThrow(
    /is no exemption of the catalogue/,
  )

  expect(await asDana(lawApply, { file, statement })).toMatchObject({ rules: 3, unconfirmed: 3, moved: [] })
  const { applied } = await review.vault.call(lawSigners, {})
  expect(applied).toMatchObject([{ number: 3, rules: 3 }])
  expect(await entryOf('gov-7927.700-2027')).toMatchObject({ enabled: true, confirmed: false, confirmedBy: null })
  expect(await entryOf('alder-bay-hours')).toMatchObject({ enabled: false, confirmedBy: null })
  expect(await entryOf('gov-7927.700')).toMatchObject({ validTo: null })
  expect(await entryOf('gov-7927.410')).toMatchObject({ validTo: null })

  // Both grounds can be named; nothing goes out on an unconfirmed one alone.
  await expect(review.decide(sealed, withhold('gov-7927.700-2027'))).rejects.toThrow(/works through another law/)
  await review.decide(sealed, withhold('gov-7927.700-2027', { law: 'Penal Code 832.7' }))
  await review.sign()
  expect((await review.build()).problem?.sentence).toMatch(/Gov\. Code 7927\.700 alone, which nobody has confirmed/)
  await review.decide(sealed, withhold('gov-7927.700'))
})

test('a confirmed version ends the one before: nothing new leaves on that, and what was sealed keeps its words', async () => {
  await asDana(lawConfirm, { rule: 'gov-7927.700', statement })
  await review.sign()
  expect((await review.build()).state).toBe('succeeded')
  const log = async () => (await leaving(review.folder)).get('withholding-log.csv') ?? ''
  const before = await log()
  expect(before).toContain('unwarranted invasion of personal privacy')

  await asDana(lawConfirm, { rule: 'gov-7927.700-2027', statement })
  expect(await entryOf('gov-7927.700')).toMatchObject({
    validTo: '2026-10-31',
    text: expect.stringContaining('unwarr'),
  })
  const sealed = await review.find('badge')
  expect((await review.build({ whole: true })).problem?.sentence).toMatch(
    /kept back on Gov\. Code 7927\.700 \(Personnel, medical and similar files\), which does not count on the day of this packet/,
  )
  await expect(review.decide(sealed, withhold('gov-7927.700'))).rejects.toThrow(/counted until .*October 31, 2026/)
  // The decision on it still says what it rests on.
  const { grounds } = await review.vault.call(reviewList, { request: id })
  expect(grounds).toContainEqual(
    expect.objectContaining({
      citation: 'Gov. Code 7927.700',
      ground: expect.objectContaining({ exemption: 'gov-7927.700' }),
    }),
  )
  await review.decide(sealed, withhold('gov-7927.700-2027', { law: 'Penal Code 832.7' }))
  await review.sign()
  expect((await review.build({ whole: true })).problem).toBeNull()
  expect(await log()).toContain('Personnel files, as the bill of 2026 words it.')
  expect(await log()).not.toContain('unwarranted invasion')
})

test('office hours and a repeal count once they are confirmed, and no more once that is taken back', async () => {
  const late = { id: RequestId.parse('26-0050'), receivedOn: LocalDate.parse('2026-11-16'), receivedAt: '18:30' }
  const scope = { accounts: [], from: null, to: null, search: 'kind:post', immediateDisclosure: false }
  await review.vault.call(requestOpen, { ...late, channel: 'portal', requester: '', text: 'Posts', ...scope })
  const practice = async () => (await review.vault.call(requestClock, { id: late.id })).dates[0]?.practice?.receivedOn
  expect(await practice()).toBeUndefined()
  await asDana(lawConfirm, { rule: 'ends-7927.410', statement })
  expect(await entryOf('gov-7927.410')).toMatchObject({ validTo: '2026-10-31' })
  await expect(review.decide(await review.find('pothole'), withhold('gov-7927.410'))).rejects.toThrow(/counted until/)
  await asDana(lawWithdraw, { rule: 'ends-7927.410', statement: 'Vetoed' })
  expect(await entryOf('gov-7927.410')).toMatchObject({ validTo: null })
  await asDana(lawConfirm, { rule: 'alder-bay-hours', statement })
  expect(await entryOf('alder-bay-hours')).toMatchObject({
    ...{ enabled: true, title: 'Office hours, 09:00 to 18:00', confirmedBy: { name: 'Dana Okafor' } },
  })
  expect(await practice()).toBe('2026-11-17')
  await asDana(lawWithdraw, { rule: 'alder-bay-hours', statement: 'Not resolved yet' })
  expect(await practice()).toBeUndefined()
})
