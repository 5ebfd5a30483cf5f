// The language that a text's script tells, for screen readers (PDF/UA-1, 7.2). Latin script tells none.

import { textString } from './pdf.ts'

const BY_SCRIPT = [
  [/\p{sc=Arab}/u, 'ar'],
  [/\p{sc=Hebr}/u, 'he'],
  [/\p{sc=Thai}/u, 'th'],
  [/\p{sc=Hang}/u, 'ko'],
  [/[\p{sc=Hira}\p{sc=Kana}]/u, 'ja'],
  [/\p{sc=Deva}/u, 'hi'],
] as const

/**
 * The `Lang` entry of a structure element.
 * @param text what the element says
 * @param stated a language tag (BCP 47) that the source gives; a malformed one is not used
 * @returns PDF source, empty where the document's own language holds
 */
export function languageEntry(text: string, stated: string | undefined): string {
  const language = stated && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(stated) ? stated : byScript(text)
  return language ? `/Lang ${textString(language)}` : ''
}

function byScript(text: string): string | undefined {
  if (!/[\u0590-\uffff]/.test(text)) return undefined
  const letter = /\p{L}/u.exec(text)?.[0] ?? ''
  if (/\p{sc=Han}/u.test(letter)) return /[\p{sc=Hira}\p{sc=Kana}]/u.test(text) ? 'ja' : 'zh'
  return BY_SCRIPT.find(([script]) => script.test(letter))?.[1]
}
