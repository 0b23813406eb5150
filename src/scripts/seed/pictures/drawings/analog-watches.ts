import type { Canvas } from "../canvas"
import {
  darken,
  lighten,
  linear,
  metal,
  mix,
  type Rgb,
  shaded,
  WHITE,
} from "../colour"
import {
  box,
  circle,
  line,
  onCircle,
  type Point,
  polygon,
  ring,
  within,
} from "../shapes"
import { type Drawing, inkOn, type Look } from "./look"

const CENTRE: Point = [0, 0]
const CASE = 50
const DIAL = 41

type Style = {
  bezel: "plain" | "diver" | "tachymeter"
  markers: "batons" | "dots" | "numerals"
  strap: "leather" | "steel" | "rubber"
  subdials?: boolean
  date?: boolean
  hands: "thin" | "broad"
}

export const analogWatch =
  (style: Style): Drawing =>
  (canvas, look) => {
    straps[style.strap](canvas, look)
    lugsAndCrown(canvas, look, style)
    const outline = circle(0, 0, CASE)
    canvas.shadow(outline, 5)
    canvas.fill(outline, metal(look.body, CASE))
    canvas.fill(ring(0, 0, CASE - 0.6, 1), darken(look.body, 0.35), {
      opacity: 0.6,
    })
    bezel(canvas, look, style)
    dial(canvas, look, style)
    hands(canvas, look, style)
    glass(canvas)
  }

function tapered(top: number, bottom: number, wide: number, narrow: number) {
  return polygon([
    [-narrow, top],
    [narrow, top],
    [wide, bottom],
    [-wide, bottom],
  ])
}

const upper = tapered(-112, -38, 24, 19)
const lower = polygon([
  [-24, 38],
  [24, 38],
  [19, 112],
  [-19, 112],
])

const sheen = (colour: Rgb) =>
  linear(
    [-24, 0],
    [24, 0],
    [
      [0, darken(colour, 0.4)],
      [0.18, colour],
      [0.5, lighten(colour, 0.12)],
      [0.82, colour],
      [1, darken(colour, 0.45)],
    ]
  )

const straps: Record<Style["strap"], Drawing> = {
  leather: (canvas, { strap }) => {
    for (const [part, sign] of [
      [upper, -1],
      [lower, 1],
    ] as const) {
      canvas.shadow(part, 4)
      canvas.fill(part, sheen(strap))
      const thread = lighten(strap, 0.5)
      for (const side of [-1, 1]) {
        for (let at = 0; at < 11; at++) {
          const y = 44 + at * 5.6
          const x = side * (20.4 - at * 0.42)
          canvas.fill(
            line([x, sign * y], [x - side * 0.2, sign * (y + 3)], 0.9),
            thread,
            { opacity: 0.75 }
          )
        }
      }
    }
  },
  steel: (canvas, { strap }) => {
    for (const [part, sign] of [
      [upper, -1],
      [lower, 1],
    ] as const) {
      canvas.shadow(part, 4)
      canvas.fill(part, sheen(darken(strap, 0.45)))
      for (let at = 0; at < 9; at++) {
        const y = sign * (47 + at * 7.6)
        const width = 46 - at * 1.05
        const middle = width * 0.42
        const outer = (width - middle) / 2 - 0.8
        const gloss = (tone: number) =>
          linear(
            [0, y - 4],
            [0, y + 4],
            [
              [0, lighten(strap, 0.55 - tone)],
              [0.5, strap],
              [1, darken(strap, 0.35)],
            ]
          )
        canvas.fill(box(0, y, middle, 6.8, 1.2), gloss(0))
        for (const side of [-1, 1]) {
          const x = side * (middle / 2 + 0.8 + outer / 2)
          canvas.fill(box(x, y, outer, 6.8, 1.2), gloss(0.25))
        }
      }
    }
  },
  rubber: (canvas, { strap }) => {
    for (const [part, sign] of [
      [upper, -1],
      [lower, 1],
    ] as const) {
      canvas.shadow(part, 4)
      canvas.fill(part, sheen(strap))
      for (let at = 0; at < 7; at++) {
        const y = sign * (56 + at * 8)
        canvas.fill(box(0, y, 24 - at, 3, 1.5), darken(strap, 0.45), {
          opacity: 0.8,
        })
      }
    }
  },
}

function lugsAndCrown(canvas: Canvas, { body }: Look, style: Style) {
  for (const x of [-25, 25]) {
    for (const y of [-45, 45]) {
      const lug = box(x, y, 9, 24, 4)
      canvas.shadow(lug, 3)
      canvas.fill(lug, metal(body, 60))
    }
  }
  const crown = box(53, 0, 9, 11, 2)
  canvas.shadow(crown, 3)
  canvas.fill(crown, shaded(lighten(body, 0.1), -6, 6))
  for (let y = -4; y <= 4; y += 2) {
    canvas.fill(box(54, y, 6, 0.7), darken(body, 0.5), { opacity: 0.6 })
  }
  if (style.subdials) {
    for (const y of [-20, 20]) {
      const pusher = box(48, y, 11, 7, 2)
      canvas.fill(pusher, shaded(body, y - 4, y + 4))
    }
  }
}

function bezel(canvas: Canvas, { body, face, accent }: Look, style: Style) {
  if (style.bezel === "plain") {
    canvas.fill(circle(0, 0, DIAL + 4), darken(body, 0.3))
    canvas.fill(circle(0, 0, DIAL + 3), metal(lighten(body, 0.15), -DIAL))
    return
  }
  const tone = style.bezel === "diver" ? accent : darken(face, 0.35)
  const ink = inkOn(tone)
  canvas.fill(circle(0, 0, DIAL + 7), darken(body, 0.4))
  canvas.fill(circle(0, 0, DIAL + 6.4), shaded(tone, -48, 48))
  for (let minute = 0; minute < 60; minute++) {
    const long = minute % 5 === 0
    const from = onCircle(CENTRE, DIAL + (long ? 1.4 : 3), minute * 6)
    const to = onCircle(CENTRE, DIAL + 5, minute * 6)
    if (minute > 0 && (long || style.bezel === "tachymeter")) {
      canvas.fill(line(from, to, long ? 1.3 : 0.5), ink, { opacity: 0.9 })
    }
  }
  const pip: Point[] = [
    [-3, -DIAL - 5.4],
    [3, -DIAL - 5.4],
    [0, -DIAL - 0.8],
  ]
  canvas.fill(polygon(pip), ink)
  canvas.fill(ring(0, 0, DIAL + 0.6, 1.4), darken(body, 0.2))
}

function dial(canvas: Canvas, { face, accent, body }: Look, style: Style) {
  const ink = inkOn(face)
  canvas.fill(circle(0, 0, DIAL), darken(face, 0.35))
  canvas.fill(
    circle(0, 0, DIAL - 0.8),
    linear(
      [-DIAL, -DIAL],
      [DIAL, DIAL],
      [
        [0, lighten(face, 0.22)],
        [0.5, face],
        [1, darken(face, 0.3)],
      ]
    )
  )
  for (let minute = 0; minute < 60; minute++) {
    const from = onCircle(CENTRE, DIAL - 2, minute * 6)
    const to = onCircle(CENTRE, DIAL - 3.6, minute * 6)
    canvas.fill(line(from, to, 0.45), ink, { opacity: 0.7 })
  }
  for (let hour = 0; hour < 12; hour++) {
    marker(canvas, hour, ink, body, style)
  }
  if (style.subdials) {
    for (const [x, y, turn] of [
      [-17, 2, 60],
      [17, 2, 200],
      [0, 19, 320],
    ] as const) {
      subdial(canvas, [x, y], turn, face, accent)
    }
  }
  if (style.date) {
    canvas.fill(box(26, 0, 9, 7, 1), darken(face, 0.4))
    canvas.fill(box(26, 0, 7.6, 5.6, 0.6), [246, 246, 242])
    canvas.fill(box(24.6, 0, 0.9, 3.4), [30, 30, 34])
    canvas.fill(ring(27.4, 0, 1.2, 0.8), [30, 30, 34])
  }
  const name = box(0, -17, 13, 1.3, 0.6)
  canvas.fill(name, ink, { opacity: 0.85 })
  canvas.fill(
    polygon([
      [-2, -20],
      [2, -20],
      [0, -23.4],
    ]),
    ink
  )
}

function marker(
  canvas: Canvas,
  hour: number,
  ink: Rgb,
  body: Rgb,
  { markers, date, subdials }: Style
) {
  const angle = hour * 30
  if ((date && hour === 3) || (subdials && [3, 6, 9].includes(hour))) {
    return
  }
  const bright = mix(body, WHITE, 0.55)
  if (markers === "dots") {
    const [x, y] = onCircle(CENTRE, DIAL - 8, angle)
    canvas.fill(circle(x, y, 2.7), bright)
    canvas.fill(circle(x, y, 1.9), [226, 240, 214])
    return
  }
  const double = hour === 0
  const length = markers === "numerals" && hour % 3 === 0 ? 9 : 6.5
  for (const shift of double ? [-1.7, 1.7] : [0]) {
    const [fx, fy] = onCircle(CENTRE, DIAL - 5, angle)
    const [tx, ty] = onCircle(CENTRE, DIAL - 5 - length, angle)
    const stroke = line([fx + shift, fy], [tx + shift, ty], 2)
    canvas.shadow(stroke, 0.7, 0.35)
    canvas.fill(stroke, bright)
    canvas.fill(line([fx + shift, fy], [tx + shift, ty], 0.8), ink, {
      opacity: 0.35,
    })
  }
}

function subdial(
  canvas: Canvas,
  centre: Point,
  turn: number,
  face: Rgb,
  accent: Rgb
) {
  const [x, y] = centre
  const ground = mix(face, inkOn(face), 0.14)
  canvas.fill(circle(x, y, 9), darken(ground, 0.3))
  canvas.fill(circle(x, y, 8.3), ground)
  for (let tick = 0; tick < 12; tick++) {
    canvas.fill(
      line(
        onCircle(centre, 7.4, tick * 30),
        onCircle(centre, 6.2, tick * 30),
        0.5
      ),
      inkOn(ground),
      { opacity: 0.8 }
    )
  }
  canvas.fill(line(centre, onCircle(centre, 6.2, turn), 1), accent)
  canvas.fill(circle(x, y, 1.2), inkOn(ground))
}

/** Ten past ten, as every watch in a shop window shows. */
function hands(canvas: Canvas, { accent, body, face }: Look, style: Style) {
  const bright = mix(body, WHITE, 0.62)
  const width = style.hands === "broad" ? 4 : 2.4
  for (const [angle, reach] of [
    [304, 23],
    [60, 33],
  ] as const) {
    const hand = line(
      onCircle(CENTRE, -6, angle),
      onCircle(CENTRE, reach, angle),
      width
    )
    canvas.shadow(hand, 1.4, 0.4)
    canvas.fill(hand, bright)
    canvas.fill(
      line(
        onCircle(CENTRE, 6, angle),
        onCircle(CENTRE, reach - 2, angle),
        width * 0.4
      ),
      style.hands === "broad" ? [214, 238, 205] : darken(face, 0.2)
    )
  }
  const second = line(
    onCircle(CENTRE, -11, 212),
    onCircle(CENTRE, 35, 212),
    0.9
  )
  canvas.shadow(second, 1.2, 0.3)
  canvas.fill(second, accent)
  canvas.fill(circle(0, 0, 2.7), bright)
  canvas.fill(circle(0, 0, 1.3), accent)
}

function glass(canvas: Canvas) {
  const glare = polygon([
    [-60, -30],
    [-18, -60],
    [8, -60],
    [-60, 2],
  ])
  canvas.fill(within(glare, circle(0, 0, DIAL - 0.5)), WHITE, { opacity: 0.1 })
}
