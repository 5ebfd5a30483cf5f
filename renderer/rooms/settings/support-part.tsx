// The support file: shown whole before it is saved, and saved just as it was shown.
import { useRef, useState } from 'react'
import { type SupportFile, supportShow, supportWrite } from '../../../shared/contract/support.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { ask, start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useJobs } from '../../client/jobs.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'

const t = translator(en)

interface Saving {
  readonly job: JobId
  readonly name: string
}

/** The part. */
export function SupportPart() {
  const { zone } = useVault().summary
  const content = useRef<HTMLElement>(null)
  const [file, setFile] = useState<SupportFile | null>(null)
  const [saving, setSaving] = useState<Saving | null>(null)
  const show = useAction(async () => {
    setSaving(null)
    setFile(await ask(supportShow, {}))
    requestAnimationFrame(() => content.current?.focus())
  })
  const save = useAction(async (shown: SupportFile) => {
    const target = await chooseTarget(`muniment-support-${todayIn(zone)}.json`)
    if (!target) return
    setSaving({ job: await start(supportWrite, { to: target.grant, file: shown }), name: target.name })
  })
  return (
    <Section title={t('support')}>
      <p className="soft support-about">{t('supportAbout')}</p>
      <div className="support-actions">
        <Button icon="file" onPress={() => void show.go()} busy={show.busy}>
          {t('supportShow')}
        </Button>
        {file && (
          <Button look="strong" icon="save" onPress={() => void save.go(file)} busy={save.busy}>
            {t('supportSave')}
          </Button>
        )}
      </div>
      <RefusalNotice refusal={show.refusal ?? save.refusal} />
      {saving && <Saved saving={saving} />}
      {file && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section ref={content} className="support-content" aria-label={t('supportContent')} tabIndex={0}>
          <pre>{JSON.stringify(file, null, 2)}</pre>
        </section>
      )}
    </Section>
  )
}

function Saved({ saving }: { readonly saving: Saving }) {
  const job = useJobs()?.find(({ id }) => id === saving.job)
  if (job?.state === 'succeeded') return <Notice tone="good">{t('supportSaved', { name: saving.name })}</Notice>
  if (job?.problem) return <Notice tone="bad">{t('supportFailed', { why: job.problem.sentence })}</Notice>
  return null
}
