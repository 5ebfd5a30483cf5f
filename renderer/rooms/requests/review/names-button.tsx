// Lists of names that reviews propose: brought in from a text, told by their counts, taken away.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { namesLists, namesSet } from '../../../../shared/contract/names.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

/** The button and its dialog. */
export function NamesButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('names')}
      </Button>
      <Dialog title={t('namesTitle')} open={open} onClose={() => setOpen(false)} closing={t('close')}>
        <NamesForm />
      </Dialog>
    </>
  )
}

function NamesForm() {
  const lists = useQuery(namesLists, {}, ['requests'], 500)
  const [list, setList] = useState('')
  const setting = useAction(async (name: string, words: readonly string[]) => {
    await run(namesSet, { list: name, words: [...words] })
    setList('')
  })
  const bring = async (file: File) => {
    const lines = (await file.text()).split('\n').map((line) => line.trim())
    await setting.go(
      list,
      lines.filter((line) => line !== ''),
    )
  }
  return (
    <div className="form">
      <p className="soft">{t('namesAbout')}</p>
      {lists.data?.length === 0 && <p>{t('namesNone')}</p>}
      <ul className="redaction-list">
        {lists.data?.map(({ list: name, words }) => (
          <li key={name}>
            <bdi>{t('namesCount', { list: name, count: words })}</bdi>
            <IconButton
              icon="close"
              label={t('namesRemove', { list: name })}
              onPress={() => void setting.go(name, [])}
            />
          </li>
        ))}
      </ul>
      <Field label={t('namesList')} value={list} onChange={setList} />
      <div>
        <FileTrigger
          acceptedFileTypes={['text/plain']}
          onSelect={(chosen) => {
            const file = chosen?.[0]
            if (file) void bring(file)
          }}
        >
          <Button look="strong" icon="download" busy={setting.busy} disabled={list.trim() === ''}>
            {t('namesBring')}
          </Button>
        </FileTrigger>
      </div>
      <RefusalNotice refusal={lists.refusal ?? setting.refusal} />
    </div>
  )
}
