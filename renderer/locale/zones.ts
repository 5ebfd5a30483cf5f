// The time zones that a city may keep: the computer's list, those of the United States first.

interface ZoneChoice {
  readonly id: string
  readonly label: string
  readonly detail: string
}

/** What a California city keeps. */
export const USUAL_ZONE = 'America/Los_Angeles'

const unitedStates = [
  USUAL_ZONE,
  'America/Denver',
  'America/Phoenix',
  'America/Chicago',
  'America/New_York',
  'America/Anchorage',
  'Pacific/Honolulu',
]

/** Every zone by its name, with what its clock is called. */
export function zoneChoices(): ZoneChoice[] {
  const rest = Intl.supportedValuesOf('timeZone').filter((zone) => !unitedStates.includes(zone))
  return [...unitedStates, ...rest].map((zone) => ({
    id: zone,
    label: zone.replaceAll('_', ' '),
    detail: clockName(zone),
  }))
}

function clockName(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
}
