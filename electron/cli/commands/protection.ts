// What protects the folder of the vault from whoever gets at the computer.
import { type DiskEncryption, vaultProtection } from '../../../shared/contract/protection.ts'
import { type CommandFile, example } from '../command.ts'
import { Nothing } from '../input/schemas.ts'

export default ((program, runner) => {
  program
    .command('protection')
    .description('Whether the vault is under a passphrase, its disk encrypted, its folder synchronised.')
    .addHelpText('after', example('muniment protection'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const found = await vault.ask(vaultProtection, {})
        const synced = found.synced === null ? 'no service that is known' : found.synced
        const own = found.passphrase ? 'the vault is under one' : 'none: whoever can open the folder can read it'
        const lines = [`Passphrase: ${own}.`, `Disk: ${diskWords(found.disk)}.`, `Synchronised by: ${synced}.`]
        return { value: found, lines }
      }),
    )
}) satisfies CommandFile

function diskWords({ state, by }: DiskEncryption): string {
  switch (state) {
    case 'encrypted':
      return `encrypted (${by})`
    case 'plain':
      return 'not encrypted, as far as this computer says'
    case 'suspended':
      return `encrypted (${by}), but its key lies open until protection is resumed`
    case 'unknown':
      return 'whether it is encrypted cannot be told here'
  }
}
