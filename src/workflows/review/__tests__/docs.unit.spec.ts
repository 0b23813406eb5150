import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ReviewEvents } from "../events"

const docs = readFileSync(
  join(__dirname, "../../../../docs/reviews.md"),
  "utf8"
)

it.each(Object.values(ReviewEvents))(
  "docs/reviews.md has a row for %s",
  (event) => {
    expect(docs).toMatch(new RegExp(`^\\| \`${event}\` \\| \\S`, "m"))
  }
)
