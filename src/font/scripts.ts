/** Characters of one script that no font holds, and a package whose fonts do; none where there is none to name. */
export interface Unheld {
  /** `Arabic`, as a finding says it. */
  readonly script: string
  readonly characters: readonly string[]
  readonly font?: string
}

/** Characters by script, in the order of their first. Han is that of the review’s language, or of the kana beside it. */
export function byScript(characters: readonly string[], language: string): Unheld[] {
  const isJapanese = language.startsWith('ja') || characters.some((each) => kana.test(each))
  const groups = new Map<string, {characters: string[]; font?: string}>()
  for (const character of characters) {
    const [script, font] = scriptOf(character, isJapanese ? 'ja' : language)
    const group = groups.get(script) ?? {characters: [], ...(font ? {font} : {})}
    group.characters.push(character)
    groups.set(script, group)
  }
  return [...groups].map(([script, group]) => ({script, ...group}))
}

function scriptOf(character: string, language: string): readonly [script: string, font?: string] {
  const [primary = ''] = language.split('-')
  if (emoji.test(character)) return ['emoji']
  if (eastAsian.test(character)) {
    if (primary === 'ja') return ['Japanese', '@fontsource/noto-sans-jp']
    if (primary === 'ko' || hangul.test(character)) return ['Korean', '@fontsource/noto-sans-kr']
    if (/^zh-(?:hant|tw|hk|mo)/i.test(language)) return ['traditional Chinese', '@fontsource/noto-sans-tc']
    return ['Chinese', '@fontsource/noto-sans-sc']
  }
  for (const [script, font] of scripts)
    if (new RegExp(`\\p{Script_Extensions=${script}}`, 'u').test(character)) return [script, font]
  return [/\p{L}|\p{M}/u.test(character) ? 'letters' : 'signs']
}

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const hangul = /\p{Script=Hangul}/u
const eastAsian =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Hangul}\p{Script_Extensions=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u
const emoji = /[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}\u{1F000}-\u{1FAFF}]/u

/** Fonts whose text readers copy letter for letter: of Arabic ones, many have glyphs of two letters, or of dots alone. */
const scripts: readonly (readonly [script: string, font: string])[] = [
  ['Arabic', '@expo-google-fonts/vazirmatn'],
  ['Hebrew', '@fontsource/noto-sans-hebrew'],
  ['Devanagari', '@fontsource/noto-sans-devanagari'],
  ['Bengali', '@fontsource/noto-sans-bengali'],
  ['Tamil', '@fontsource/noto-sans-tamil'],
  ['Kannada', '@fontsource/noto-sans-kannada'],
  ['Malayalam', '@fontsource/noto-sans-malayalam'],
  ['Thai', '@fontsource/noto-sans-thai'],
  ['Khmer', '@fontsource/noto-sans-khmer'],
  ['Lao', '@expo-google-fonts/noto-sans-lao'],
  ['Myanmar', '@fontsource/noto-sans-myanmar'],
  ['Georgian', '@fontsource/noto-sans-georgian'],
  ['Armenian', '@fontsource/noto-sans-armenian'],
  ['Thaana', '@fontsource/noto-sans-thaana'],
  ['Greek', '@fontsource/noto-sans'],
  ['Cyrillic', '@fontsource/noto-sans'],
  ['Latin', '@fontsource/noto-sans']
]
