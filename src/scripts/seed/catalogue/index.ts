import { audioAndPower } from "./audio-and-power"
import { classicWatches } from "./classic-watches"
import { mobileAndHome } from "./mobile-and-home"
import { smartAndDigital } from "./smart-and-digital"
import type { DemoProduct } from "./types"

export type { DemoProduct } from "./types"

export const demoProducts: readonly DemoProduct[] = [
  ...classicWatches,
  ...smartAndDigital,
  ...audioAndPower,
  ...mobileAndHome,
]
