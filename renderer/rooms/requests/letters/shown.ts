// A letter as the vault shows it.
import type { z } from 'zod'
import type { letterShow } from '../../../../shared/contract/letter.ts'

export type ShownLetter = z.infer<typeof letterShow.output>
