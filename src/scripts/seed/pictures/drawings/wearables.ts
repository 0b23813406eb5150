import type { Canvas } from "../canvas"
import { darken, lighten, linear, metal, shaded, WHITE } from "../colour"
import { arc, box, circle, line, onCircle, polygon, within } from "../shapes"
import type { Drawing, Look } from "./look"

const SCREEN = [12, 13, 20] as const

function softStrap(canvas: Canvas, { strap }: Look, wide: number) {
  for (const sign of [-1, 1]) {
    const band = polygon([
      [-wide, sign * 36],
      [wide, sign * 36],
      [wide * 0.8, sign * 112],
      [-wide * 0.8, sign * 112],
    ])
    canvas.shadow(band, 4)
    canvas.fill(
      band,
      linear(
        [-wide, 0],
        [wide, 0],
        [
          [0, darken(strap, 0.35)],
          [0.25, strap],
          [0.6, lighten(strap, 0.14)],
          [1, darken(strap, 0.4)],
        ]
      )
    )
  }
  for (let at = 0; at < 5; at++) {
    canvas.fill(box(0, 62 + at * 10, 7, 4, 2), darken(strap, 0.5))
  }
}

export const smartWatch: Drawing = (canvas, look) => {
  softStrap(canvas, look, 27)
  const crown = box(43, -10, 7, 14, 3)
  canvas.fill(crown, shaded(look.body, -18, -2))
  canvas.fill(box(43.6, -10, 3, 8, 1.5), look.accent)
  const body = box(0, 0, 80, 92, 22)
  canvas.shadow(body, 6)
  canvas.fill(body, metal(look.body, 62))
  canvas.fill(box(0, 0, 75, 87, 20), [6, 6, 10])
  const screen = box(0, 0, 69, 81, 17)
  canvas.fill(screen, SCREEN)
  rings(canvas, look)
  canvas.fill(box(-17, -29, 15, 2.4, 1.2), WHITE, { opacity: 0.85 })
  canvas.fill(box(20, -29, 9, 2.4, 1.2), look.accent)
  for (const [x, level] of [
    [-21, 7],
    [-14, 11],
    [-7, 6],
    [0, 14],
    [7, 9],
    [14, 12],
    [21, 5],
  ]) {
    canvas.fill(box(x, 34 - level / 2, 4, level, 1.6), look.accent, {
      opacity: 0.9,
    })
  }
  glare(canvas, screen)
}

function rings(canvas: Canvas, { accent, face }: Look) {
  for (const [radius, colour, until] of [
    [19, accent, 285],
    [13.5, lighten(face, 0.35), 220],
    [8, [92, 214, 150], 160],
  ] as const) {
    canvas.fill(arc([0, -4], radius, 4.4, 0, 359), darken(colour, 0.7))
    canvas.fill(arc([0, -4], radius, 4.4, 0, until), colour)
  }
}

const glare = (canvas: Canvas, screen: ReturnType<typeof box>) => {
  const light = polygon([
    [-50, -60],
    [0, -60],
    [-50, 30],
  ])
  canvas.fill(within(light, screen), WHITE, { opacity: 0.07 })
}

export const roundSmartWatch: Drawing = (canvas, look) => {
  softStrap(canvas, look, 25)
  for (const y of [-18, 18]) {
    const button = box(50, y, 8, 11, 2.5)
    canvas.fill(button, shaded(look.body, y - 6, y + 6))
  }
  const body = circle(0, 0, 50)
  canvas.shadow(body, 6)
  canvas.fill(body, metal(look.body, 50))
  canvas.fill(circle(0, 0, 45.5), darken(look.body, 0.6))
  for (let minute = 0; minute < 60; minute += 5) {
    const [x, y] = onCircle([0, 0], 43, minute * 6)
    canvas.fill(circle(x, y, 0.9), lighten(look.body, 0.5))
  }
  const screen = circle(0, 0, 40)
  canvas.fill(screen, SCREEN)
  canvas.fill(arc([0, 0], 36, 3.4, 210, 500), darken(look.accent, 0.7))
  canvas.fill(arc([0, 0], 36, 3.4, 210, 420), look.accent)
  digits(canvas, [-19, -7], WHITE)
  canvas.fill(box(0, 18, 26, 2.2, 1.1), lighten(look.face, 0.5))
  canvas.fill(box(0, 23, 16, 2.2, 1.1), look.accent)
  glare(canvas, screen)
}

/** "10:10" in seven segments, which needs no font. */
function digits(
  canvas: Canvas,
  [left, top]: readonly [number, number],
  ink: readonly [number, number, number],
  size = 1
) {
  const stroke = (x1: number, y1: number, x2: number, y2: number) =>
    canvas.fill(
      line(
        [left + x1 * size, top + y1 * size],
        [left + x2 * size, top + y2 * size],
        2.2 * size
      ),
      ink
    )
  for (const x of [0, 23]) {
    stroke(x + 2, 0, x + 2, 14)
    stroke(x + 6, 0, x + 13, 0)
    stroke(x + 6, 14, x + 13, 14)
    stroke(x + 6, 0, x + 6, 14)
    stroke(x + 13, 0, x + 13, 14)
  }
  stroke(19, 4, 19, 4)
  stroke(19, 10, 19, 10)
}

export const fitnessBand: Drawing = (canvas, look) => {
  softStrap(canvas, look, 19)
  const body = box(0, 0, 42, 98, 20)
  canvas.shadow(body, 5)
  canvas.fill(body, metal(look.body, 52))
  const screen = box(0, 0, 36, 92, 17)
  canvas.fill(screen, SCREEN)
  digits(canvas, [-14, -30], WHITE, 0.74)
  canvas.fill(arc([0, 4], 10, 3.4, 0, 359), darken(look.accent, 0.7))
  canvas.fill(arc([0, 4], 10, 3.4, 0, 250), look.accent)
  for (const [index, width] of [22, 15, 19].entries()) {
    canvas.fill(box(-11 + width / 2, 25 + index * 5, width, 2, 1), WHITE, {
      opacity: 0.6 - index * 0.12,
    })
  }
  glare(canvas, screen)
}

export const digitalWatch: Drawing = (canvas, look) => {
  softStrap(canvas, look, 26)
  const body = polygon(
    [
      [-34, -40],
      [34, -40],
      [42, -24],
      [42, 24],
      [34, 40],
      [-34, 40],
      [-42, 24],
      [-42, -24],
    ],
    5
  )
  canvas.shadow(body, 6)
  canvas.fill(body, metal(look.body, 60))
  for (const y of [-22, 22]) {
    for (const x of [-48, 48]) {
      canvas.fill(box(x, y, 6, 10, 2), shaded(look.body, y - 5, y + 5))
    }
  }
  canvas.fill(box(0, 0, 72, 62, 9), darken(look.face, 0.35))
  canvas.fill(box(0, 0, 70, 60, 8), look.accent)
  canvas.fill(box(0, 0, 67, 57, 7), shaded(look.face, -30, 30))
  const glass = box(0, 4, 56, 32, 4)
  canvas.fill(glass, [176, 190, 168])
  digits(canvas, [-22, -3], [26, 32, 28], 1.22)
  for (const [x, width] of [
    [-18, 14],
    [4, 20],
  ]) {
    canvas.fill(box(x, -20, width, 2.4, 1), lighten(look.face, 0.7))
  }
  glare(canvas, glass)
}
