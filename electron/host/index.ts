// The vault process: opens the vault for the shell and answers the contract on each window's port.
import { randomBytes } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { toRefusal } from '../../shared/contract/error.ts'
import { type HostMessage, HostRequest } from '../../shared/contract/host.ts'
import { Instant } from '../../shared/domain/time.ts'
import { holdVault } from './vault-holder.ts'

/** Exit code of a process that met a defect (sysexits EX_SOFTWARE). */
const DEFECT = 70

const shell = process.parentPort
const tell = (message: HostMessage) => shell.postMessage(message)

const [dataFolder, command = '', ...browserArgs] = process.argv.slice(2)
const dataFolders = dataFolder === undefined ? [] : [dataFolder]

const holder = holdVault(
  {
    clock: () => Instant.parse(Date.now()),
    random: (bytes) => randomBytes(bytes),
    workerFile: join(import.meta.dirname, 'worker.js'),
    practiceFolder: join(import.meta.dirname, 'practice'),
    osUser: userInfo().username,
    machine: hostname(),
    dataFolders,
    ...(command === '' ? {} : { browser: { command, args: browserArgs } }),
  },
  {
    revoked: (digest) => tell({ type: 'revoked', digest }),
    making: (step) => tell({ type: 'making', ...step }),
    credential: (held) => tell({ type: 'credential', ...held }),
  },
)

// Electron only warns of these in a utility process; a vault process in an unknown state must not go on.
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  tell({ type: 'failing', sentence: toRefusal(error).sentence })
  setImmediate(() => process.exit(DEFECT))
}
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)

shell.on('message', (event) => {
  const request = HostRequest.parse(event.data)
  if (request.type === 'port') {
    for (const port of event.ports) holder.serve(port)
    return
  }
  const { id, task } = request
  holder.perform(task).then(
    (result) => tell({ ...result, id }),
    (error: unknown) => tell({ type: 'refused', id, refusal: toRefusal(error) }),
  )
})
