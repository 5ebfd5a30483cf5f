// The attorney who never sits at the clerk's desk: one encrypted file, and a reply that only the vault of its copy can read.
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, expect, test } from 'vitest'
import { keyConfirm, keyMake } from '../../../shared/contract/key.ts'
import { personAdd } from '../../../shared/contract/people.ts'
import { requestOpen } from '../../../shared/contract/request.ts'
import { reviewShow, reviewVerify } from '../../../shared/contract/review.ts'
import {
  reviewCopyAnswer,
  reviewCopyList,
  reviewCopyMake,
  reviewCopyOpen,
  reviewCopySignAnswer,
  reviewCopyTake,
} from '../../../shared/contract/review-copy.ts'
import { CommandId, PersonId, RequestId } from '../../../shared/domain/id.ts'
import type { AnswerProof, CopyAnswer } from '../../../shared/domain/review/review-copy.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { unzipped } from '../../golden/packet-files.ts'
import { asked, closeReviews, id, posts, privacy, redact, released } from '../../support/reviewed.ts'

afterEach(closeReviews)

const lee = PersonId.parse('lee')
const other = RequestId.parse('26-0043')

/** A review with one name redacted and one record withheld, an attorney with a key, and copies of it. */
async function reviewed() {
  const review = await asked(posts)
  const { vault, folder, find, decide } = review
  await vault.call(personAdd, { id: lee, name: 'Lee Osei', title: 'Deputy City Attorney', role: 'city-attorney' })
  const first = await find('fence')
  await redact(review, first, 'María López')
  await redact(review, await find('met'), 'MARI\u0301A  LO\u0301PEZ')
  const grounds = [{ ...privacy, exemption: 'gov-7927.700', describes: 'Medical leave' }]
  await decide(await find('badge'), { outcome: 'withhold', grounds, redactions: [], reason: '' })
  await decide(await find('pothole'), released)
  const key = await generateX25519Identity()
  const recipient = await identityToRecipient(key)
  const place = (name: string) => join(folder, name)
  const make = (name: string, request = id, to: string | null = recipient) =>
    vault.run(reviewCopyMake, {
      ...{ request, person: lee, recipient: to },
      to: vault.archive.grant(place(name), 'write').grant,
    })
  const open = (name: string, by: string = key) =>
    vault.call(reviewCopyOpen, { file: vault.archive.grant(place(name), 'read').grant, key: by })
  const reply = async (copy: string, answer: CopyAnswer, name: string) => {
    const { digest, content } = await open(copy)
    const { request, replyTo } = content
    const to = vault.archive.grant(place(name), 'write').grant
    await vault.run(reviewCopyAnswer, { ...answer, copy: digest, request, replyTo, to })
  }
  const take = (name: string, request = id) =>
    vault.start(reviewCopyTake, { request, file: vault.archive.grant(place(name), 'read').grant })
  return { ...review, first, key, place, make, open, reply, take }
}

test('the attorney reads what is redacted and withheld, comments, signs, and the packet leaves under that name', async () => {
  const { vault, first, list, build, place, make, open, reply, take, key } = await reviewed()
  const made = await make('copy.age')
  expect(made).toMatchObject({ records: 4, filesLeftOut: 0 })
  const sealed = readFileSync(place('copy.age'))
  for (const words of ['López', 'Quokkason']) expect(sealed.includes(words)).toBe(false)
  await expect(open('copy.age', await generateX25519Identity())).rejects.toThrow('does not open the file')
  const { digest, content } = await open('copy.age')
  expect(digest).toBe(made.digest)
  expect(content).toMatchObject({ request: id, madeFor: { name: 'Lee Osei' }, madeBy: { name: 'Pat Moreno' } })
  expect(content.grounds.map(({ citation, confirmed }) => [citation, confirmed])).toEqual([
    ['Gov. Code 7928.300', true],
    ['Gov. Code 7927.700', false],
  ])
  const shown = content.records.find(({ record }) => record === first)
  expect(shown).toMatchObject({ outcome: 'redact', keeps: [{ key: 1, describes: privacy.describes }] })
  expect(shown?.texts[0]?.[0]).toEqual({ text: 'María López', keys: [1] })
  // In another form and in an address, too.
  const again = content.records.flatMap(({ texts }) => texts.flat()).filter(({ keys }) => keys.length > 0)
  expect(again.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['MARI\u0301A  LO\u0301PEZ', 'mar%C3%ADa%20l%C3%B3pez']),
  )
  const withheld = content.records.find(({ outcome }) => outcome === 'withhold')
  expect(withheld?.texts[0]?.map(({ text }) => text).join('')).toContain('Quokkason')
  // Any other program of the format opens it, too.
  const decrypter = new Decrypter()
  decrypter.addIdentity(key)
  const parts = await unzipped(Buffer.from(await decrypter.decrypt(sealed)))
  expect([...parts.keys()]).toEqual(['review.json', 'Review copy.pdf'])

  const comments = [{ record: first, words: 'She spoke in public: why keep her name?' }]
  await reply('copy.age', { comments, words: 'Otherwise in order.', signed: true }, 'reply.json')
  expect(readFileSync(place('reply.json'), 'utf8')).not.toContain('public')
  expect(await take('reply.json')).toMatchObject({ result: { comments: 1, signed: true, current: true } })
  expect((await list()).signature).toMatchObject({ by: 'lee', current: true })
  expect((await vault.call(reviewShow, { request: id, record: first })).comments).toMatchObject([
    { by: 'lee', words: 'She spoke in public: why keep her name?' },
  ])
  expect(await vault.call(reviewCopyList, { request: id })).toMatchObject([
    { person: 'lee', current: true, passphrase: null, replies: [{ signed: true, words: 'Otherwise in order.' }] },
  ])
  expect((await take('reply.json')).problem?.sentence).toContain('taken in before')
  // The withholding rests on a ground that nobody has confirmed: the signature alone does not let it leave.
  expect((await build()).problem?.sentence).toContain('7927.700 alone, which nobody has confirmed')
})

test('a reply that the attorney’s registered key signed is verified and recorded as such; one under other words is refused', async () => {
  const review = await reviewed()
  const { vault, first, list, place, make, open, take } = review
  const asLee = (operation: { readonly name: string }, input: unknown) =>
    vault.archive.call(operation.name, input, {
      ...{ command: CommandId.parse(randomUUID()), actor: lee, signal: new AbortController().signal },
    })
  const passphrase = 'correct horse battery'
  const made = keyMake.output.parse(await asLee(keyMake, { passphrase }))
  await make('copy.age')
  const { digest: copy, content } = await open('copy.age')
  const answer = {
    ...{ copy, request: content.request, words: 'In order.', signed: true },
    comments: [{ record: first, words: 'Why keep her name?' }],
  }
  const at = Instant.parse(Date.now())
  const proof = await vault.call(reviewCopySignAnswer, { ...answer, at, key: made.id, passphrase })
  expect(proof).toMatchObject({ at, publicKey: made.publicKey })
  const write = (name: string, said: Partial<typeof answer>, by: AnswerProof | null) => {
    const to = vault.archive.grant(place(name), 'write').grant
    return vault.run(reviewCopyAnswer, { ...answer, ...said, replyTo: content.replyTo, proof: by, to })
  }
  await vault.call(keyConfirm, { key: made.id })
  await write('changed.json', { words: 'All wrong.' }, proof)
  expect((await take('changed.json')).problem?.sentence).toMatch(/the answer was changed after it was signed/)
  expect((await list()).signature).toBeNull()

  await write('good.json', {}, proof)
  expect(await take('good.json')).toMatchObject({ result: { signed: true, key: made.id, current: true } })
  expect((await list()).signature).toMatchObject({ by: 'lee', current: true, key: made.id })
  expect(await vault.call(reviewVerify, { request: id })).toMatchObject({
    key: { id: made.id },
    holds: true,
    current: true,
  })
  await write('plain.json', {}, null)
  expect(await take('plain.json')).toMatchObject({ result: { signed: true, key: null } })
  expect((await list()).signature).toMatchObject({ by: 'lee', key: null })
  const [told] = await vault.call(reviewCopyList, { request: id })
  expect(told?.replies.map(({ key }) => key)).toEqual([{ id: made.id, fingerprint: made.fingerprint }, null])
})

test('a reply to another copy, of another request, or changed on its way is refused in words', async () => {
  const { vault, find, decide, list, place, make, reply, take } = await reviewed()
  await vault.call(requestOpen, {
    ...{ id: other, receivedOn: LocalDate.parse('2026-11-16'), channel: 'portal', requester: '', text: 'All.' },
    ...{ immediateDisclosure: false, accounts: [vault.account], from: null, to: null, search: 'kind:post' },
  })
  await make('first.age')
  await make('other.age', other)
  const silent = { comments: [], words: 'Fine.', signed: true }
  await reply('first.age', silent, 'first.json')
  await reply('other.age', silent, 'other.json')
  const file = (name: string) => JSON.parse(readFileSync(place(name), 'utf8'))
  const refusal = async (name: string, value: unknown) => {
    writeFileSync(place(name), JSON.stringify(value))
    return (await take(name)).problem?.sentence
  }
  expect((await take('other.json')).problem?.sentence).toContain(`of request ${other}, not of ${id}`)
  const [first, second] = [file('first.json'), file('other.json')]
  expect(await refusal('unknown.json', { ...first, copy: '0'.repeat(64) })).toContain('has made no such copy')
  expect(await refusal('swapped.json', { ...first, sealed: second.sealed })).toContain(
    'not encrypted for this review copy',
  )
  const bytes = Buffer.from(first.sealed, 'base64')
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
  expect(await refusal('changed.json', { ...first, sealed: bytes.toString('base64') })).toContain('changed on its way')
  expect(await refusal('none.json', { format: 'something' })).toContain('no reply to a review copy')
  expect((await list()).signature).toBeNull()

  await decide(await find('pothole'), { ...released, outcome: 'not-responsive', reason: 'Another street' })
  expect(await take('first.json')).toMatchObject({ result: { signed: true, current: false } })
  expect((await list()).signature).toMatchObject({ by: 'lee', current: false })
})

test('a passphrase that can be told by telephone opens a copy, and no other one does', async () => {
  const { vault, make, open } = await reviewed()
  await make('told.age', id, null)
  const [told] = await vault.call(reviewCopyList, { request: id })
  expect(told?.passphrase).toMatch(/^(?:[2-9A-HJKMNP-Z]{4}-){5}[2-9A-HJKMNP-Z]{4}$/)
  expect((await open('told.age', ` ${told?.passphrase} `)).content.request).toBe(id)
  await expect(open('told.age', 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF')).rejects.toThrow('does not open the file')
})
