import { rgb } from "../pictures/colour"
import type { Look } from "../pictures/drawings"

const colour = (
  name: string,
  body: string,
  face: string,
  strap: string,
  accent: string,
  background: string
) => ({
  name,
  look: {
    body: rgb(body),
    face: rgb(face),
    strap: rgb(strap),
    accent: rgb(accent),
  } satisfies Look,
  background: rgb(background),
})

/** Case, dial, strap and accent of everything that comes in a colour. */
export const colours = {
  navy: colour("Navy", "#c9ced6", "#1d3557", "#22304a", "#e63946", "#7fa6c9"),
  tan: colour("Tan", "#cfd2d6", "#f3ede0", "#8a5a34", "#b5502b", "#d9b98c"),
  black: colour("Black", "#2b2e36", "#1d2027", "#24262c", "#f4a226", "#9aa3b2"),
  silver: colour(
    "Silver",
    "#cdd1d7",
    "#e9ecef",
    "#b9bec6",
    "#2f7fb8",
    "#a9bccd"
  ),
  gold: colour("Gold", "#d9b36c", "#f6f0df", "#d2a95c", "#8c4a2f", "#e2c48f"),
  forest: colour(
    "Forest",
    "#b8bdb6",
    "#1f4a3d",
    "#2f6f5e",
    "#f2b84b",
    "#8fbfa8"
  ),
  sand: colour("Sand", "#d8cbb4", "#e9dfcb", "#bfa27a", "#4c6b5a", "#d8c3a0"),
  coral: colour("Coral", "#e58e73", "#f7e3da", "#d96f52", "#2d3142", "#e8b09c"),
  sky: colour("Sky", "#8fb8d8", "#e3f0f8", "#6f9fc4", "#22577a", "#9cc3df"),
  wine: colour("Wine", "#c7b9b6", "#5b1f2e", "#6e2b38", "#d9a441", "#c9919b"),
  orange: colour(
    "Orange",
    "#30343c",
    "#20242c",
    "#e4772e",
    "#f08a2c",
    "#e3b184"
  ),
  white: colour("White", "#eef0f3", "#f8f9fa", "#dfe3e8", "#2f8f83", "#b3c4cf"),
  rose: colour("Rose", "#e0b3a4", "#f7ebe6", "#d8a193", "#8d4c56", "#e2b9b2"),
  mint: colour("Mint", "#a9d3c2", "#e4f4ed", "#7fb8a2", "#2d6a57", "#a5d1bf"),
  steel: colour("Steel", "#b7bdc6", "#2c333d", "#a8aeb8", "#48b0d5", "#9fb1c2"),
} as const
