// How and when something went out, as options.
import type { Command } from 'commander'
import type { z } from 'zod'
import { Sending } from '../../../shared/domain/request/letter.ts'

/** The options of a sending. */
export const Sent = Sending.omit({ time: true }).extend({ at: Sending.shape.time.unwrap().optional() })

/** Adds them to a command. */
export function withSending(command: Command): Command {
  return command
    .requiredOption('--on <date>', 'the day')
    .option('--at <time>', 'the time of day, HH:MM')
    .requiredOption('--how <how>', Sending.shape.how.options.join(', '))
    .requiredOption('--proof <text>', 'what shows that it went out')
}

/** The sending that they say. */
export function sendingIn({ on, at, how, proof }: z.output<typeof Sent>): Sending {
  return { on, time: at ?? null, how, proof }
}
