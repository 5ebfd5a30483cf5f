// What the City can rely on after a packet is sealed: later packets add to it, its numbers stay its own, and it is published and recalled in order.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placesIn } from '../../../electron/core/disclosure/checks/places.ts'
import { knownRequest } from '../../../electron/core/disclosure/known-request.ts'
import { sealedProduction } from '../../../electron/core/disclosure/sealed.ts'
import { openReader } from '../../../electron/core/vault/catalog/open.ts'
import { requestRemovals } from '../../../shared/contract/desk.ts'
import { letterDraft, letterList, letterShow, letterSign, letterTranslate } from '../../../shared/contract/letter.ts'
import { packetKeptBack } from '../../../shared/contract/packet.ts'
import {
  packetCertificate,
  packetCheck,
  packetChecks,
  packetDemand,
  packetDemandMet,
  packetPaper,
  packetPortal,
  packetPublish,
  packetRecall,
  packetRecallStep,
  packetSet,
  packetTakeDown,
} from '../../../shared/contract/packet-set.ts'
import { packetVerify, requestCalendar, requestShow } from '../../../shared/contract/request.ts'
import { requestFile } from '../../../shared/contract/request-life.ts'
import { PersonId, ProductionId } from '../../../shared/domain/id.ts'
import { emptyLetter } from '../../../shared/domain/request/letter.ts'
import { ACCESS_CHECKS, POSTING_CHECKS } from '../../../shared/domain/review/packet-set.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { unzipped } from '../../golden/packet-files.ts'
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
import { expectSound } from '../../support/sound-pdf.ts'

afterAll(closeReviews)

const day = LocalDate.parse('2026-11-23')
const [one, two, three] = [1, 2, 3].map((number) => ProductionId.parse(number))
if (one === undefined || two === undefined || three === undefined) throw new Error('no numbers')

describe('packets of one request', () => {
  let review: Asked
  const texts = [
    'María López of 12 Fir Street called about the fence',
    'The officer on leave is Quokkason, for a medical reason',
    'The pothole on Oak Street is filled',
  ]
  const text = (path: string) => execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
  const target = (name: string) => review.vault.archive.grant(join(review.folder, name), 'write').grant
  const verify = () => {
    const packet = review.vault.archive.grant(join(review.folder, 'packet.zip'), 'read').grant
    return review.vault.call(packetVerify, { packet })
  }

  beforeAll(async () => {
    review = await asked((folder) => posts(folder, 'x.zip', texts))
    const { find, decide, sign, build } = review
    await redact(review, await find('fence'), 'María López')
    const grounds = [{ ...privacy, describes: 'Medical leave' }]
    await decide(await find('officer'), { outcome: 'withhold', grounds, redactions: [], reason: '' })
    await decide(await find('pothole'), released)
    await sign()
    expect((await build()).problem).toBeNull()
  })

  it('add to one another: what is told as before is not repeated, what was withheld says which it replaces', async () => {
    const { vault, find, decide, sign, build, folder, take } = review
    expect((await build()).problem?.sentence).toMatch(/^Nothing of what answers request 26-0042 is new/)
    await take(await posts(folder, 'later.zip', [...texts, 'A new sign stands on Elm Street']))
    await decide(await find('Elm'), released)
    await decide(await find('officer'), released)
    await sign()
    expect((await build()).problem).toBeNull()
    const files = await leaving(folder)
    const rows = (files.get('records.csv') ?? '').split('\r\n').slice(1, -1)
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
      ['AB-2026-000004', expect.stringMatching(/^AB-P0002-/), expect.stringMatching(/^AB-P0002-/), 'AB-2026-000002'],
      ['AB-2026-000005', expect.stringMatching(/^AB-P0002-/), expect.stringMatching(/^AB-P0002-/), ''],
    ])
    const pdf = (files.get('records.pdf as text') ?? '').replace(/\s+/g, ' ')
    expect(pdf).toContain('This packet adds to an earlier packet (production 1).')
    expect(pdf).toContain('2 records that are there already, and would be told in the same way, are not repeated.')
    expect(pdf).toContain('Replaces AB-2026-000002 of production 1, which was withheld in full.')
    expect(JSON.parse(files.get('manifest.json') ?? '{}').review).toMatchObject({
      released: 2,
      redacted: 0,
      withheld: 0,
    })
    expect(await vault.call(packetSet, { production: two })).toMatchObject({
      firstPage: 'AB-P0002-000001',
      recall: null,
    })
    expect((await verify()).recalled).toBeNull()
  })

  it('are named by the letter that hands them out, which is no determination', async () => {
    const { vault } = review
    const draft = { ...emptyLetter('instalment', 'R. Ortiz'), production: two }
    const { id: letter } = await vault.call(letterDraft, { request: id, id: null, draft })
    const { lacks, text: said } = await vault.call(letterShow, { id: letter, signer: PersonId.parse('clerk') })
    expect(lacks).toEqual([])
    expect(said).toContain(
      'Production 2: 2 records, AB-2026-000004 to AB-2026-000005, pages AB-P0002-000001 to AB-P0002-',
    )
    expect(said).toMatch(/SHA-256 of the file: [0-9a-f]{64}/)
    expect(said).not.toContain('has determined')
    await vault.call(letterSign, { id: letter })
    const other = { ...emptyLetter('recall', 'R. Ortiz'), production: two, facts: 'The whole.' }
    const { id: recall } = await vault.call(letterDraft, { request: id, id: null, draft: other })
    expect((await vault.call(letterShow, { id: recall, signer: PersonId.parse('clerk') })).lacks).toEqual([
      'Production 2 is not recalled yet: recall it first.',
    ])
  })

  it('go on paper, and to a portal as PDFs with the letter as plain text', async () => {
    const { vault, folder } = review
    const letters = await vault.call(letterList, { request: id })
    const letter = letters.findLast(({ draft, state }) => draft.production === two && state === 'signed')
    if (letter === undefined) throw new Error('no signed letter')
    const translation = { language: 'es' as const, text: 'Con esta carta la Ciudad entrega dos registros.' }
    const reviewed = { reviewedBy: 'Ana Díaz', reviewerTitle: 'Interpreter', reviewedOn: day }
    await vault.call(letterTranslate, { id: letter.id, translation: { ...translation, ...reviewed } })
    const job = await vault.run(packetPaper, { production: two, to: target('paper.pdf') })
    const paper = text(join(folder, 'paper.pdf'))
    expect(paper.split('\f').length - 1).toBe(job.pages)
    for (const words of ['1. The City’s letter', 'Production 2: 2 records', '2. The records', 'AB-P0002-000001 · page'])
      expect(paper).toContain(words)
    const order = expectSound(join(folder, 'paper.pdf'))
    expect(order.indexOf('The City’s letter')).toBeLessThan(order.indexOf('AB-2026-000004'))
    const ask = { production: two, limit: 2_000_000, to: target('portal.zip') }
    const { parts } = await vault.run(packetPortal, { ...ask, published: false })
    expect(parts).toMatchObject([{ name: 'records.pdf', firstPage: 'AB-P0002-000001', over: false }])
    const files = await unzipped(readFileSync(join(folder, 'portal.zip')))
    expect([...files.keys()]).toEqual(['records.pdf', 'letter.txt'])
    writeFileSync(join(folder, 'part.pdf'), files.get('records.pdf') ?? '')
    expectSound(join(folder, 'part.pdf'))
    const told = files.get('letter.txt')?.toString('utf8')
    expect(told).toContain('With this letter the City provides:')
    for (const said of [told, paper.replace(/\s+/g, ' ')]) {
      expect(said).toContain(translation.text)
      expect(said).toContain('Spanish translation of this letter, reviewed by Ana Díaz')
    }
  })

  it('are published only once every question is answered, and never with who asked', async () => {
    const { vault, folder } = review
    const publish = () => vault.call(packetPublish, { production: one, place: 'https://records.example', on: day })
    const ask = { production: one, limit: 2_000_000, published: true }
    await expect(publish()).rejects.toThrow('Not every question before publication is answered')
    expect((await vault.start(packetPortal, { ...ask, to: target('public.zip') })).problem?.code).toBe(
      'REQUEST_REFUSED',
    )
    const questions = await vault.call(packetChecks, { request: id, production: one })
    expect(questions.map(({ name }) => name)).toEqual([...POSTING_CHECKS])
    const places = new Map(questions.map(({ name, places: found }) => [name, found]))
    expect(places.get('officials')).toEqual(['AB-2026-000001: a street address'])
    expect(places.get('requester')).toEqual([])
    const answer = { request: id, production: one, words: '' }
    for (const name of POSTING_CHECKS) await vault.call(packetCheck, { ...answer, name, yes: true })
    await expect(vault.call(packetCheck, { ...answer, name: 'booking', yes: false })).rejects.toThrow('Say what is not')
    await vault.call(packetCheck, { ...answer, name: 'booking', yes: false, words: 'Photo on page 3' })
    await expect(publish()).rejects.toThrow('Not every question')
    await vault.call(packetCheck, { ...answer, name: 'booking', yes: true })
    expect((await publish()).posting).toBe(1)
    await vault.run(packetPortal, { ...ask, to: target('public.zip') })
    const files = await unzipped(readFileSync(join(folder, 'public.zip')))
    expect([...files.keys()]).toEqual(['records.pdf', 'withholding-log.pdf'])
    expect([...files.values()].filter((bytes) => bytes.includes('Ortiz'))).toEqual([])
  })

  it('are looked through once for each name of who asked, and not for each answer', () => {
    const db = openReader(join(review.vault.folder, 'catalog.sqlite'))
    const by = (requester: string) => ({ ...knownRequest(db, id), requester })
    const look = (who: string) => placesIn(db, sealedProduction(db, one), by(who), new AbortController().signal)
    const found = look('R. Ortiz')
    expect(look('R. Ortiz')).toBe(found)
    expect(look('Someone of Street').get('requester')?.places).not.toEqual([])
    db.close()
  })

  it('say what they keep back, record by record', async () => {
    const kept = await review.vault.call(packetKeptBack, { production: one })
    expect(kept).toMatchObject({
      ...{ commitments: true, total: 2, openings: [] },
      items: [
        { withheld: false, keptBack: ['Name of a resident who complained (Gov. Code 7928.300)'] },
        { withheld: true, keptBack: ['Medical leave (Gov. Code 7928.300)'] },
      ],
    })
    const number = kept.items[1]?.number ?? ''
    expect((await review.vault.call(packetKeptBack, { production: one, part: number })).items).toEqual([kept.items[1]])
  })

  it('give 48 hours to remove what somebody demands to be removed, through the weekend', async () => {
    const { vault } = review
    const demand = { posting: 1, on: day, time: '08:05', party: 'D. Vale', what: 'Home address on page 2' }
    await expect(vault.call(packetDemand, { ...demand, time: '23:59' })).rejects.toThrow('has not come yet')
    const made = await vault.call(packetDemand, demand)
    expect(new Date(made.dueAt).toISOString()).toBe('2026-11-25T16:05:00.000Z')
    const removals = await vault.call(requestRemovals, {})
    expect(removals).toMatchObject([{ demand: made.demand, request: id, production: one, confirmed: false }])
    expect(removals[0]?.sentence).toContain('Nov 25, 2026, 8:05:00 AM PST: 48 hours')
    expect(removals[0]?.steps.join()).toContain('weekends, holidays and closures count')
    await vault.run(requestCalendar, { id, to: target('dates.ics') })
    const dates = readFileSync(join(review.folder, 'dates.ics'), 'utf8').replaceAll('\r\n ', '')
    expect(dates).toContain('DTSTART:20261125T160500Z')
    expect(dates).toContain('48 hours are counted one by one')
    expect([dates.includes('Vale'), dates.includes('Home address')]).toEqual([false, false])
    const met = { demand: made.demand, on: day, words: 'Page replaced' }
    await expect(vault.call(packetDemandMet, { ...met, time: '08:00' })).rejects.toThrow('no open demand')
    await vault.call(packetDemandMet, { ...met, time: '08:30' })
    expect(await vault.call(requestRemovals, {})).toEqual([])
    const { postings } = await vault.call(packetSet, { production: one })
    expect(postings).toMatchObject([
      { place: 'https://records.example', demands: [{ done: { words: 'Page replaced' } }] },
    ])
  })

  it('come with the custodian’s declaration where it is asked for: facts filled in, knowledge left to tick, wording unconfirmed', async () => {
    const { vault, folder } = review
    const ask = { production: one, declarant: PersonId.parse('clerk'), forms: ['1530' as const, '902-14' as const] }
    const made = await vault.run(packetCertificate, { ...ask, to: target('certificate.pdf') })
    expect(made.confirmed).toBe(false)
    expectSound(join(folder, 'certificate.pdf'))
    const said = text(join(folder, 'certificate.pdf')).replace(/\s+/g, ' ')
    expect(said).toContain('has not confirmed this wording')
    expect(said).toContain('AB-P0001-000001 to AB-P0001-')
    expect(said).toContain('1 record redacted and 1 withheld')
    const { productions } = await vault.call(requestShow, { id })
    expect(said.replaceAll(' ', '')).toContain(productions[0]?.packetDigest ?? 'none')
    expect(said.match(/□/g)).toHaveLength(6)
    expect(said).not.toMatch(/[☑■]|U\+/)
    expect(said).toContain('under penalty of perjury under the laws of the State of California')
  })

  it('can be recalled: nothing more is made of it, the next takes its place whole, and claims PDF/UA only where a person looked', async () => {
    const { vault, find, decide, build, folder } = review
    const answers = async () =>
      (await vault.call(packetChecks, { request: id, production: null })).map(({ answer }) => answer?.yes)
    for (const name of ACCESS_CHECKS)
      await vault.call(packetCheck, { request: id, production: null, name, yes: true, words: '' })
    expect(await answers()).toEqual(ACCESS_CHECKS.map(() => true))
    expect(await vault.call(packetRecall, { production: two, reason: 'A privileged message' })).toEqual({ postings: 0 })
    await expect(vault.call(packetRecall, { production: two, reason: 'Again' })).rejects.toThrow('was recalled before')
    expect(await vault.call(packetRecall, { production: one, reason: 'The same' })).toEqual({ postings: 1 })
    await vault.call(packetTakeDown, { posting: 1, on: day })
    expect((await vault.call(requestShow, { id })).state).toBe('open')
    const step = { production: two, kind: 'told' as const, on: day, words: 'By telephone' }
    await vault.call(packetRecallStep, step)
    expect(await verify()).toMatchObject({ status: 'whole', issuedHere: true, recalled: { replacedBy: null } })
    expect((await vault.start(packetPaper, { production: two, to: target('no.pdf') })).problem?.sentence).toContain(
      'was recalled',
    )
    expect((await build()).problem).toBeNull()
    const rows = (await leaving(folder)).get('records.csv')?.split('\r\n').slice(1, -1) ?? []
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      'AB-2026-000006',
      'AB-2026-000007',
      'AB-2026-000008',
      'AB-2026-000009',
    ])
    expect((await vault.call(packetSet, { production: two })).recall).toMatchObject({
      replacedBy: three,
      steps: [{ kind: 'told', words: 'By telephone' }],
    })
    expect((await vault.call(requestFile, { id })).events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'packet-published',
        'removal-demanded',
        'removal-done',
        'packet-taken-down',
        'packet-recalled',
        'recall-step',
      ]),
    )
    const claimed = execFileSync('pdfinfo', ['-meta', join(folder, 'read', 'records.pdf')], { encoding: 'utf8' })
    expect(claimed).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expectSound(join(folder, 'read', 'records.pdf'), true)
    await decide(await find('pothole'), { ...released, reason: 'Looked at again' })
    expect(await answers()).toEqual(ACCESS_CHECKS.map(() => undefined))
    const draft = { ...emptyLetter('recall', 'R. Ortiz'), production: two, facts: 'It concerns one message.' }
    const { id: letter } = await vault.call(letterDraft, { request: id, id: null, draft })
    const { lacks, text: said } = await vault.call(letterShow, { id: letter, signer: PersonId.parse('clerk') })
    expect(lacks).toEqual([])
    expect(said).toContain('Ardon v. City of Los Angeles')
    expect(said).toContain('Production 3 (')
  })
})
