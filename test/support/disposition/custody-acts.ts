// Copies for an archive in a game, and the receipts that it signs for them.
import { rmSync } from 'node:fs'
import transferReceipt from '../../../electron/core/retention/commands/transfer.receipt.ts'
import transferMake from '../../../electron/core/retention/jobs/transfer.make.ts'
import { transferMake as making } from '../../../shared/contract/transfer.ts'
import type { Desk } from './desk.ts'
import { isLasting } from './series.ts'
import { identityOf, type Known } from './state.ts'

/** A bag holds so many records, and those of their threads. */
const MOST = 6

/** Makes a copy of some records that are in lasting series. */
export async function bag(desk: Desk): Promise<void> {
  const { dice, state, vault, look } = desk
  const lasting = state.records.filter(({ series }) => series !== null && isLasting(series))
  const from = dice.below(Math.max(1, lasting.length - MOST))
  const chosen = new Set(lasting.slice(from, from + 1 + dice.below(MOST)))
  for (const one of chosen) for (const mate of look.threadOf(one)) if (lasting.includes(mate)) chosen.add(mate)
  if (chosen.size === 0) return
  const { grant, path } = vault.grantWrite(desk.name('bag'))
  desk.did()
  const search = [...chosen].map(({ native }) => `"words of ${native} at length"`).join(' OR ')
  const made = making.output.parse(await vault.run(transferMake, { search, to: grant }))
  rmSync(path, { recursive: true })
  if (made.records !== chosen.size) throw desk.wrong(`copy ${made.id} has ${made.records} records of ${chosen.size}`)
  const holds = Object.fromEntries([...chosen].map((one: Known) => [identityOf(one), one.seal]))
  state.copies.push({ id: made.id, bag: made.digest, madeOn: desk.today, holds, receipt: null })
  desk.changed()
}

/** The archive signs for a copy, or signs for it again. */
export function sign(desk: Desk): void {
  const { dice, state } = desk
  const unsigned = state.copies.filter(({ receipt }) => receipt === null)
  const copy = unsigned.at(-1) ?? (dice.once(4) ? dice.pick(state.copies) : undefined)
  if (copy === undefined || desk.isBehind || desk.today < copy.madeOn) return
  const receipt = desk.name('receipt')
  const document = { name: 'receipt.pdf', bytes: Buffer.from(`%PDF-1.7 ${receipt}`).toString('base64') }
  const signed = { archive: 'County Archives', signedBy: 'Ann Ito', title: '', signedOn: desk.today, document }
  desk.command(transferReceipt, { id: copy.id, bag: copy.bag, ...signed })
  copy.receipt = receipt
}
