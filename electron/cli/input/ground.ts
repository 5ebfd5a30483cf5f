// The ground on which something is kept back, as options.
import type { Command } from 'commander'
import { z } from 'zod'
import { AppliedGround } from '../../../shared/domain/review/review.ts'
import { UsageError } from '../failure.ts'
import { Text } from './schemas.ts'

/** The options of a ground that must be there. */
export const Ground = z.object({
  ...{ exemption: z.string().min(1), law: Text, harm: Text, describes: z.string().min(1) },
  ...{ ordinanceBy: Text, ordinanceWhy: Text },
})

/** Adds what the City's ordinance says of it to a command. */
export function withOrdinance(command: Command): Command {
  return command
    .option('--ordinance-by <name>', 'who answered that OMC 2.20.220 does not require its release; the log prints it')
    .option('--ordinance-why <text>', 'why it does not; for the file and the attorney’s copy')
}

/** Adds them to a command. */
export function withGround(command: Command): Command {
  return withOrdinance(command)
    .requiredOption('--exemption <section>', 'the exemption, such as 7927.700')
    .option('--law <citation>', 'the other law, where the exemption asks for one')
    .option('--harm <text>', 'how the public interest would be harmed, in practical terms, where it asks for that')
    .requiredOption('--describes <text>', 'what is kept back, neutrally; the log prints it')
}

/** @throws UsageError for a ground that does not fit */
export function groundIn({ exemption, law, harm, describes, ...said }: z.output<typeof Ground>): AppliedGround {
  const ground = AppliedGround.safeParse({
    ...{ exemption: exemptionId(exemption), law, harm, describes },
    ...ordinanceIn(said),
  })
  if (ground.success) return ground.data
  throw new UsageError(ground.error.issues.map(({ path, message }) => `${groundOption(path)}: ${message}`).join('\n'))
}

/** What was answered of the ordinance, where anything was said of it. */
export function ordinanceIn({
  ordinanceBy: by,
  ordinanceWhy: why,
}: Pick<z.output<typeof Ground>, 'ordinanceBy' | 'ordinanceWhy'>): Pick<AppliedGround, 'ordinance'> {
  return by === '' && why === '' ? {} : { ordinance: { requiresRelease: false, by, why } }
}

/** Which option a part of a ground comes from. */
export function groundOption(path: readonly PropertyKey[]): string {
  const last = String(path.at(-1))
  return path.includes('ordinance') ? `--ordinance-${last}` : `--${last}`
}

/** A section as the clerk writes it, or the catalogue’s own id. */
export function exemptionId(section: string): string {
  return /^\d/.test(section) ? `gov-${section}` : section
}
