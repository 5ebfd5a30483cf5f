// The paper in which a hold is ordered, and what it says where it is an e-mail.
import { holdReadOrder } from '../../../shared/contract/hold.ts'
import { ask, type Output } from '../../client/call.ts'
import { base64Of } from '../../ui/base64.ts'
import type { ChosenFile } from '../../ui/file-field.tsx'

export interface Order {
  readonly file: ChosenFile
  /** Null where the file is no mail that can be read. */
  readonly mail: Output<typeof holdReadOrder>
}

/** Reads a chosen file; a refusal is thrown. */
export async function readOrder(file: ChosenFile): Promise<Order> {
  return { file, mail: await ask(holdReadOrder, { document: file }) }
}

/** Reads a dropped file; a refusal is thrown. */
export async function readDropped(file: File): Promise<Order> {
  return readOrder({ name: file.name, bytes: await base64Of(file) })
}
