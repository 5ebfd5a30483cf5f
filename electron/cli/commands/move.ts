// Moves a vault to another place, or calls the move off.
import { resolve } from 'node:path'
import { z } from 'zod'
import { callOffMove } from '../../core/call-off-move.ts'
import { moveVault } from '../../core/move-vault.ts'
import { type CommandFile, example } from '../command.ts'
import { signer } from '../input/signer.ts'
import { progressView } from '../text/progress.ts'
import { unlock } from '../vault/connection.ts'
import { vaultFolder } from '../vault/open-vault.ts'

const Reason = z.string().trim().min(1).max(500)
const Move = z.object({ DIR: z.string().min(1), reason: Reason })
const CallOff = z.object({ reason: Reason, lost: z.boolean().default(false) })

export default ((program, runner) => {
  program
    .command('move')
    .description(
      'Moves the vault: copies it, verifies the copy, and makes the old one read only. Nobody may have it open meanwhile.',
    )
    .argument('<DIR>', 'the new folder; it must be empty or not exist yet')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment move /media/usb/Oakland.muniment --reason "New computer" --as dana-reyes'))
    .action(
      runner.alone(Move, async (surroundings, { DIR, reason }, options) => {
        const folder = vaultFolder(surroundings, options.vault)
        await unlock(folder, surroundings, options.vaultPassphraseFile)
        const target = resolve(surroundings.folder, DIR)
        const person = signer(options, surroundings)
        const abort = new AbortController()
        const forget = surroundings.onInterrupt(() => abort.abort())
        const view = progressView(surroundings.err, () => performance.now())
        const progress = (done: number, total: number) =>
          view.show({ stage: 'copying', done, total, unit: 'files', rate: null, secondsLeft: null })
        try {
          await moveVault(folder, target, { person, reason, signal: abort.signal, progress }, surroundings)
        } finally {
          view.end()
          forget()
        }
        return {
          value: { folder: target, from: folder },
          lines: [
            `The vault is in ${DIR} now. Open it there, and only there. What lies in ${folder} can be read, and is written in no more.`,
          ],
        }
      }),
    )
  program
    .command('call-off-move')
    .description('Calls a move off before the new vault was opened: the copy becomes unusable, the old vault goes on.')
    .requiredOption('--reason <text>', 'why')
    .option('--lost', 'the copy is lost or destroyed and was never opened: you sign that with your name')
    .addHelpText('after', example('muniment call-off-move --reason "The new computer did not come" --as dana-reyes'))
    .action(
      runner.alone(CallOff, async (surroundings, { reason, lost }, options) => {
        const folder = vaultFolder(surroundings, options.vault)
        await unlock(folder, surroundings, options.vaultPassphraseFile)
        await callOffMove(folder, { person: signer(options, surroundings), reason, lost }, surroundings)
        return { value: { folder }, lines: [`The vault goes on in ${folder}.`] }
      }),
    )
}) satisfies CommandFile
