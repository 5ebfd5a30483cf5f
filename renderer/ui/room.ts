// What a room says of itself, so that the window can list it, go to it and explain its keys.
import type { ComponentType } from 'react'
import type { IconName } from './icon-paths.ts'

export interface Shortcut {
  readonly keys: string
  readonly words: string
}

export interface Room {
  /** Its name in addresses. */
  readonly id: string
  readonly title: string
  /** What one does there, for the command palette. */
  readonly about: string
  readonly icon: IconName
  /** Its place in the navigation; rooms in the same hundred stand together. */
  readonly order: number
  readonly keys: readonly Shortcut[]
  /** The number beside its name, out of the counts of the vault. */
  readonly count?: (counts: Readonly<Record<string, number>>) => number
  readonly View: ComponentType
}
