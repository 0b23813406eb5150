import { readFileSync } from "node:fs"
import { join } from "node:path"
import { MobileMoneyEvents } from "../events"
import {
  attemptStates,
  awaitedStates,
  differenceKinds,
  returnStates,
} from "../../../modules/mobile-money/types"

const docs = readFileSync(
  join(__dirname, "../../../../docs/payments.md"),
  "utf8"
)

describe("docs/payments.md", () => {
  it.each([...awaitedStates, ...attemptStates, ...differenceKinds])(
    "has a row for %s",
    (state) => {
      expect(docs).toMatch(new RegExp(`^\\| \`${state}\` \\| \\S`, "m"))
    }
  )

  it.each(returnStates)("explains %s", (state) => {
    expect(docs).toContain(`\`${state}\``)
  })

  it.each(Object.values(MobileMoneyEvents))("has a row for %s", (event) => {
    expect(docs).toMatch(new RegExp(`^\\| \`${event}\` \\| \\S`, "m"))
  })
})
