// How this desk looks.
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, todayIn } from '../../locale/time.ts'
import { Section } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'
import { type LookOf, looksOf, type LookPart as Part, useLook } from '../../workspace/look.ts'
import { SpellingChoice } from './spelling-choice.tsx'

const t = translator(en)

/** The part. */
export function LookPart() {
  const { zone } = useVault().summary
  return (
    <Section title={t('part.look')}>
      <p className="soft">{t('lookAbout')}</p>
      <div className="settings-look">
        <Choice part="look" label={t('look')} words={(id) => t(`look.${id}`)} />
        <Choice part="density" label={t('density')} words={(id) => t(`density.${id}`)} />
        <Choice part="text" label={t('text')} words={(id) => t(`text.${id}`)} />
        <Choice
          part="dates"
          label={t('dates')}
          words={(id) => t(`dates.${id}`)}
          hint={t('datesExample', { day: formatDay(todayIn(zone)) })}
        />
        <SpellingChoice />
      </div>
    </Section>
  )
}

interface Props<P extends Part> {
  readonly part: P
  readonly label: string
  readonly words: (id: LookOf<P>) => string
  readonly hint?: string
}

function Choice<P extends Part>({ part, label, words, hint }: Props<P>) {
  const [value, choose] = useLook(part)
  const all = looksOf(part)
  return (
    <Picker
      label={label}
      value={value}
      onChange={(id) => {
        const chosen = all.find((look) => look === id)
        if (chosen !== undefined) choose(chosen)
      }}
      choices={all.map((id) => ({ id, label: words(id) }))}
      {...(hint === undefined ? {} : { hint })}
    />
  )
}
