// The rooms, found by folder: adding one touches no other file.
import type { Room } from '../ui/room.ts'

const found = import.meta.glob<Room>('../rooms/*/room.tsx', { eager: true, import: 'room' })

/** Every room, in the order of the navigation. */
export const rooms: readonly Room[] = Object.values(found).toSorted((a, b) => a.order - b.order)

/** Rooms that stand together in the navigation. */
export const groups: readonly (readonly Room[])[] = Object.values(
  Object.groupBy(rooms, (room) => String(Math.floor(room.order / 100))),
).filter((group) => group !== undefined)

/** The room of a name. */
export function roomOf(id: string): Room | undefined {
  return rooms.find((room) => room.id === id)
}
