import {
  createProductTagsWorkflow,
  createProductTagsWorkflowId,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { unique } from "../../support"
import { type BootedApp, bootApp } from "../../support/boot-app"
import { runBefore } from "../../support/run-before"

let app: BootedApp

beforeAll(async () => {
  app = await bootApp()
}, 60_000)

const createTag = (value: string) =>
  createProductTagsWorkflow(app.container).run({
    input: { product_tags: [{ value }] },
  })

const tagsNamed = (value: string) =>
  app.container.resolve(Modules.PRODUCT).listProductTags({ value })

describe("runBefore", () => {
  const leftOver = jest.fn(async () => undefined)

  it("lets another request win between two steps", async () => {
    const value = unique("tag")
    const race = runBefore("create-product-tags", () => createTag(value))

    await expect(createTag(value)).rejects.toMatchObject({
      message: `Product tag with value: ${value}, already exists.`,
    })

    expect(race.happened()).toBe(true)
    expect(await tagsNamed(value)).toHaveLength(1)
  })

  it("happens once", async () => {
    const seen: string[] = []
    runBefore("create-product-tags", async () => seen.push("race"))

    await createTag(unique("tag"))
    await createTag(unique("tag"))

    expect(seen).toEqual(["race"])
  })

  it("waits for a step nobody comes to", () => {
    const race = runBefore("create-product-tags", leftOver)

    expect(race.happened()).toBe(false)
  })

  it("is undone after the test, also when it did not happen", async () => {
    await createTag(unique("tag"))

    expect(leftOver).not.toHaveBeenCalled()
  })

  it("can be narrowed to one workflow", async () => {
    const race = runBefore("create-product-tags", async () => undefined, {
      workflow: createProductTagsWorkflowId,
    })

    await createTag(unique("tag"))

    expect(race.happened()).toBe(true)
  })

  it("fails the test when the race itself fails", async () => {
    runBefore("create-product-tags", () =>
      Promise.reject(new Error("the other request broke"))
    )

    await expect(createTag(unique("tag"))).rejects.toMatchObject({
      message: "the other request broke",
    })
  })

  it("refuses a step nobody has", () => {
    expect(() => runBefore("no-such-step", async () => undefined)).toThrow(
      'No workflow has a step "no-such-step".'
    )
  })

  it("races over HTTP too", async () => {
    const value = unique("tag")
    runBefore("create-product-tags", () => createTag(value))

    const { status, body } = await app.shop.admin("/product-tags", {
      body: { value },
    })

    expect(status).toBe(400)
    expect(body.code).toBe("duplicate")
    expect(await tagsNamed(value)).toHaveLength(1)
  })
})
