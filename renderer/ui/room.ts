// What a room says of itself, so that the window can list it, go to it and explain its keys.
import type { ComponentType } from 'react'
import type { IconName } from './icon-paths.ts'

export interface Shortcut {
  readonly keys: string
  readonly words: string
}

/** A place in a room that the command palette leads to. Its id is kept among the recent ones: it holds no words of records. */
export interface Place {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon: IconName
  readonly to: string
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
  /** Commands of the room that are places in it, such as a form. */
  readonly places?: readonly Place[]
  /** What the room holds and the palette finds: a hook, called while the palette is open. */
  readonly usePlaces?: () => readonly Place[]
  readonly View: ComponentType
}
