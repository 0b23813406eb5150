import { Canvas } from "./canvas"
import { darken, lighten, linear, mix, type Rgb, WHITE } from "./colour"
import { type DrawingName, drawings, type Look } from "./drawings"
import { encodePng } from "./png"
import { box, circle, ellipse } from "./shapes"

const SIZE = 600

export type Picture = {
  drawing: DrawingName
  look: Look
  /** The tone of the wall behind the product. */
  background: Rgb
}

/** A product before a plain wall, as PNG. The same input, the same bytes. */
export function drawPicture({ drawing, look, background }: Picture): Buffer {
  const canvas = new Canvas(SIZE)
  backdrop(canvas, background)
  drawings[drawing](canvas, look)
  return encodePng(canvas.toBitmap())
}

/** Rows of one colour each and a disc: enough depth, and few bytes. */
function backdrop(canvas: Canvas, tone: Rgb) {
  const wall = mix(tone, WHITE, 0.74)
  canvas.fill(
    box(0, 0, 210, 210),
    linear(
      [0, -100],
      [0, 100],
      [
        [0, lighten(wall, 0.35)],
        [0.7, wall],
        [1, darken(wall, 0.07)],
      ]
    )
  )
  canvas.fill(circle(0, 0, 84), mix(tone, WHITE, 0.58), { opacity: 0.6 })
  canvas.fill(ellipse(0, 88, 62, 7), darken(tone, 0.6), {
    opacity: 0.16,
    blur: 14,
  })
}
