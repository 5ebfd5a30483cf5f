// The dates of every open request, the most pressing first: told, or written as a calendar for other programs.
import type { Command } from 'commander'
import { z } from 'zod'
import { requestDeadlines } from '../../../shared/contract/desk.ts'
import { requestCalendar, requestClock } from '../../../shared/contract/request.ts'
import { dutyName } from '../../../shared/domain/request/duty.ts'
import { example, type Runner } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const Asked = z.object({ ics: z.string().min(1).optional() })

/** Adds the command. */
export function addDeadlines(request: Command, runner: Runner): void {
  request
    .command('deadlines')
    .description('The dates that still run of every open request, the most pressing request first.')
    .option('--ics <file>', 'also writes them as a calendar file for other programs')
    .addHelpText('after', example('muniment request deadlines', 'muniment request deadlines --ics deadlines.ics'))
    .action(
      runner.inVault(Asked, async ({ vault, surroundings: { folder } }, { ics }) => {
        if (ics !== undefined) mustNotExist(folder, ics)
        const open = await vault.ask(requestDeadlines, {})
        const requests = []
        for (const { request: id, requester } of open) {
          const { dates } = await vault.ask(requestClock, { id })
          requests.push({ id, requester, dates: dates.filter(({ state }) => state === 'running') })
        }
        const rows = requests.flatMap(({ id, requester, dates }) => dates.map((date) => ({ id, requester, date })))
        const lines = table(rows, [
          { title: 'Request', value: ({ id }) => id },
          { title: 'Requester', value: ({ requester }) => requester, most: 24 },
          { title: 'Work to', value: ({ date }) => date.due ?? 'no date' },
          { title: 'By statute', value: ({ date }) => date.statutory ?? '' },
          { title: 'Duty', value: ({ date }) => dutyName(date.duty), most: 40 },
          { title: 'Section', value: ({ date }) => date.citation, most: 30 },
        ])
        const none = ['No date of an open request runs.']
        const told = lines.length > 0 ? lines : none
        if (ics === undefined) return { value: { requests }, lines: told }
        const { events } = await vault.run(requestCalendar, { id: null, to: await vault.grant(ics, 'write') })
        return { value: { requests, events }, lines: [...told, `${counted(events, 'date')} written to ${ics}.`] }
      }),
    )
}
