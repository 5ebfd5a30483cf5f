// The ground on which something is kept back, as options.
import type { Command } from 'commander'
import { z } from 'zod'
import { AppliedGround } from '../../../shared/domain/review.ts'
import { UsageError } from '../failure.ts'
import { Text } from './schemas.ts'

/** The options of a ground that must be there. */
export const Ground = z.object({ exemption: z.string().min(1), law: Text, harm: Text, describes: z.string().min(1) })

/** Adds them to a command. */
export function withGround(command: Command): Command {
  return command
    .requiredOption('--exemption <section>', 'the exemption, such as 7927.700')
    .option('--law <citation>', 'the other law, where the exemption asks for one')
    .option('--harm <text>', 'how the public interest would be harmed, in practical terms, where it asks for that')
    .requiredOption('--describes <text>', 'what is kept back, neutrally; the log prints it')
}

/** @throws UsageError for a ground that does not fit */
export function groundIn({ exemption, law, harm, describes }: z.output<typeof Ground>): AppliedGround {
  const ground = AppliedGround.safeParse({ exemption: exemptionId(exemption), law, harm, describes })
  if (ground.success) return ground.data
  throw new UsageError(ground.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`).join('\n'))
}

/** A section as the clerk writes it, or the catalogue’s own id. */
export function exemptionId(section: string): string {
  return /^\d/.test(section) ? `gov-${section}` : section
}
