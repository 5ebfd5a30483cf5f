// Personal data that a text may hold, by its pattern: telephone numbers, e-mail addresses, Social Security numbers, street addresses, birth dates.
// It proposes and decides nothing: a pattern knows neither whose number it is nor whether the City published it itself.
import { findPhoneNumbersInText } from 'libphonenumber-js/min'

export type PersonalDataKind = 'ssn' | 'email' | 'phone' | 'address' | 'birth-date'

/** What was found, in UTF-16 units; the end is not included. */
export interface PersonalData {
  readonly kind: PersonalDataKind
  readonly from: number
  readonly to: number
}

/** Never issued: groups of zeros, 666, and from 900 on. */
const SSN = /(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]*[\p{L}\p{N}_%+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?![\p{L}\p{N}])/gu
/** Seven digits, as neighbours write them to each other. */
const LOCAL_PHONE = /(?<![\d.-])[2-9]\d{2}[-.]\d{4}(?![\d-])/g
const STREET =
  'Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Way|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Alley|Square|Sq'
const UNIT = String.raw`(?:,?\s+(?:Apt|Apartment|Unit|Suite|Ste|No)\.?\s*#?\s*[\w-]+|,?\s+#\s*[\w-]+)`
const NAME = String.raw`(?:(?:(?:North|South|East|West|[NSEW]\.?)\s+)?(?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}[\p{L}'’.-]*))(?:\s+\p{Lu}[\p{L}'’.-]*){0,3}?`
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}$#-])\d{1,5}(?:-\d{1,4})?\s+${NAME}\s+(?:${STREET})(?![\p{L}\p{N}])\.?${UNIT}?`,
  'gu',
)
const POST_BOX = /(?<![\p{L}\p{N}])P\.?\s?O\.?\s+Box\s+\d+/giu
const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const DATE = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:${MONTH})\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{1,2}\s+(?:${MONTH})\.?,?\s+\d{4})`
/** A date alone is none: what stands before it makes it one. */
const BIRTH_DATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:born(?:\s+on)?|D\.?O\.?B\.?|date\s+of\s+birth|birth\s?date|birthday(?:\s+is)?)\s*[:=]?\s*(?:on\s+)?(${DATE})(?![\p{L}\p{N}])`,
  'giu',
)

/**
 * What a text may hold of personal data.
 * @returns stretches in order that do not overlap; of two that do, the surer kind stays
 */
export function personalDataIn(text: string): PersonalData[] {
  const found: PersonalData[] = [
    ...matches(text, SSN, 'ssn'),
    ...matches(text, EMAIL, 'email'),
    ...[...text.matchAll(BIRTH_DATE)].map((match): PersonalData => {
      const to = match.index + match[0].length
      return { kind: 'birth-date', from: to - (match[1]?.length ?? 0), to }
    }),
    ...findPhoneNumbersInText(text, 'US').map(({ startsAt, endsAt }): PersonalData => {
      return { kind: 'phone', from: startsAt, to: endsAt }
    }),
    ...matches(text, ADDRESS, 'address'),
    ...matches(text, POST_BOX, 'address'),
    ...matches(text, LOCAL_PHONE, 'phone'),
  ]
  const kept: PersonalData[] = []
  for (const one of found) if (!kept.some(({ from, to }) => one.from < to && from < one.to)) kept.push(one)
  return kept.sort((a, b) => a.from - b.from)
}

function matches(text: string, pattern: RegExp, kind: PersonalDataKind): PersonalData[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, index }) => ({ kind, from: index, to: index + whole.length }))
}
