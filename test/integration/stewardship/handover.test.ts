// One person's work goes to another: what is open is written down, both sign, and what is assigned goes over.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  handoverGive,
  handoverList,
  handoverOpen,
  handoverPrint,
  handoverTake,
} from '../../../shared/contract/handover.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { accountAdd, accountList, personAdd, personChange, personList } from '../../../shared/contract/people.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { CommandId, PersonId } from '../../../shared/domain/id.ts'
import type { TestArchive } from '../../support/archive.ts'
import { muniment } from '../../support/command-line.ts'
import { workplace } from '../../support/vaults.ts'

const place = workplace('handover')
const clerk = PersonId.parse('clerk')
const sam = PersonId.parse('sam-ortiz')
const reason = 'Pat retires'

/** A vault whose clerk, a custodian, is the liaison of one account, with a successor beside. */
async function office(): Promise<TestArchive> {
  const vault = await place.vault()
  const { call } = vault
  await call(personAdd, { id: sam, name: 'Sam Ortiz', title: 'Records Clerk', role: 'records-clerk' })
  const pat = { id: clerk, name: 'Pat Moreno', title: 'Records Clerk', role: 'custodian' } as const
  await call(personChange, { ...pat, reason: 'Appointed' })
  const account = { platform: PlatformName.parse('facebook'), handle: 'AlderBay', name: '', nativeId: null }
  await call(accountAdd, { ...account, department: 'Clerk', liaison: 'Pat Moreno' })
  return vault
}

function as(vault: TestArchive, person: PersonId | null, operation: { readonly name: string }, input: unknown) {
  const command = CommandId.parse(Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('hex'))
  return vault.archive.call(operation.name, input, { command, actor: person, signal: new AbortController().signal })
}

test('what is open is written down as it stood, and both sign it', async () => {
  const vault = await office()
  const before = await vault.call(handoverOpen, { person: clerk, asOf: 1 })
  expect(before).toMatchObject({ accounts: [{ platform: 'facebook', handle: 'AlderBay' }], requests: [], holds: [] })
  const { id } = await vault.call(handoverGive, { to: sam, reason, ends: true })
  const [given] = await vault.call(handoverList, {})
  expect(given).toMatchObject({
    id,
    fromName: 'Pat Moreno',
    toName: 'Sam Ortiz',
    takenAt: null,
    document: { ...before, asOf: given?.givenAt },
  })
  expect(await as(vault, sam, handoverTake, { id })).toEqual({ accounts: 1, custodian: true })
  const people = await vault.call(personList, {})
  expect(people.find((one) => one.id === sam)).toMatchObject({ role: 'custodian' })
  expect(people.find((one) => one.id === clerk)?.endedAt).toBeDefined()
  expect((await vault.call(accountList, {})).find(({ handle }) => handle === 'AlderBay')).toMatchObject({
    liaison: 'Sam Ortiz',
  })
  const [taken] = await vault.call(handoverList, {})
  expect(taken?.document).toEqual(given?.document)
  const entries = await vault.call(ledgerPage, { before: null, limit: 2 })
  expect(entries.map(({ kind }) => kind)).toEqual(['handover.take', 'handover.give'])
  expect(JSON.stringify(entries)).toContain(taken?.digest ?? 'no digest')
  expect(JSON.stringify(entries)).not.toMatch(/Pat|Sam Ortiz|retires/)
})

test('only the successor signs for it, once, and nobody hands over to themselves or to one who left', async () => {
  const vault = await office()
  await expect(as(vault, null, handoverGive, { to: sam, reason, ends: false })).rejects.toMatchObject({
    code: 'ACTOR_REQUIRED',
  })
  await expect(as(vault, clerk, handoverGive, { to: clerk, reason, ends: false })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  })
  const nobody = { to: 'nobody', reason, ends: false }
  await expect(as(vault, clerk, handoverGive, nobody)).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' })
  const first = await vault.call(handoverGive, { to: sam, reason, ends: false })
  const second = await vault.call(handoverGive, { to: sam, reason: 'Once more', ends: false })
  await expect(as(vault, sam, handoverTake, first)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await expect(as(vault, clerk, handoverTake, second)).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' })
  await as(vault, sam, handoverTake, second)
  await expect(as(vault, sam, handoverTake, second)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  expect((await vault.call(personList, {})).find((one) => one.id === clerk)?.endedAt).toBeUndefined()
})

test('it is printed as a tagged PDF, the same each time', async () => {
  const vault = await office()
  const { id } = await vault.call(handoverGive, { to: sam, reason, ends: false })
  const files = ['one.pdf', 'two.pdf'].map((name) => join(place.folder, name))
  for (const file of files) await vault.run(handoverPrint, { id, to: vault.archive.grant(file, 'write').grant })
  const [one, two] = files.map((file) => readFileSync(file))
  expect(one?.subarray(0, 5).toString()).toBe('%PDF-')
  expect(one?.includes('/StructTreeRoot')).toBe(true)
  expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true)
})

test('the command line lists what is open, signs twice and prints', async () => {
  const vault = await office()
  await vault.archive.close()
  const run = (...args: readonly string[]) => muniment(place.folder, '--vault', vault.folder, ...args)
  expect((await run('handover', '--as', 'clerk')).out).toContain('Account @AlderBay on facebook goes over.')
  expect(await run('handover', 'give', 'sam-ortiz', '--reason', reason, '--as', 'clerk')).toMatchObject({ code: 0 })
  expect((await run('handover', 'take', '1', '--as', 'clerk')).err).toContain('Only Sam Ortiz can sign')
  expect((await run('handover', 'take', '1', '--as', 'sam-ortiz')).out).toBe(
    'Taken over, with 1 account and the office of custodian.\n',
  )
  expect(await run('handover', 'print', '1', 'hand-over.pdf')).toMatchObject({ code: 0 })
})
