import { analogWatch } from "./analog-watches"
import { earbuds, headphones, soundbar, speaker } from "./audio"
import {
  camera,
  keyboard,
  lamp,
  mouse,
  phone,
  router,
  strapOnly,
  tablet,
} from "./devices"
import type { Drawing } from "./look"
import { charger, chargingCable, powerBank, wirelessPad } from "./power"
import {
  digitalWatch,
  fitnessBand,
  roundSmartWatch,
  smartWatch,
} from "./wearables"

export type { Look } from "./look"

/** Everything the demo shop can show, by name. */
export const drawings = {
  "dress-watch": analogWatch({
    bezel: "plain",
    markers: "batons",
    strap: "leather",
    hands: "thin",
  }),
  "steel-watch": analogWatch({
    bezel: "plain",
    markers: "batons",
    strap: "steel",
    hands: "thin",
    date: true,
  }),
  "field-watch": analogWatch({
    bezel: "plain",
    markers: "numerals",
    strap: "leather",
    hands: "broad",
    date: true,
  }),
  chronograph: analogWatch({
    bezel: "tachymeter",
    markers: "batons",
    strap: "leather",
    hands: "thin",
    subdials: true,
  }),
  "steel-chronograph": analogWatch({
    bezel: "tachymeter",
    markers: "batons",
    strap: "steel",
    hands: "broad",
    subdials: true,
  }),
  "dive-watch": analogWatch({
    bezel: "diver",
    markers: "dots",
    strap: "rubber",
    hands: "broad",
    date: true,
  }),
  "steel-dive-watch": analogWatch({
    bezel: "diver",
    markers: "dots",
    strap: "steel",
    hands: "broad",
    date: true,
  }),
  "digital-watch": digitalWatch,
  "smart-watch": smartWatch,
  "round-smart-watch": roundSmartWatch,
  "fitness-band": fitnessBand,
  earbuds,
  headphones,
  speaker,
  soundbar,
  "power-bank": powerBank,
  charger,
  "charging-cable": chargingCable,
  "wireless-pad": wirelessPad,
  phone,
  tablet,
  camera,
  keyboard,
  mouse,
  lamp,
  router,
  strap: strapOnly,
} satisfies Record<string, Drawing>

export type DrawingName = keyof typeof drawings
