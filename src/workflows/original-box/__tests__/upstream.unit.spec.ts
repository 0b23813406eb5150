import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { beforePaymentAuthorization } from "../upstream"

const flows = resolve(
  __dirname,
  "../../../../node_modules/@medusajs/core-flows/dist"
)

/**
 * What the boxes hang on. When one of these fails, Medusa has changed it: see
 * whether the hook still runs under the cart's lock, before taxes, promotions
 * and payment (`refresh-cart-items`); with the order written and nothing paid
 * (`complete-cart`); for every change of a cart; and whether lines without a
 * variant are still left alone. Only then take the new value.
 */
const sources = [
  [
    "cart/workflows/refresh-cart-items",
    "3e2869fcc796ee10ff7ba0cdd8567f6ef5d41d22818d23777e1e1b604cbc4687",
  ],
  [
    "cart/workflows/complete-cart",
    "bf950dc4094dc0ad7bcfca93b72301e526dbf650ad773427abb5d1844a65f611",
  ],
  [
    "cart/workflows/add-to-cart",
    "31e36c4132de349a085368b579be310bda9fa3e7187d63a2f7066175fe5ca763",
  ],
  [
    "cart/workflows/update-line-item-in-cart",
    "5ede14596f86d4c25e768d80af3ed7317d3d1c246c9599ee648323d01aef4763",
  ],
  [
    "line-item/workflows/delete-line-items",
    "442bbf0a59bc069b45db489fff7c2692836cc2aef34d9b66f6026d15246cede5",
  ],
  [
    "cart/utils/prepare-line-item-data",
    "d5355936173ca503e98abdf383e2428162d7743a83a663b80ba13dd8b75c8b94",
  ],
]

it.each(sources)("%s is as it was when boxes were hung on it", (name, was) => {
  const source = readFileSync(resolve(flows, `${name}.js`))

  expect(createHash("sha256").update(source).digest("hex")).toBe(was)
})

it("core declares the hook before a payment is authorised", () => {
  expect(typeof beforePaymentAuthorization).toBe("function")
})
