import { darken, lighten, linear, metal, shaded, WHITE } from "../colour"
import {
  arc,
  box,
  circle,
  line,
  onCircle,
  type Point,
  polygon,
  ring,
  rotated,
  within,
} from "../shapes"
import type { Drawing } from "./look"

export const phone: Drawing = (canvas, { body, accent, face }) => {
  const back = rotated(box(16, -2, 78, 156, 16), 9, [16, 0])
  canvas.shadow(back, 6)
  canvas.fill(
    back,
    linear(
      [-30, -70],
      [60, 70],
      [
        [0, lighten(body, 0.35)],
        [0.5, body],
        [1, darken(body, 0.3)],
      ]
    )
  )
  const turned = (x: number, y: number, r: number) =>
    circle(...turn([x, y], 9, [16, 0]), r)
  canvas.fill(rotated(box(38, -54, 24, 42, 10), 9, [16, 0]), darken(body, 0.25))
  for (const y of [-64, -44]) {
    canvas.fill(turned(38, y, 7), darken(body, 0.7))
    canvas.fill(turned(38, y, 4.4), [26, 34, 60])
    canvas.fill(turned(36.6, y - 1.4, 1.4), WHITE, { opacity: 0.7 })
  }
  const front = rotated(box(-18, 4, 78, 156, 16), -5, [-18, 4])
  canvas.shadow(front, 7)
  canvas.fill(front, metal(lighten(body, 0.1), 80))
  const screen = rotated(box(-18, 4, 72, 150, 13), -5, [-18, 4])
  canvas.fill(
    screen,
    linear(
      [-50, -70],
      [20, 80],
      [
        [0, lighten(accent, 0.25)],
        [0.45, accent],
        [0.75, darken(face, 0.1)],
        [1, darken(face, 0.5)],
      ]
    )
  )
  for (const [radius, opacity] of [
    [64, 0.12],
    [44, 0.12],
    [26, 0.14],
  ]) {
    canvas.fill(within(circle(8, 60, radius), screen), WHITE, { opacity })
  }
  canvas.fill(rotated(box(-18, -64, 20, 5, 2.5), -5, [-18, 4]), [8, 8, 12])
  for (const x of [-38, -25, -11, 2]) {
    canvas.fill(rotated(box(x, 66, 9, 9, 3), -5, [-18, 4]), WHITE, {
      opacity: 0.8,
    })
  }
}

function turn([x, y]: Point, degrees: number, [cx, cy]: Point): Point {
  const angle = (degrees * Math.PI) / 180
  return [
    cx + (x - cx) * Math.cos(angle) - (y - cy) * Math.sin(angle),
    cy + (x - cx) * Math.sin(angle) + (y - cy) * Math.cos(angle),
  ]
}

export const tablet: Drawing = (canvas, { body, accent, face }) => {
  const frame = box(0, 0, 116, 156, 12)
  canvas.shadow(frame, 8)
  canvas.fill(frame, metal(body, 90))
  const screen = box(0, -4, 100, 132, 4)
  canvas.fill(screen, shaded(face, -70, 62))
  const ink = darken(face, 0.75)
  canvas.fill(box(-16, -54, 56, 6, 2), ink)
  canvas.fill(box(-34, -42, 20, 3, 1.5), accent)
  for (let row = 0; row < 12; row++) {
    const width = [84, 82, 85, 83, 50, 84, 85, 81, 84, 83, 84, 38][row]
    canvas.fill(box(-42 + width / 2, -28 + row * 7, width, 2, 1), ink, {
      opacity: 0.62,
    })
  }
  canvas.fill(circle(0, 70, 4), darken(body, 0.35))
  const pen = rotated(box(66, 8, 7, 140, 3.5), 8, [66, 8])
  canvas.shadow(pen, 4)
  canvas.fill(pen, metal(lighten(body, 0.3), 60))
  canvas.fill(rotated(box(66, -52, 7.2, 4, 1), 8, [66, 8]), accent)
}

export const camera: Drawing = (canvas, { body, accent, face }) => {
  for (const [x, w] of [
    [-40, 20],
    [44, 14],
  ]) {
    canvas.fill(box(x, -46, w, 14, 4), metal(lighten(body, 0.3), 60))
  }
  const hump = polygon(
    [
      [-18, -44],
      [-10, -60],
      [14, -60],
      [22, -44],
    ],
    4
  )
  canvas.fill(hump, shaded(body, -64, -40))
  const housing = box(0, 4, 156, 96, 16)
  canvas.shadow(housing, 8)
  canvas.fill(housing, shaded(body, -44, 52))
  canvas.fill(box(0, 10, 156, 52, 2), shaded(face, -16, 36))
  canvas.fill(box(0, -28, 148, 1.4, 0.7), lighten(body, 0.4), { opacity: 0.5 })
  const barrel = circle(8, 8, 44)
  canvas.shadow(barrel, 6)
  canvas.fill(barrel, metal(darken(body, 0.2), 44))
  for (let degrees = 0; degrees < 360; degrees += 6) {
    const tick = line(
      onCircle([8, 8], 39.5, degrees),
      onCircle([8, 8], 42.5, degrees),
      1.4
    )
    canvas.fill(tick, darken(body, 0.6), { opacity: 0.5 })
  }
  canvas.fill(circle(8, 8, 36), [14, 14, 20])
  canvas.fill(ring(8, 8, 34, 1.4), accent)
  canvas.fill(
    circle(8, 8, 28),
    linear(
      [-18, -20],
      [34, 34],
      [
        [0, [68, 52, 120]],
        [0.45, [18, 26, 54]],
        [1, [36, 96, 128]],
      ]
    )
  )
  canvas.fill(circle(8, 8, 15), [8, 10, 22])
  canvas.fill(circle(-3, -4, 6), WHITE, { opacity: 0.55 })
  canvas.fill(circle(18, 20, 3), WHITE, { opacity: 0.3 })
  canvas.fill(circle(62, -28, 4.4), accent)
  canvas.fill(box(-58, -28, 20, 6, 2), lighten(body, 0.55), { opacity: 0.7 })
}

export const keyboard: Drawing = (canvas, { body, accent, face }) => {
  const housing = box(0, 6, 184, 84, 10)
  canvas.shadow(housing, 8)
  canvas.fill(housing, shaded(body, -36, 48))
  canvas.fill(box(0, 6, 174, 74, 6), darken(body, 0.45))
  const rows = [13, 12, 11, 10]
  for (const [row, count] of rows.entries()) {
    const pitch = 170 / count
    for (let column = 0; column < count; column++) {
      const x = -85 + pitch * (column + 0.5)
      const y = -22 + row * 14.4
      const special =
        (row === 0 && column === 0) || (row === 2 && column === count - 1)
      key(x, y, pitch - 2, special)
    }
  }
  for (const [x, width] of [
    [-69, 30],
    [-6, 90],
    [64, 40],
  ]) {
    key(x, 35.6, width, false)
  }
  function key(x: number, y: number, width: number, special: boolean) {
    const colour = special ? accent : face
    canvas.fill(box(x, y + 1.2, width, 12.4, 2.6), darken(colour, 0.5))
    canvas.fill(
      box(x, y - 0.4, width - 1, 10.6, 2.2),
      shaded(colour, y - 6, y + 6)
    )
  }
}

export const mouse: Drawing = (canvas, { body, accent, face }) => {
  const housing = box(0, 4, 84, 138, 42)
  canvas.shadow(housing, 9)
  canvas.fill(
    housing,
    linear(
      [-42, -60],
      [42, 70],
      [
        [0, lighten(body, 0.32)],
        [0.45, body],
        [1, darken(body, 0.38)],
      ]
    )
  )
  canvas.fill(line([0, -65], [0, -8], 1.6), darken(body, 0.55))
  canvas.fill(arc([0, -80], 76, 1.6, 146, 214), darken(body, 0.55), {
    opacity: 0.8,
  })
  canvas.fill(box(0, -34, 15, 34, 7.5), darken(face, 0.6))
  canvas.fill(box(0, -34, 9, 26, 4.5), shaded(accent, -47, -21))
  for (let y = -44; y <= -24; y += 4) {
    canvas.fill(box(0, y, 9, 1), darken(accent, 0.4), { opacity: 0.6 })
  }
  canvas.fill(circle(0, 44, 3), accent)
  canvas.fill(box(-40, 4, 5, 26, 2.5), darken(body, 0.5))
}

export const lamp: Drawing = (canvas, { body, accent, face }) => {
  const beam = polygon([
    [-58, -24],
    [6, -24],
    [52, 86],
    [-100, 86],
  ])
  canvas.fill(beam, [255, 240, 200], { opacity: 0.6, blur: 16 })
  const foot = box(34, 80, 92, 14, 7)
  canvas.shadow(foot, 5)
  canvas.fill(foot, shaded(body, 72, 90))
  const pole = line([52, 74], [62, -20], 8)
  canvas.shadow(pole, 3)
  canvas.fill(pole, metal(body, 70))
  const arm = line([62, -20], [0, -62], 8)
  canvas.shadow(arm, 3)
  canvas.fill(arm, metal(body, 70))
  canvas.fill(circle(62, -20, 8), shaded(face, -28, -12))
  canvas.fill(circle(62, -20, 3), accent)
  const head = rotated(box(-26, -48, 86, 18, 9), -18, [-26, -48])
  canvas.shadow(head, 4)
  canvas.fill(head, shaded(body, -62, -34))
  canvas.fill(
    rotated(box(-24, -40, 72, 4, 2), -18, [-26, -48]),
    lighten(accent, 0.7)
  )
}

export const router: Drawing = (canvas, { body, accent, face }) => {
  for (const [x, lean] of [
    [-62, -10],
    [-22, -3],
    [22, 3],
    [62, 10],
  ]) {
    const mast = rotated(box(x, -24, 9, 104, 4.5), lean, [x, 26])
    canvas.shadow(mast, 4)
    canvas.fill(mast, shaded(face, -76, 26))
  }
  const housing = box(0, 40, 168, 54, 20)
  canvas.shadow(housing, 8)
  canvas.fill(housing, shaded(body, 13, 67))
  canvas.fill(box(0, 28, 148, 2, 1), lighten(body, 0.5), { opacity: 0.5 })
  for (let at = 0; at < 5; at++) {
    canvas.fill(circle(-28 + at * 14, 46, 3), accent, {
      opacity: at === 3 ? 0.35 : 1,
    })
  }
  for (const [radius, opacity] of [
    [11, 0.9],
    [18, 0.6],
    [25, 0.35],
  ]) {
    canvas.fill(arc([0, -48], radius, 3.6, -45, 45), accent, { opacity })
  }
  canvas.fill(circle(0, -48, 3.6), accent)
}

export const strapOnly: Drawing = (canvas, { body, strap, accent }) => {
  for (const [x, tilt, holes] of [
    [-26, -8, true],
    [26, 8, false],
  ] as const) {
    const band = rotated(box(x, 0, 38, 158, 12), tilt, [x, 0])
    canvas.shadow(band, 6)
    canvas.fill(
      band,
      linear(
        [x - 20, 0],
        [x + 20, 0],
        [
          [0, darken(strap, 0.35)],
          [0.3, strap],
          [0.6, lighten(strap, 0.16)],
          [1, darken(strap, 0.4)],
        ]
      )
    )
    for (const side of [-15, 15]) {
      for (let y = -68; y < 66; y += 7) {
        const stitch = rotated(box(x + side, y, 1.1, 4, 0.5), tilt, [x, 0])
        canvas.fill(stitch, lighten(strap, 0.5), { opacity: 0.8 })
      }
    }
    for (let y = 8; holes && y < 60; y += 12) {
      const hole = rotated(box(x, y, 4, 6, 2), tilt, [x, 0])
      canvas.fill(hole, darken(strap, 0.7))
    }
    const bar = rotated(box(x, -78, 44, 7, 3), tilt, [x, 0])
    canvas.fill(bar, metal(body, 50))
  }
  const buckle = rotated(box(26, 80, 46, 16, 5), 8, [26, 0])
  canvas.shadow(buckle, 4)
  canvas.fill(buckle, metal(body, 60))
  canvas.fill(rotated(box(26, 80, 34, 6, 2), 8, [26, 0]), darken(strap, 0.5))
  canvas.fill(rotated(box(26, 78, 3, 16, 1.5), 8, [26, 0]), accent)
}
