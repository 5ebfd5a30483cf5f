// What an entry said before: every wording is kept; of a paper, every version.
import { type OfficeEntry, officeWording } from '../../../shared/contract/office.ts'
import { officeLine } from '../../../shared/domain/office/office-words.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'

const t = translator(en)

/** The earlier wordings, the newest first, folded away. */
export function Wordings({ entry: { id, wordings } }: { readonly entry: OfficeEntry }) {
  return (
    <details>
      <summary>{t('wordings', { count: wordings - 1 })}</summary>
      <ol reversed>
        {Array.from({ length: wordings - 1 }, (_, back) => wordings - 1 - back).map((version) => (
          <Wording key={version} id={id} version={version} />
        ))}
      </ol>
    </details>
  )
}

function Wording({ id, version }: { readonly id: number; readonly version: number }) {
  const said = useQuery(officeWording, { id, version }, ['stewardship']).data
  return (
    <li>
      {said !== undefined && (
        <>
          <bdi>{officeLine(said)}</bdi>
          {said.kind === 'paper' && said.text !== '' && <p className="soft">{said.text}</p>}
        </>
      )}
    </li>
  )
}
