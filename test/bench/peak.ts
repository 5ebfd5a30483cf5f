// The most memory that this process held at once.
import { existsSync, readFileSync } from 'node:fs'

const STATUS = '/proc/self/status'

/** MB. Where the system tells of this process alone, that; what `resourceUsage` says begins with the memory of the process that started it. */
export function peakMB(): number {
  const kilobytes = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined
  return Math.round(Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024)
}
