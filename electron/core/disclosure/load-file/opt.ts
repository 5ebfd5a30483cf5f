// Opticon (OPT): seven values a line and no header. A PDF of several pages has one line, with its first page's number and how many there are.
import { type LoadedRecord, windows } from './dat.ts'

/** A record's line. @param volume what the numbers of its pages begin with */
export function optRow(
  { pages, pdf, pageCount }: Pick<LoadedRecord, 'pages' | 'pdf' | 'pageCount'>,
  volume: string,
): string {
  return `${[pages.first, volume, windows(pdf), 'Y', '', '', pageCount].join(',')}\r\n`
}
