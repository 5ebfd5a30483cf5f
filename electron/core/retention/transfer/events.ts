// What happened to the records of a transfer, as PREMIS 3 events: received, fixed by digests, copied for the archive.
import { xmlText } from '../../../../shared/text/xml-text.ts'

/** An event; `at` in ISO 8601 with its zone. */
export interface TransferEvent {
  readonly type: 'ingestion' | 'message digest calculation' | 'transfer'
  readonly id: string
  readonly at: string
  readonly detail: string
}

/** The document of the events. */
export function premisEvents(events: readonly TransferEvent[]): string {
  const told = events.map(
    ({ type, id, at, detail }) => `  <event>
    <eventIdentifier><eventIdentifierType>local</eventIdentifierType><eventIdentifierValue>${escaped(id)}</eventIdentifierValue></eventIdentifier>
    <eventType>${type}</eventType>
    <eventDateTime>${at}</eventDateTime>
    <eventDetailInformation><eventDetail>${escaped(detail)}</eventDetail></eventDetailInformation>
  </event>
`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<premis xmlns="http://www.loc.gov/premis/v3" version="3.0">\n${told.join('')}</premis>\n`
}

function escaped(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
