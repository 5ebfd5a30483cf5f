// The exemptions of the City's law book, for everything in a review: asked once and shared.
import { createContext, useContext, useMemo } from 'react'
import { catalogueIn, type LawEntry, lawShow } from '../../../../shared/contract/law.ts'
import type { Catalogue } from '../../../../shared/domain/review/exemption.ts'
import { useQuery } from '../../../client/query.ts'

interface Book {
  readonly catalogue: Catalogue
  /** Its entries that are exemptions, in its order. */
  readonly exemptions: readonly LawEntry[]
}

const empty: Book = { catalogue: () => undefined, exemptions: [] }
const Shared = createContext(empty)

/** Hands the book to what stands inside. */
export const BookProvider = Shared.Provider

/** The book as the vault has it; empty until it is known. */
export function useBookOfVault(): Book {
  const { data } = useQuery(lawShow, {}, ['vault'])
  return useMemo(() => {
    if (data === undefined) return empty
    const exemptions = data.entries.filter(({ exemption }) => exemption !== null)
    return { catalogue: catalogueIn(exemptions), exemptions }
  }, [data])
}

/** The book. */
export function useBook(): Book {
  return useContext(Shared)
}
