// A letter as the vault shows it.
import type { letterShow } from '../../../../shared/contract/letter.ts'
import type { Output } from '../../../client/call.ts'

export type ShownLetter = Output<typeof letterShow>
