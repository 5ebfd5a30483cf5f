// Records for packets: every language, every kind of media, messages, edits, and posts that try to do harm.
import sharp from 'sharp'
import { hostilePosts } from '../fixtures/x/hostile-posts.ts'
import type { Said } from './packet-vault.ts'

const at = (text: string): number => Date.parse(text)

/** Posts in Latin script, whose words must come out of the PDF as they went in. */
export const latin: readonly Said[] = [
  {
    id: '1',
    text: 'Road closure: Harbor Street tonight, detour via 4th Avenue.',
    at: at('2023-02-03T04:05:06Z'),
    likes: 12,
  },
  {
    id: '2',
    text: 'Cierre de vialidad: la calle Ñandú queda cerrada “hasta mañana”. ¿Preguntas? Llame al 311.',
    at: at('2023-02-04T17:00:00Z'),
  },
  { id: '3', text: 'Đóng đường Harbor tối nay từ 8 giờ đến 11 giờ. Cảm ơn quý vị.', at: at('2023-03-12T09:59:59Z') },
  { id: '4', text: '=SUM(1+1) is a formula, and so is this', at: at('2023-03-12T10:00:00Z') },
  {
    id: '5',
    text: 'The meeting is\nat 7 p.m.\n\nBring "questions", please.',
    at: at('2023-11-05T08:30:00Z'),
    deleted: true,
  },
  { id: '6', text: 'Yes, it is.', kind: 'reply', answers: '5', author: 'AlderBayCity', at: at('2023-11-05T09:30:00Z') },
]

/** Other scripts. */
export const others: readonly Said[] = [
  {
    id: '20',
    text: '🚧 道路封闭:海港街将于今晚封闭铺路,请绕行。',
    at: at('2023-06-01T19:00:00Z'),
    details: { lang: 'zh' },
  },
  {
    id: '21',
    text: 'إغلاق الطريق: شارع Harbor مغلق الليلة حتى الساعة 11.',
    at: at('2023-06-02T19:00:00Z'),
    details: { lang: 'ar' },
  },
  { id: '22', text: '時間をとっていただきありがとうございます 🙏🏽👩‍👩‍👧', at: at('2023-06-03T19:00:00Z') },
  {
    id: '23',
    text: 'A liked post whose time nobody tells',
    kind: 'like',
    at: null,
    author: 'AlderBayCity',
    answers: '999',
  },
]

/** Two conversations, their messages interleaved in time. */
export const messages: readonly Said[] = [
  {
    id: '30',
    kind: 'message',
    conversation: 'a-b',
    text: 'There is a pothole on Main.',
    author: '77',
    at: at('2023-07-01T10:00:00Z'),
    details: { recipients: ['281104733'] },
  },
  {
    id: '31',
    kind: 'message',
    conversation: 'a-c',
    text: 'Hello from someone else.',
    author: '78',
    at: at('2023-07-01T10:30:00Z'),
  },
  {
    id: '32',
    kind: 'message',
    conversation: 'a-b',
    text: 'Thank you. A crew is on its way.',
    author: '281104733',
    at: at('2023-07-01T11:00:00Z'),
  },
]

/** Posts that try to do harm, without the megabyte ones. */
export const hostile: readonly Said[] = hostilePosts
  .filter(({ text }) => text.length < 10_000)
  .map(({ text, name }, place) => ({
    id: `h${place}`,
    text: text.toWellFormed(),
    at: at('2024-01-01T00:00:00Z') + place * 60_000,
    author: name === 'script' ? '"><script>x</script>' : 'AlderBayCity',
  }))

/** Posts with media of every kind that a packet treats in its own way. */
export async function illustrated(): Promise<Said[]> {
  const drawing = sharp({ create: { width: 320, height: 200, channels: 3, background: '#2a6f97' } })
  const [jpeg, png, webp] = await Promise.all([
    drawing.clone().jpeg().toBuffer(),
    drawing.clone().png().toBuffer(),
    drawing.clone().webp().toBuffer(),
  ])
  // Begins as a picture and ends before there is one.
  const broken = jpeg.subarray(0, 40)
  const film = Buffer.from('\0\0\0\x18ftypmp42 a film that nobody can play')
  const said = (id: string, name: string, bytes: Uint8Array | null, alt?: string): Said => ({
    id,
    text: `A post with ${name}`,
    at: at('2024-02-01T12:00:00Z') + Number(id) * 1000,
    media: [{ name, bytes, ...(alt === undefined ? {} : { alt }) }],
  })
  return [
    said('40', 'photo.jpg', jpeg, 'A blue picture'),
    said('41', 'photo.png', png),
    said('42', 'photo.webp', webp),
    said('43', '../../CON.jpg', broken),
    said('44', 'film.mp4', film),
    said('45', 'lost.jpg', null),
  ]
}
