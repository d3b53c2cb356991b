import type {Artifact} from '../../model/artifact.js'
import type {Press} from '../../press/press.js'

/** 1920 × 1080 of a slide’s own 1280 × 720. */
const scale = 1.5

/** A picture of each slide of a printed deck: `slides-01.png`, `slides-02.png`; `slides-001.png` of a hundred and more. */
export async function pictureSlides(
  press: Press,
  html: string,
  size: {width: number; height: number}
): Promise<Artifact[]> {
  const pictures = await press.picture(html, '.slide', {...size, scale})
  const digits = Math.max(2, String(pictures.length).length)
  return pictures.map((bytes, index) => ({
    file: `slides-${String(index + 1).padStart(digits, '0')}.png`,
    bytes
  }))
}
