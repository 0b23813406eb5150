import { isForAdmin } from "../roles"

describe("isForAdmin", () => {
  it.each([
    ["order", "update", true],
    ["product", "delete", true],
    ["wishlist", "create", true],
    ["region", "read", true],
    ["region", "update", false],
    ["store", "update", false],
    ["user", "read", true],
    ["user", "create", false],
    ["invite", "read", false],
    ["rbac_role", "read", false],
    ["api_key", "read", false],
    ["*", "*", false],
  ])("%s:%s → %s", (resource, operation, expected) => {
    expect(isForAdmin({ resource, operation })).toBe(expected)
  })
})
