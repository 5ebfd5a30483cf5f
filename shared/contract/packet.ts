// Operations on packets that are sealed: issued again, and sent.
import { z } from 'zod'
import { Digest, GrantId, ProductionId } from '../domain/id.ts'
import { Sending } from '../domain/letter.ts'
import { command, job } from './define.ts'

export const packetSave = job('packet.save', {
  summary:
    'Writes the packet of a sealed production again as it lies in the vault, byte for byte, and registers the copy.',
  input: z.strictObject({ production: ProductionId, to: GrantId }),
  output: z.strictObject({ name: z.string(), size: z.int().nonnegative(), digest: Digest }),
  errors: ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'VAULT_DAMAGED', 'DISK_FULL'],
})

export const packetSent = command('packet.sent', {
  summary: 'Enters that the packet of a sealed production went out: when, how, and what shows it.',
  input: z.strictObject({ production: ProductionId, sending: Sending }),
  output: z.strictObject({}),
  errors: ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'INPUT_INVALID'],
})
