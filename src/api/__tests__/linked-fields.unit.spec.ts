import { withLinked } from "../linked-fields"

const ADDED = "+tag_profile.slug,+tag_profile.rank"

it.each([
  [undefined, ADDED],
  ["", ADDED],
  ["+metadata", `+metadata,${ADDED}`],
  ["-products", `-products,${ADDED}`],
  ["*products", `*products,${ADDED}`],
  ["+tag_profile.slug", ADDED],
  ["*tag_profile", ADDED],
  ["+tag_profile.*", ADDED],
  ["id,value", "id,value"],
  ["id,tag_profile", "id,tag_profile.slug,tag_profile.rank"],
  ["id,tag_profile.slug", "id,tag_profile.slug"],
  ["id,*tag_profile", `id,${ADDED}`],
])("of %p the fields are %p", (fields, expected) => {
  expect(withLinked(fields, "tag_profile", ["slug", "rank"])).toBe(expected)
})
