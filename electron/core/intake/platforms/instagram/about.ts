// Owns whose export an Instagram archive is, by its profile; labels are in the account's language.
import type { Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { isObject, type JsonObject, objectsOf, textOf, textOrNull } from '../../kit/value.ts'
import { repaired } from '../../meta/repaired.ts'
import { labelsOf } from '../../meta/string-map.ts'
import { isFlatProfile } from './flat-claim.ts'

const USERNAME =
  /^(?:username|benutzername|nutzername|nombre de usuario|nome de usuário|nome de utilizador|nome utente|nom d.utilisateur|nom de profil|gebruikersnaam|användarnamn|brugernavn|brukernavn|käyttäjänimi|nazwa użytkownika|uživatelské jméno|felhasználónév|nume de utilizator|korisničko ime|kullanıcı adı|όνομα χρήστη|имя пользователя|ім.я користувача|tên người dùng|nama pengguna|用户名|用戶名稱|使用者名稱|帳號|ユーザーネーム|사용자 이름|اسم المستخدم|उपयोगकर्ता नाम|ชื่อผู้ใช้)$/iu
const NAME =
  /^(?:name|nombre|nom|nome|naam|navn|namn|nimi|imię|imię i nazwisko|jméno|név|nume|ime|ad|όνομα|имя|ім.я|tên|nama|姓名|名字|名前|이름|الاسم|नाम|ชื่อ)$/iu
const BIO =
  /^(?:bio|biography|biografía|biografia|biografie|biographie|biogram|biyografi|presentación|steckbrief|presentation|биография|自己紹介|个人简介|소개|tiểu sử)$/iu

/** What a profile shows of itself; `''` where it does not say, or in a language that is not known. */
export function profileLabels(profile: JsonObject) {
  const labels = labelsOf(profile)
  const under = (name: RegExp) => labels.find(({ label }) => name.test(label.normalize('NFC')))?.value ?? ''
  const website = labels.map(({ value }) => value).find((value) => /^https?:\/\//i.test(value)) ?? ''
  return { name: under(NAME), username: under(USERNAME), about: under(BIO), website }
}

/** What the export says of itself. */
export function aboutInstagram(seen: Survey): About {
  const roots = seen.peeks.map(({ json }) => json).filter(isObject)
  const profile = roots.map(({ profile_user: user }) => repaired(objectsOf(user)[0] ?? user)).find(isObject)
  const flat = roots.find(isFlatProfile)
  const labels = profile === undefined ? undefined : profileLabels(profile)
  return {
    layout: layoutOf(seen),
    ownerHandle: textOrNull(labels?.username || textOf(repaired(flat?.username))),
    ownerNativeId: null,
    ownerName: textOrNull(labels?.name || textOf(repaired(flat?.name))),
    generatedAt: null,
  }
}

function layoutOf({ peeks }: Survey): string {
  if (peeks.some(({ member }) => /(?:^|\/)your_instagram_activity\//.test(member.name))) return '2023'
  const isFlat = peeks.some(
    ({ json }) =>
      isObject(json) && Object.values(json).some((list) => objectsOf(list).some((one) => 'taken_at' in one)),
  )
  return isFlat ? '2018' : '2021'
}
