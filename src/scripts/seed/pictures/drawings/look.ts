import type { Canvas } from "../canvas"
import { brightness, darken, lighten, type Rgb } from "../colour"

/** The colours of one product as it is drawn. */
export type Look = {
  /** Case, housing. */
  body: Rgb
  /** Dial, screen, cushions. */
  face: Rgb
  /** Strap, band, cable. */
  strap: Rgb
  /** Second hand, light, ring: what catches the eye. */
  accent: Rgb
}

export type Drawing = (canvas: Canvas, look: Look) => void

/** A colour that can be read on another. */
export const inkOn = (ground: Rgb): Rgb =>
  brightness(ground) > 0.55 ? darken(ground, 0.82) : lighten(ground, 0.9)
