// A letter that its signer signs with a registered key: over every word of it, told on its PDF, and checked again at any time.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import letterDraft from '../../../electron/core/disclosure/commands/letter.draft.ts'
import letterSign from '../../../electron/core/disclosure/commands/letter.sign.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import letterPrint from '../../../electron/core/disclosure/jobs/letter.print.ts'
import letterSignByKey from '../../../electron/core/disclosure/queries/letter.sign-by-key.ts'
import letterStatementAnswer from '../../../electron/core/disclosure/queries/letter.statement.ts'
import letterVerifyAnswer from '../../../electron/core/disclosure/queries/letter.verify.ts'
import keyConfirm from '../../../electron/core/vault/commands/key.confirm.ts'
import keyEnd from '../../../electron/core/vault/commands/key.end.ts'
import keyMake from '../../../electron/core/vault/commands/key.make.ts'
import keyRegister from '../../../electron/core/vault/commands/key.register.ts'
import keyStatementAnswer from '../../../electron/core/vault/queries/key.statement.ts'
import { keyMake as keyMakeOperation, keyStatement } from '../../../shared/contract/key.ts'
import {
  letterSignByKey as byKey,
  letterDraft as draftOperation,
  letterStatement,
  letterVerify,
} from '../../../shared/contract/letter.ts'
import { emptyLetter } from '../../../shared/domain/request/letter.ts'
import { hexOf } from '../../support/rule-file.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault } from '../retention/support.ts'

const passphrase = 'correct horse battery'
const elsewhere = generateKeyPairSync('ed25519')
const at = Date.parse('2027-01-05T18:00:00Z')

let vault: RetentionVault
let key: number
beforeAll(() => {
  vault = openRetentionVault('2027-01-05T18:00:00Z')
  const scope = { accounts: [], from: null, to: null, search: '', immediateDisclosure: false }
  vault.command(requestOpen, {
    ...{ id: '27-1', receivedOn: '2027-01-04', channel: 'email', requester: '', text: 'posts', ...scope },
  })
  vault.actAs(attorney)
  key = keyMakeOperation.output.parse(vault.command(keyMake, { passphrase })).id
})
afterAll(() => vault.close())

const drafted = () =>
  draftOperation.output.parse(
    vault.command(letterDraft, { request: '27-1', id: null, draft: emptyLetter('acknowledgement', 'R. Ortiz') }),
  ).id
const signature = async (id: number) =>
  byKey.output.parse(await vault.ask(letterSignByKey, { id, signer: attorney, at, key, passphrase })).signature
const verified = async (id: number) => letterVerify.output.parse(await vault.ask(letterVerifyAnswer, { id }))
const statement = async (id: number) =>
  letterStatement.output.parse(await vault.ask(letterStatementAnswer, { id, signer: attorney, at }))

test('a key counts once a second person has compared it; a signature of another, or over another letter, is refused', async () => {
  const id = drafted()
  const made = await signature(id)
  expect(() => vault.command(letterSign, { id, signature: made })).toThrow(/Key 1 of Dana Whitfield is not confirmed/)
  vault.actAs(clerk)
  vault.command(keyConfirm, { key })
  expect(() => vault.command(letterSign, { id, signature: made })).toThrow(/none of the keys of Rosa Imai/)
  await expect(vault.ask(letterSignByKey, { id, signer: clerk, at, key, passphrase })).rejects.toThrow(
    /Key 1 is none of Rosa Imai that signs here/,
  )
  vault.actAs(attorney)
  const other = drafted()
  expect(() => vault.command(letterSign, { id: other, signature: made })).toThrow(/or of other words: the letter reads/)
  await expect(
    vault.ask(letterSignByKey, { id, signer: attorney, at, key, passphrase: 'another passphrase' }),
  ).rejects.toThrow(/does not open this key/)
  expect(vault.command(letterSign, { id, signature: made })).toMatchObject({ key })
})

test('the signature is over the digest of the words, and a word changed afterwards is found', async () => {
  const id = drafted()
  const { digest } = await statement(id)
  vault.command(letterSign, { id, signature: await signature(id) })
  expect(await verified(id)).toMatchObject({
    ...{ digest, unchanged: true, holds: true, signer: 'Dana Whitfield', key: { id: key } },
  })
  const words = vault.db.get<{ words: string }>('SELECT words FROM request_letter WHERE id = ?', id)?.words ?? ''
  vault.db.run('UPDATE request_letter SET words = ? WHERE id = ?', words.replace('Ortiz', 'Ortez'), id)
  expect(await verified(id)).toMatchObject({ unchanged: false, holds: false })
  vault.db.run('UPDATE request_letter SET words = ? WHERE id = ?', words, id)
  vault.db.run('UPDATE letter_key_signature SET signature = zeroblob(64) WHERE letter_id = ?', id)
  expect(await verified(id)).toMatchObject({ unchanged: true, holds: false })
})

test('a key kept elsewhere signs what the vault says; what a key signed stays signed when the key ends', async () => {
  const registered = vault.command(keyRegister, { person: attorney, publicKey: hexOf(elsewhere.publicKey) })
  const own = keyMakeOperation.output.parse(registered).id
  const asked = keyStatement.output.parse(await vault.ask(keyStatementAnswer, { key: own })).statement
  const signed = (text: string) => sign(null, Buffer.from(text), elsewhere.privateKey).toString('base64')
  vault.command(keyConfirm, { key: own, signature: signed(asked) })
  vault.actAs(clerk)
  vault.command(keyConfirm, { key: own })
  vault.actAs(attorney)
  const id = drafted()
  const words = (await statement(id)).statement
  expect(words).toMatch(/^I sign a letter on a public records request\.\nCity: "City of Alder Bay"\nRequest: "27-1"\n/)
  expect(vault.command(letterSign, { id, signature: signed(words) })).toMatchObject({ key: own })
  vault.command(keyEnd, { key: own, reason: 'Lost' })
  expect(await verified(id)).toMatchObject({ unchanged: true, holds: true, key: { id: own } })
  const late = drafted()
  expect(() => vault.command(letterSign, { id: late, signature: signed(words) })).toThrow(/none of the keys of/)
})

test('the PDF says in plain words that a key signed, and of one signed by name it says nothing of it', async () => {
  const read = async (id: number) => {
    const { grant, path } = vault.grantWrite(`letter-${id}.pdf`)
    await vault.run(letterPrint, { id, to: grant })
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  }
  const id = drafted()
  vault.command(letterSign, { id, signature: await signature(id) })
  const { digest, key: under } = await verified(id)
  const text = await read(id)
  expect(text).toContain('Signed with a key: Dana Whitfield signed the words of this letter')
  expect(text.replace(/\s/g, '')).toContain(digest)
  expect(text.replace(/\s/g, '')).toContain(under?.fingerprint)
  expect(text).toContain(`muniment letter verify ${id}.`)
  const plain = drafted()
  vault.command(letterSign, { id: plain })
  expect(await verified(plain)).toMatchObject({ unchanged: true, holds: null, key: null })
  expect(await read(plain)).not.toContain('Signed with a key')
  await expect(verified(drafted())).rejects.toThrow(/is not signed: there is nothing to check/)
})
