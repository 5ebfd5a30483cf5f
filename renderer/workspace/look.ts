// How this desk likes its window: light or dark, close or wide, how large, and in which language dates are written.
import { useSetting } from './setting.ts'

const choices = {
  look: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  text: ['normal', 'large', 'larger'],
  dates: ['en-US', 'en-GB', 'es-US', 'zh-Hant-TW', 'vi-VN'],
} as const

type Choices = typeof choices
export type LookPart = keyof Choices
export type LookOf<Part extends LookPart> = Choices[Part][number]

/** The choices of a part; the first is what nobody chose. */
export function looksOf<Part extends LookPart>(part: Part): readonly LookOf<Part>[] {
  return choices[part]
}

/** What was chosen of a part, and how to choose another. */
export function useLook<Part extends LookPart>(part: Part): [look: LookOf<Part>, choose: (look: LookOf<Part>) => void] {
  const all: readonly LookOf<Part>[] = choices[part]
  const [value, set] = useSetting(part, choices[part][0])
  return [all.find((look) => look === value) ?? choices[part][0], set]
}
