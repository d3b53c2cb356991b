import type {Face} from '../model/face.js'

/** A face, and the file of a package that holds it. */
export type FaceFile = Omit<Face, 'bytes'> & {readonly file: string}

const serif = '@expo-google-fonts/source-serif-4'
const sans = '@expo-google-fonts/source-sans-3'
/** The faces that come with Lectern. */
export const faceFiles: readonly FaceFile[] = [
  {family: 'serif', weight: 400, style: 'normal', file: `${serif}/400Regular/SourceSerif4_400Regular.ttf`},
  {
    family: 'serif',
    weight: 400,
    style: 'italic',
    file: `${serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`
  },
  {family: 'serif', weight: 600, style: 'normal', file: `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`},
  {
    family: 'serif',
    weight: 600,
    style: 'italic',
    file: `${serif}/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf`
  },
  {family: 'sans', weight: 400, style: 'normal', file: `${sans}/400Regular/SourceSans3_400Regular.ttf`},
  {
    family: 'sans',
    weight: 400,
    style: 'italic',
    file: `${sans}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`
  },
  {family: 'sans', weight: 600, style: 'normal', file: `${sans}/600SemiBold/SourceSans3_600SemiBold.ttf`},
  {
    family: 'sans',
    weight: 600,
    style: 'italic',
    file: `${sans}/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf`
  },
  {
    family: 'supplement',
    weight: 400,
    style: 'normal',
    file: '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2'
  },
  {
    family: 'supplement',
    weight: 400,
    style: 'normal',
    file: '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2'
  },
  {
    family: 'math',
    weight: 400,
    style: 'normal',
    file: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'
  }
]
