import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

const packages = resolve(__dirname, "../../../../node_modules")

/**
 * The sources our service wraps, or counts on. When one of these fails, Medusa
 * has changed it: read the difference, see whether `../service.ts` still locks
 * and checks before each write of `reserved_quantity` and `stocked_quantity`,
 * and only then take the new value.
 */
const sources = [
  [
    "@medusajs/inventory/dist/services/inventory-module",
    "6d2643ef94e7ffe20fb2b4a35f8f1de503ad4429c85c64cc4262ceae2a776c58",
  ],
  [
    "@medusajs/inventory/dist/services/inventory-level",
    "8d036b278a540da74664753c3dffedca8e33c8ce108a73956296fd539d6da7cf",
  ],
  [
    "@medusajs/inventory/dist/utils/apply-decorators",
    "86a9fb232c3271339278f5ce1b358a48a082855bdf4eae191d8a3a9548a73f9c",
  ],
  [
    "@medusajs/inventory/dist/models/inventory-level",
    "c6b7a1a4d468f3900edbf37f36e5819d030e95a33369753b7f54fac116035898",
  ],
  [
    "@medusajs/inventory/dist/models/reservation-item",
    "bbccff903ca841e16d3fbf5a7a745ed30903d13540eec9f5f02f1646f4db27d7",
  ],
  [
    "@medusajs/core-flows/dist/cart/steps/reserve-inventory",
    "407f3e52cc1509d27a80cdd2a2199b22c3f29b877e07b29d4d3fa78fa7b7b312",
  ],
]

it.each(sources)(
  "%s is as it was when its subclass was written",
  (name, was) => {
    const source = readFileSync(resolve(packages, `${name}.js`))

    expect(createHash("sha256").update(source).digest("hex")).toBe(was)
  }
)
