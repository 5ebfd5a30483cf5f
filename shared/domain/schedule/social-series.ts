// Whether a schedule says what becomes of social media at all.
import type { ScheduleDraft } from './schedule.ts'

const NAMES_IT = /\bsocial[\s-]*(?:media|network)/i

/** The codes of the series that name social media in their title or description; none: nobody has decided, and nothing is taken for it. */
export function socialMediaSeries({ series }: Pick<ScheduleDraft, 'series'>): string[] {
  return series.flatMap(({ code, title, description }) => (NAMES_IT.test(`${title} ${description}`) ? [code] : []))
}
