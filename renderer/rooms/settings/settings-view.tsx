// The settings, a part at a time: the address says which.
import type { ComponentType } from 'react'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Page } from '../../ui/page.tsx'
import { PartsNav } from '../../ui/parts-nav.tsx'
import { address, useRoute } from '../../workspace/route.ts'
import { CalendarPart } from './calendar-part.tsx'
import { CityPart } from './city-part.tsx'
import { LookPart } from './look-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { parts } from './places.ts'
import { SafetyPart } from './safety-part.tsx'
import './settings.css'
import { SupportPart } from './support-part.tsx'

const t = translator(en)

const views: Readonly<Record<(typeof parts)[number], ComponentType>> = {
  city: CityPart,
  calendar: CalendarPart,
  people: PeoplePart,
  safety: SafetyPart,
  look: LookPart,
  support: SupportPart,
}

/** The room. */
export function SettingsView() {
  const { path } = useRoute()
  const here = parts.find((part) => part === path[0]) ?? 'city'
  const View = views[here]
  return (
    <Page title={t('title')} about={t('about')}>
      <PartsNav
        label={t('parts')}
        parts={parts.map((part) => ({ id: part, title: t(`part.${part}`), to: address('settings', [part]) }))}
        here={here}
      />
      <View />
    </Page>
  )
}
