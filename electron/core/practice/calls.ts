// Calls on an archive of this process as one person, jobs followed to their end.
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Operation } from '../../../shared/contract/define.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import { jobShow } from '../../../shared/contract/job.ts'
import { CommandId, JobId, type PersonId } from '../../../shared/domain/id.ts'
import type { Answering } from '../serve/answering.ts'

const LOOK_EVERY_MS = 50
const Started = z.strictObject({ job: JobId })

export interface Calls {
  /** Carries out a command. @throws MunimentError as the vault refuses */
  run<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<string, 'command', Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>>
  /** Does a job to its end. @throws MunimentError as the vault refuses, or the job ends */
  job<Input extends z.ZodType>(operation: Operation<string, 'job', Input>, input: z.input<Input>): Promise<void>
}

/** @param random draws the ids of the commands */
export function callsAs(
  archive: Pick<Answering, 'call'>,
  actor: PersonId,
  random: (bytes: number) => Uint8Array,
): Calls {
  const call = (name: string, input: unknown) => {
    const command = CommandId.parse(Buffer.from(random(16)).toString('hex'))
    return archive.call(name, input, { command, actor, signal: new AbortController().signal })
  }
  return {
    run: async (operation, input) => operation.output.parse(await call(operation.name, input)),
    job: async (operation, input) => {
      const { job: id } = Started.parse(await call(operation.name, input))
      for (;;) {
        const { state, problem } = jobShow.output.parse(await call(jobShow.name, { id }))
        if (state === 'succeeded') return
        if (state !== 'queued' && state !== 'running') {
          throw new MunimentError('UNEXPECTED', problem?.sentence ?? `The job ${operation.name} was ${state}.`)
        }
        await pause(LOOK_EVERY_MS)
      }
    },
  }
}
