import { assetOf } from "../assets"
import { createCloudinary } from "../client"
import { signed } from "../client/signature"

const account = { cloudName: "shop", apiKey: "1234", apiSecret: "abcd" }

it("signs as in Cloudinary's own example", () => {
  const fields = {
    public_id: "sample_image",
    eager: "w_400,h_300,c_pad|w_260,h_200,c_crop",
  }

  expect(signed(fields, account, 1_315_060_510_999)).toEqual({
    ...fields,
    timestamp: "1315060510",
    api_key: "1234",
    signature: "bfd09f95f331f558cbd1320e67aa8d488770583e",
  })
})

it.each([
  ["a/b-01K.png", "image", "upload", "a/b-01K", "png"],
  ["b-01K.jpeg", "image", "upload", "b-01K", "jpeg"],
  ["b-01K.webm", "video", "upload", "b-01K", "webm"],
  ["private/b-01K.mp4", "video", "authenticated", "private/b-01K", "mp4"],
  ["private/b-01K.csv", "raw", "authenticated", "private/b-01K.csv", ""],
  ["b-01K", "raw", "upload", "b-01K", ""],
])("reads %s", (key, resourceType, type, publicId, format) => {
  expect(assetOf(key)).toEqual({ resourceType, type, publicId, format })
})

it.each([
  [{}, "https://res.cloudinary.com/shop/image/upload/v1/a/b.png"],
  [
    { deliveryUrl: "https://img.shop.example/" },
    "https://img.shop.example/image/upload/v1/a/b.png",
  ],
])("shows files at its own or the shop's domain", (change, address) => {
  const cloudinary = createCloudinary({ ...account, ...change }, {})

  expect(cloudinary.addressOf(assetOf("a/b.png"))).toBe(address)
})

it.each([
  "http://api.example",
  "ftp://localhost",
  "api",
  "https://a.example/?x",
])("sends no secret to %s", (apiUrl) => {
  expect(() => createCloudinary({ ...account, apiUrl }, {})).toThrow(
    `"${apiUrl}" is no address of a file store.`
  )
})
