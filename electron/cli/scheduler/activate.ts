// Tells the operating system's scheduler of an entry, by its own program and with words that are fixed but for the entry's name and path.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Scheduler } from './entry.ts'

/** Makes an entry known. Returns why it could not be, in words; null where it is. */
export function activate(scheduler: Scheduler, name: string, [path = '']: readonly string[]): Promise<string | null> {
  if (scheduler === 'systemd') {
    return told([
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'enable', '--now', `${name}.timer`],
    ])
  }
  return scheduler === 'launchd'
    ? told([['launchctl', 'load', '-w', path]])
    : told([['schtasks', '/Create', '/TN', name, '/XML', path, '/F']])
}

/** Withdraws an entry; one that was never known is no failure. */
export async function deactivate(scheduler: Scheduler, name: string, [path = '']: readonly string[]): Promise<void> {
  if (scheduler === 'systemd') await told([['systemctl', '--user', 'disable', '--now', `${name}.timer`]])
  else if (scheduler === 'launchd') await told([['launchctl', 'unload', '-w', path]])
  else await told([['schtasks', '/Delete', '/TN', name, '/F']])
}

async function told(commands: readonly (readonly string[])[]): Promise<string | null> {
  for (const [command = '', ...words] of commands) {
    try {
      await promisify(execFile)(command, words, { timeout: 20_000 })
    } catch (error) {
      const line = [command, ...words].join(' ')
      return `“${line}” failed (${error instanceof Error ? error.message.split('\n')[0] : String(error)}). Run it yourself.`
    }
  }
  return null
}
