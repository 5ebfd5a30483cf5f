// Where windows ask the shell: who asks is checked first, then what is asked.
import { toRefusal } from '../../shared/contract/error.ts'
import { PORT_CHANNEL, SHELL_CHANNEL } from '../../shared/contract/name.ts'
import { type ShellAnswer, ShellRequest } from '../../shared/contract/shell.ts'
import { isOwnFrame } from './policy.ts'

/** The part of a frame by which its right to ask is judged. */
interface SenderFrame {
  readonly parent: unknown
  readonly url: string
}

interface Sent<Frame> {
  readonly senderFrame: Frame | null
}

/** Where messages come from: Electron's `ipcMain`. */
export interface MessageSource<Frame> {
  handle(channel: string, listener: (event: Sent<Frame>, raw: unknown) => Promise<ShellAnswer>): void
  on(channel: string, listener: (event: Sent<Frame>) => void): unknown
}

export interface GateKeeper<Frame> {
  /** Answers a request of a frame that was checked. */
  answer(request: ShellRequest, frame: Frame): Promise<ShellAnswer>
  /** Brings a frame that was checked its port to the vault. */
  connect(frame: Frame): void
}

/** Opens the gate. A foreign frame gets nothing, not even a reason; a request that isn't in the contract gets a refusal. */
export function keepGate<Frame extends SenderFrame>(source: MessageSource<Frame>, keeper: GateKeeper<Frame>): void {
  source.handle(SHELL_CHANNEL, async ({ senderFrame }, raw) => {
    if (senderFrame === null || !isOwnFrame(senderFrame)) throw new Error('Refused.')
    const request = ShellRequest.safeParse(raw)
    if (!request.success) return unknownRequest
    try {
      return await keeper.answer(request.data, senderFrame)
    } catch (error) {
      return { kind: 'refused', refusal: toRefusal(error) }
    }
  })
  source.on(PORT_CHANNEL, ({ senderFrame }) => {
    if (senderFrame !== null && isOwnFrame(senderFrame)) keeper.connect(senderFrame)
  })
}

const unknownRequest: ShellAnswer = {
  kind: 'refused',
  refusal: {
    code: 'INPUT_INVALID',
    sentence: 'The window asked for something that Muniment does not do; nothing was done.',
  },
}
