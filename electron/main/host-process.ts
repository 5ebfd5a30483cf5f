// One vault process: started, asked, listened to, ended.
import { app, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import { MunimentError } from '../../shared/contract/error.ts'
import {
  type Held,
  type HostAnswer,
  HostMessage,
  type HostRequest,
  type HostTask,
  type Making,
} from '../../shared/contract/host.ts'
import type { Digest } from '../../shared/domain/id.ts'

/** The name under which the process is listed. */
const HOST_NAME = 'Muniment vault'

export interface HostProcess {
  /**
   * Has one task done.
   * @throws {MunimentError} as the vault refuses; `VAULT_CLOSED` when the process ends before it answers
   */
  ask(task: HostTask): Promise<HostAnswer>
  /** Hands over one end of a window's channel. */
  serve(port: MessagePortMain): void
  /** Ends the process at once; its `ended` event still comes. */
  kill(): void
}

export interface HostEvents {
  revoked(digest: Digest): void
  /** How far a practice vault is made. */
  making(step: Making): void
  /** A log-in that a command line gave, to be kept. */
  credential(held: Held): void
  /** Once. `lastWords` is the defect it met, where it could still say so. */
  ended(code: number, lastWords: string | null): void
}

interface Waiting {
  resolve(answer: HostAnswer): void
  reject(error: Error): void
}

/** @param file the vault process's script */
export function startHost(file: string, events: HostEvents): HostProcess {
  // Where the app keeps its own data, so that it is looked through after a destruction; then how the browser of a capture is started.
  const child = utilityProcess.fork(file, [app.getPath('userData'), ...browserWords()], {
    serviceName: HOST_NAME,
    env: ownEnvironment(),
    execArgv: [],
  })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let lastWords: string | null = null

  child.on('message', (raw: unknown) => {
    const message = HostMessage.parse(raw)
    if (message.type === 'revoked') events.revoked(message.digest)
    else if (message.type === 'making') events.making({ step: message.step, steps: message.steps })
    else if (message.type === 'credential')
      events.credential({ account: message.account, credential: message.credential })
    else if (message.type === 'failing') lastWords = message.sentence
    else settle(waiting, message)
  })
  child.once('exit', (code) => {
    const gone = new MunimentError(
      'VAULT_CLOSED',
      'The vault process ended before it could answer. Try again in a moment.',
    )
    for (const { reject } of waiting.values()) reject(gone)
    waiting.clear()
    events.ended(code, lastWords)
  })

  const spawned = untilSpawned(child)
  return {
    ask(task) {
      const id = asked++
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        void spawned.then(() => post(child, { type: 'task', id, task }))
      })
    },
    serve(port) {
      void spawned.then(() => post(child, { type: 'port' }, [port]))
    },
    kill: () => {
      child.kill()
    },
  }
}

/** How the vault process starts this very program as the browser of a capture: with the switches that it was given itself. */
function browserWords(): string[] {
  const { commandLine } = app
  const kept = commandLine.hasSwitch(NO_SANDBOX) ? [`--${NO_SANDBOX}`] : []
  const folder = app.isPackaged ? [] : [app.getAppPath()]
  return [process.execPath, ...kept, `--user-data-dir=${app.getPath('userData')}`, ...folder]
}

/** Given by tests alone, which run as root. */
const NO_SANDBOX = 'no-sandbox'

/** Messages posted before the process runs are lost. */
function untilSpawned(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => child.once('spawn', resolve))
}

function post(child: UtilityProcess, request: HostRequest, ports: MessagePortMain[] = []): void {
  child.postMessage(request, ports)
}

function settle(waiting: Map<number, Waiting>, answer: HostAnswer): void {
  const asker = waiting.get(answer.id)
  waiting.delete(answer.id)
  if (answer.type === 'refused') asker?.reject(new MunimentError(answer.refusal.code, answer.refusal.sentence))
  else asker?.resolve(answer)
}

/** The environment without the variables by which others could run code in the vault process. */
function ownEnvironment(): Record<string, string> {
  const foreign = /^(NODE_|ELECTRON_|LD_PRELOAD$|DYLD_)/
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']))
}
