// The signature by key under an answer to a review copy: of the person's confirmed key, over every part of the answer, or refused.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import reviewCopySignAnswerAnswer from '../../../electron/core/disclosure/queries/review-copy.sign-answer.ts'
import { proofByPem, verifiedProof } from '../../../electron/core/disclosure/review-copy/answer-proof.ts'
import keyConfirm from '../../../electron/core/vault/commands/key.confirm.ts'
import keyMake from '../../../electron/core/vault/commands/key.make.ts'
import { keyMake as keyMakeOperation } from '../../../shared/contract/key.ts'
import { reviewCopySignAnswer } from '../../../shared/contract/review-copy.ts'
import { Digest, RecordId, RequestId } from '../../../shared/domain/id.ts'
import type { AnswerProof, CopyReply } from '../../../shared/domain/review/review-copy.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault } from '../retention/support.ts'

const passphrase = 'correct horse battery'
const person = { id: attorney, name: 'Dana Whitfield' }
const at = Instant.parse(1_800_000_000_000)
const bound = { copy: Digest.parse('a'.repeat(64)), request: RequestId.parse('27-1') }
const answer = { comments: [{ record: RecordId.parse(7), words: 'Why?' }], words: 'In order.', signed: true }

let vault: RetentionVault
let key: number
let proof: AnswerProof
beforeAll(async () => {
  vault = openRetentionVault('2027-01-05T18:00:00Z')
  vault.actAs(attorney)
  key = keyMakeOperation.output.parse(vault.command(keyMake, { passphrase })).id
  const asked = { ...answer, ...bound, at, key, passphrase }
  proof = reviewCopySignAnswer.output.parse(await vault.ask(reviewCopySignAnswerAnswer, asked))
})
afterAll(() => vault.close())

const reply = (said: Partial<CopyReply> = {}): CopyReply => ({
  ...{ format: 'muniment-review-reply', formatVersion: 1, madeAt: proof.at, proof, ...bound, ...answer },
  ...said,
})
const verify = (said: Partial<CopyReply> = {}, by = person) => verifiedProof(vault.db, reply(said), by)

test('it counts once a second person has compared the key, and is bound to every part of the answer', () => {
  expect(() => verify()).toThrow(/Key 1 of Dana Whitfield is not confirmed/)
  vault.actAs(clerk)
  vault.command(keyConfirm, { key })
  expect(verify()).toMatchObject({ key, statement: expect.stringContaining('I sign the review as it stands') })
  const others: readonly Partial<CopyReply>[] = [
    ...[{ words: 'All wrong.' }, { signed: false }, { comments: [] }, { madeAt: Instant.parse(at + 1) }],
    ...[{ copy: Digest.parse('b'.repeat(64)) }, { request: RequestId.parse('27-2') }],
    { comments: [{ record: RecordId.parse(8), words: 'Why?' }] },
    { proof: { ...proof, signature: Buffer.alloc(64).toString('base64') } },
  ]
  for (const other of others) expect(() => verify(other), JSON.stringify(other)).toThrow(/the answer was changed/)
  expect(() => verify({}, { id: clerk, name: 'Rosa Imai' })).toThrow(/none of the keys of Rosa Imai/)
  expect(verify({ proof: null })).toBeNull()
})

test('a key that is kept elsewhere signs by its PEM, and one that is not registered is refused by its fingerprint', () => {
  const stranger = generateKeyPairSync('ed25519').privateKey
  const pem = stranger.export({ format: 'pem', type: 'pkcs8' }).toString()
  const foreign = proofByPem(answer, { ...bound, at }, pem, null)
  expect(foreign).not.toBeNull()
  expect(() => verify({ proof: foreign })).toThrow(
    /the key \(fingerprint [0-9a-f]{64}\) is not registered as Dana Whitfield’s/,
  )
  const sealed = stranger
    .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'some words' })
    .toString()
  expect(proofByPem(answer, { ...bound, at }, sealed, 'some words')).toEqual(foreign)
  expect(proofByPem(answer, { ...bound, at }, sealed, 'other words')).toBeNull()
  expect(proofByPem(answer, { ...bound, at }, 'no key', null)).toBeNull()
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  expect(proofByPem(answer, { ...bound, at }, rsa.export({ format: 'pem', type: 'pkcs8' }).toString(), null)).toBeNull()
})
