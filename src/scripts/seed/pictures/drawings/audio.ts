import { BLACK, darken, lighten, linear, metal, shaded, WHITE } from "../colour"
import {
  arc,
  box,
  circle,
  ellipse,
  line,
  polygon,
  ring,
  rotated,
} from "../shapes"
import type { Drawing } from "./look"

export const earbuds: Drawing = (canvas, { body, accent, face }) => {
  const lid = box(0, 2, 96, 50, 24)
  canvas.shadow(lid, 5)
  canvas.fill(lid, shaded(darken(body, 0.12), -24, 28))
  canvas.fill(box(0, 4, 86, 42, 19), darken(face, 0.55))
  for (const side of [-1, 1]) {
    const tilt = side * -12
    const stem = rotated(box(side * 24, -8, 12, 52, 6), tilt, [side * 24, -20])
    canvas.shadow(stem, 3)
    canvas.fill(
      stem,
      linear(
        [side * 24 - 7, 0],
        [side * 24 + 7, 0],
        [
          [0, lighten(body, 0.3)],
          [0.5, body],
          [1, darken(body, 0.3)],
        ]
      )
    )
    const bud = ellipse(side * 22, -40, 16, 17)
    canvas.shadow(bud, 3)
    canvas.fill(bud, metal(body, 50))
    const tip = ellipse(side * 12, -47, 9, 10)
    canvas.fill(tip, shaded(face, -57, -37))
    canvas.fill(ellipse(side * 9.4, -48.5, 4, 5), darken(face, 0.6))
    canvas.fill(circle(side * 30, -40, 2.6), accent)
  }
  const base = box(0, 46, 104, 66, 28)
  canvas.shadow(base, 7)
  canvas.fill(base, shaded(body, 12, 80))
  canvas.fill(box(0, 17, 86, 2, 1), lighten(body, 0.4), { opacity: 0.6 })
  canvas.fill(circle(0, 42, 2.6), accent)
  canvas.fill(box(0, 60, 24, 3, 1.5), darken(body, 0.3), { opacity: 0.6 })
}

export const headphones: Drawing = (canvas, { body, accent, face }) => {
  const bow = arc([0, 6], 62, 15, -82, 82)
  canvas.shadow(bow, 4)
  canvas.fill(bow, shaded(body, -66, 20))
  canvas.fill(arc([0, 6], 55.5, 4, -70, 70), darken(face, 0.2))
  for (const side of [-1, 1]) {
    const arm = box(side * 62, 10, 9, 38, 4)
    canvas.shadow(arm, 3)
    canvas.fill(arm, metal(lighten(body, 0.25), 60))
    const cushion = box(side * 49, 34, 24, 66, 12)
    canvas.shadow(cushion, 4)
    canvas.fill(cushion, shaded(face, 0, 68))
    const cup = box(side * 63, 34, 26, 60, 13)
    canvas.shadow(cup, 4)
    canvas.fill(cup, shaded(body, 4, 64))
    canvas.fill(box(side * 66, 34, 3, 40, 1.5), accent)
    canvas.fill(box(side * 58, 20, 2.6, 22, 1.3), WHITE, { opacity: 0.25 })
  }
}

export const speaker: Drawing = (canvas, { body, accent, face, strap }) => {
  const loop = arc([44, -44], 15, 6, -60, 150)
  canvas.shadow(loop, 2)
  canvas.fill(loop, strap)
  const housing = box(0, 6, 110, 118, 30)
  canvas.shadow(housing, 7)
  canvas.fill(housing, shaded(body, -53, 65))
  const grille = box(0, 6, 98, 106, 25)
  canvas.fill(grille, shaded(darken(face, 0.15), -47, 59))
  for (let row = 0; row < 15; row++) {
    for (let column = 0; column < 14; column++) {
      const x = -45.5 + column * 7
      const y = -42 + row * 7
      if (grille.distance(x, y) < -4) {
        canvas.fill(circle(x, y, 1.5), darken(face, 0.55))
        canvas.fill(circle(x, y + 0.5, 1.1), BLACK, { opacity: 0.3 })
      }
    }
  }
  canvas.fill(circle(0, 6, 25), darken(body, 0.2))
  canvas.fill(ring(0, 6, 25, 2.6), accent)
  canvas.fill(circle(0, 6, 22), shaded(darken(face, 0.35), -16, 28))
  canvas.fill(circle(0, 6, 8), metal(lighten(body, 0.25), 10))
  for (const x of [-14, 0, 14]) {
    canvas.fill(circle(x, -50, 2), WHITE, { opacity: 0.55 })
  }
}

export const soundbar: Drawing = (canvas, { body, accent, face }) => {
  const housing = box(0, 18, 176, 40, 14)
  canvas.shadow(housing, 7)
  canvas.fill(housing, shaded(body, -2, 38))
  canvas.fill(box(0, 20, 168, 30, 11), darken(face, 0.3))
  for (let x = -78; x <= 78; x += 4) {
    canvas.fill(line([x, 9], [x, 31], 1.2), darken(face, 0.6))
  }
  canvas.fill(box(0, 20, 20, 8, 3), darken(body, 0.5))
  for (const [index, x] of [-5, 0, 5].entries()) {
    canvas.fill(circle(x, 20, 1.4), index === 1 ? accent : WHITE)
  }
  const remote = rotated(box(54, -38, 18, 56, 7), 18, [54, -38])
  canvas.shadow(remote, 4)
  canvas.fill(remote, shaded(body, -66, -10))
  canvas.fill(circle(57, -50, 5), accent)
  for (const y of [-36, -27, -18]) {
    canvas.fill(circle(54 - (y + 38) * 0.3, y, 2.2), lighten(body, 0.5))
  }
  canvas.fill(
    polygon([
      [-70, 38],
      [-56, 38],
      [-58, 42],
      [-68, 42],
    ]),
    darken(body, 0.5)
  )
  canvas.fill(
    polygon([
      [56, 38],
      [70, 38],
      [68, 42],
      [58, 42],
    ]),
    darken(body, 0.5)
  )
}
