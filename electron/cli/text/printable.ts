// Text from anywhere as it may be shown on a terminal.
import { visibleControls } from '../../../shared/text/controls.ts'

const LINE_ENDS = /[\r\n\t\u2028\u2029]+/g

/** Shows escapes, bidi controls and hidden characters as code points; line ends and tabs stay. */
export function printable(text: string): string {
  return visibleControls(text)
}

/** The same on one line. */
export function oneLine(text: string): string {
  return visibleControls(text.replace(LINE_ENDS, ' ')).trim()
}
