// What the operating system's scheduler is told: a systemd user unit, a launchd agent, or a task of Windows. Each catches up what it missed.

import type { ReportEvery } from '../../../shared/domain/disposition/report-schedule.ts'
import { xmlText } from '../../../shared/text/xml-text.ts'

/** `program`: the command with its arguments; `name`: letters, digits and hyphens. */
export interface Entry {
  readonly name: string
  readonly program: readonly string[]
  readonly every: ReportEvery
  readonly about: string
}

/** A file of an entry. */
export interface EntryFile {
  readonly name: string
  readonly text: string
}

export const schedulers = ['systemd', 'launchd', 'windows'] as const
export type Scheduler = (typeof schedulers)[number]

/** On the second day of the period, so that its first day is over in every zone; in the early morning. */
const DAY = 2
const [HOUR, MINUTE] = [6, 30]
const MONTHS: Readonly<Record<ReportEvery, readonly number[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [1, 4, 7, 10],
  year: [1],
}
const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ')

/** The files of an entry. */
export function entryFiles(scheduler: Scheduler, entry: Entry): EntryFile[] {
  if (scheduler === 'systemd') {
    return [
      { name: `${entry.name}.service`, text: service(entry) },
      { name: `${entry.name}.timer`, text: timer(entry) },
    ]
  }
  return scheduler === 'launchd'
    ? [{ name: `${entry.name}.plist`, text: agent(entry) }]
    : [{ name: `${entry.name}.xml`, text: task(entry) }]
}

function service({ program, about }: Entry): string {
  return `[Unit]\nDescription=${about}\n\n[Service]\nType=oneshot\nExecStart=${program.map(systemdWord).join(' ')}\n`
}

// systemd.timer(5): Persistent catches up a run that was missed while the computer was off.
function timer({ every, about }: Entry): string {
  const months = every === 'month' ? '*' : MONTHS[every].map(two).join(',')
  return `[Unit]\nDescription=${about}\n\n[Timer]\nOnCalendar=*-${months}-${two(DAY)} ${two(HOUR)}:${two(MINUTE)}:00\nPersistent=true\nRandomizedDelaySec=300\n\n[Install]\nWantedBy=timers.target\n`
}

/** systemd.syntax(7), systemd.service(5): in double quotes, with what has a meaning there doubled or escaped. */
function systemdWord(word: string): string {
  return `"${word.replace(/[\\"]/g, '\\$&').replace(/%/g, '%%').replace(/\$/g, '$$$$')}"`
}

// launchd.plist(5): what was missed in sleep runs on waking; RunAtLoad catches up what was missed while off, and nothing is drawn up twice in a period.
function agent({ name, program, every }: Entry): string {
  const times = MONTHS[every].map((month) => {
    const when = [
      ...(every === 'month' ? [] : [['Month', month] as const]),
      ['Day', DAY],
      ['Hour', HOUR],
      ['Minute', MINUTE],
    ]
    return `    <dict>${when.map(([key, value]) => `<key>${key}</key><integer>${value}</integer>`).join('')}</dict>`
  })
  const intervals = every === 'month' ? times.slice(0, 1) : times
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>${escaped(name)}</string>
  <key>ProgramArguments</key>
  <array>
${program.map((word) => `    <string>${escaped(word)}</string>`).join('\n')}
  </array>
  <key>StartCalendarInterval</key>
  <array>
${intervals.join('\n')}
  </array>
  <key>RunAtLoad</key><true/>
</dict>
</plist>
`
}

// Task Scheduler 1.2: StartWhenAvailable catches up a missed run.
function task({ program: [command = '', ...words], every, about }: Entry): string {
  const months = MONTHS[every].map((month) => `<${MONTH_NAMES[month - 1]} />`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>${escaped(about)}</Description></RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-${two(DAY)}T${two(HOUR)}:${two(MINUTE)}:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByMonth><DaysOfMonth><Day>${DAY}</Day></DaysOfMonth><Months>${months}</Months></ScheduleByMonth>
    </CalendarTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <Enabled>true</Enabled>
  </Settings>
  <Actions>
    <Exec>
      <Command>${escaped(command)}</Command>
      <Arguments>${escaped(words.map(windowsWord).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`
}

/** By the rules of CommandLineToArgvW: quoted, backslashes before a quotation mark doubled. */
function windowsWord(word: string): string {
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`
}

function escaped(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
