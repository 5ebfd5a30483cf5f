// Compares two captures of one scope.
import { z } from 'zod'
import { captureCompare } from '../../../shared/contract/capture.ts'
import type { ComparedItem, ItemChange } from '../../../shared/domain/capture/comparison.ts'
import { CaptureId } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { Number1 } from '../input/schemas.ts'
import { count, counted, when } from '../text/number.ts'

const Input = z.object({
  ONE: Number1.pipe(CaptureId),
  OTHER: Number1.pipe(CaptureId),
  all: z.boolean().default(false),
})

const WORDS: Readonly<Record<ItemChange, string>> = {
  new: 'new',
  changed: 'changed',
  gone: 'no longer shown',
  hidden: 'hidden',
  same: 'the same',
  outOfRange: 'out of the range of one of them',
  notReached: 'not reached by one of them',
}

/** Items printed of a kind, without `--all`. */
const FEW = 20

export default ((program, runner) => {
  program
    .command('compare')
    .description(
      'Compares two captures of one scope: what is new, changed, hidden or no longer shown, and what cannot be told.',
    )
    .argument('<ONE>', 'the number of a capture, as “captures” lists it')
    .argument('<OTHER>', 'the number of another one')
    .option('--all', 'print every item, those that are the same too')
    .addHelpText('after', example('muniment compare 3 7', 'muniment compare 3 7 --json'))
    .action(
      runner.inVault(Input, async ({ vault }, { ONE: one, OTHER: other, all }) => {
        const value = await vault.ask(captureCompare, { one, other })
        const { from, to } = value.window
        const { zone } = vault.about
        const kinds = ['new', 'changed', 'hidden', 'gone', 'notReached', 'outOfRange', 'same'] as const
        return {
          value,
          lines: [
            `Captures ${value.earlier} and ${value.later}. What differs became so between ${when(from, zone)} and ${when(to, zone)}; by whom is unknown.`,
            ...kinds.flatMap((kind) => linesOf(kind, value[kind], all)),
          ],
        }
      }),
    )
}) satisfies CommandFile

function linesOf(kind: ItemChange, items: readonly ComparedItem[], all: boolean): string[] {
  const title = `${counted(items.length, 'item')} ${WORDS[kind]}`
  if (kind === 'same' && !all) return [title]
  const shown = all ? items : items.slice(0, FEW)
  const left = items.length - shown.length
  return [
    title,
    ...shown.flatMap((item) => [
      `  ${item.record}  ${firstLine(item.text)}${item.again ? '  (shown again)' : ''}`,
      ...item.differences.flatMap(({ part, before, after }) => [
        `    ${part} was: ${firstLine(before)}`,
        `    ${part} is:  ${firstLine(after)}`,
      ]),
    ]),
    ...(left > 0 ? [`  and ${count(left)} more: --all`] : []),
  ]
}

function firstLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}
