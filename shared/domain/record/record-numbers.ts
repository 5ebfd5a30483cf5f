// Numbers of records as somebody lists them: with commas, semicolons, blanks or lines between.
import { RecordId } from '../id.ts'

/** The numbers of a text, each once in the order given; `wrong`: the first word that is none, null where all are. */
export function recordNumbers(text: string): { readonly records: readonly RecordId[]; readonly wrong: string | null } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  const records = new Set<RecordId>()
  for (const word of words) {
    const read = /^-?\d+$/.test(word) ? RecordId.safeParse(Number(word)).data : undefined
    if (read === undefined) return { records: [...records], wrong: word }
    records.add(read)
  }
  return { records: [...records], wrong: null }
}
